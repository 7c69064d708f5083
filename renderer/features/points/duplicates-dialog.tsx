import { type FormEvent, useId, useState } from 'react';
import type { MemberActivity } from '../../../shared/domain/points.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { Changes } from './change-line.tsx';
import { type Doubtful, doubtfulPair, withdrawnReason } from './doubtful-pair.ts';
import { useCounterPreview } from './use-preview.ts';
import { CATEGORY_WORDS, EVIDENCE_WORDS, pointsWords, SOURCE_WORDS, whenWords } from './words.ts';
import './points.css';

interface DuplicatesDialogProps {
  readonly memberNo: string;
  readonly memberName: string;
  /** The row of the worklist, which names both activities. */
  readonly item: string;
  readonly onClose: () => void;
  readonly onSaved: (words: string) => void;
}

/** Which of two activities that look like one stays; the other is withdrawn by a counter-entry, and what that changes is shown before. */
export function DuplicatesDialog(props: DuplicatesDialogProps) {
  const points = useAsk('points.ofMember', { memberNo: props.memberNo });
  const id = useId();
  const [busy, setBusy] = useState(false);
  const pair = points.data === undefined ? undefined : doubtfulPair(props.item, points.data.activities);
  return (
    <Dialog
      title={`Which one stays: ${props.memberName}`}
      size="large"
      onClose={props.onClose}
      dismissable={!busy}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={busy} disabled={pair === null}>
            Withdraw the other
          </Button>
        </>
      }
    >
      {points.error === null ? null : <ErrorBanner error={points.error} />}
      {pair === undefined ? (
        <Skeleton height="200px" />
      ) : pair === null ? (
        <p>One of the two has been corrected or withdrawn already.</p>
      ) : (
        <ChooseForm {...props} id={id} pair={pair} onBusy={setBusy} />
      )}
    </Dialog>
  );
}

interface ChooseFormProps extends DuplicatesDialogProps {
  readonly id: string;
  readonly pair: Doubtful;
  readonly onBusy: (busy: boolean) => void;
}

function ChooseForm({ id, pair, onClose, onSaved, onBusy }: ChooseFormProps) {
  const [stays, setStays] = useState(pair[0].activity);
  const goes = pair[0].activity === stays ? pair[1] : pair[0];
  const [typed, setTyped] = useState<string | null>(null);
  const kept = pair[0].activity === stays ? pair[0] : pair[1];
  const reason = typed ?? withdrawnReason(kept);
  const withdraw = useAct('points.withdraw');
  const shown = useCounterPreview(goes.activity, null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '' || withdraw.isPending) return;
    onBusy(true);
    withdraw.mutate(
      { activity: goes.activity, reason: reason.trim() },
      {
        onSuccess: ({ text }) => {
          onSaved(text);
          onClose();
        },
        onError: () => onBusy(false),
      },
    );
  };
  return (
    <form id={id} className="points-form" onSubmit={submit} noValidate>
      {withdraw.error === null ? null : <ErrorBanner error={toErrorShape(withdraw.error)} />}
      <fieldset className="doubtful">
        <legend className="fieldset__legend">This one stays</legend>
        {pair.map((activity, at) => (
          <label key={activity.activity} className="doubtful__one">
            <input
              type="radio"
              name={`${id}-stays`}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              checked={activity.activity === stays}
              onChange={() => setStays(activity.activity)}
            />
            <Told activity={activity} />
          </label>
        ))}
      </fieldset>
      <TextField
        label="Why the other is withdrawn"
        value={reason}
        error={reason.trim() === '' ? 'Say in a few words why, for whoever reads it later.' : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="soft">The other stays on record with a counter-entry, and counts nowhere any more.</p>
      <Changes changes={shown?.changes} couldHaveMore={shown?.couldHaveMore ?? []} />
    </form>
  );
}

function Told({ activity }: { readonly activity: MemberActivity }) {
  const { title, provider, category, granted, claimed, source, evidence, enteredOn, enteredBy, hours } =
    activity;
  return (
    <span className="doubtful__told">
      <strong>{title}</strong>
      <span>{[provider, CATEGORY_WORDS[category]].filter((part) => part !== '').join(' · ')}</span>
      <span className="figures">
        {whenWords(activity)} · {pointsWords(granted)}
        {claimed === null || claimed === granted ? '' : ` of ${claimed} claimed`}
        {hours === null ? '' : ` · ${hours} hours`}
      </span>
      <span className="soft">
        {SOURCE_WORDS[source]}, {EVIDENCE_WORDS[evidence].toLowerCase()}
        {enteredOn === null ? '' : `, entered ${shortDate(enteredOn)}`}
        {enteredBy === null ? '' : ` by ${enteredBy}`}
      </span>
    </span>
  );
}
