import { type FormEvent, useId, useState } from 'react';
import type { MemberActivity } from '../../../shared/domain/points.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { formOf, isProblem, readForm } from './activity-form.ts';
import { Changes } from './change-line.tsx';
import { enteredWords } from './entered-words.ts';
import { useCounterPreview } from './use-preview.ts';
import { Verdicts } from './verdicts.tsx';

interface CorrectDialogProps {
  readonly activity: MemberActivity;
  readonly onClose: () => void;
}

/** Corrects an activity: what would change in each standing is shown before it is saved; the old one is kept with its counter-entry. */
export function CorrectDialog({ activity, onClose }: CorrectDialogProps) {
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const [form, setForm] = useState(() => formOf(activity));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const correct = useAct('points.correct');
  const id = useId();
  const read = readForm(form);
  const draft = isProblem(read) ? null : read;
  const shown = useCounterPreview(activity.activity, draft ?? activity);
  const problem = isProblem(read) ? read : (shown?.preview?.problem ?? null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft === null || reason.trim() === '' || correct.isPending) return;
    correct.mutate(
      { activity: activity.activity, draft, reason, confirmDoubts: confirming },
      {
        onSuccess: (corrected) => {
          if (corrected.activity === null) return setConfirming(true);
          sayDone(`Corrected. ${enteredWords(corrected.preview)}`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Correct “${activity.title}”`}
      size="large"
      onClose={onClose}
      dismissable={!correct.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={correct.isPending}>
            {confirming ? 'Correct it all the same' : 'Correct the activity'}
          </Button>
        </>
      }
    >
      <form id={id} className="activity-entry" onSubmit={submit} noValidate>
        <div className="activity-entry__typed">
          {correct.error === null ? null : <ErrorBanner error={toErrorShape(correct.error)} />}
          <ActivityFields
            form={form}
            onChange={(change) => {
              setForm({ ...form, ...change });
              setConfirming(false);
              correct.reset();
            }}
            today={today}
            problem={problem}
            autoFocusInDialog
          />
          <TextField
            label="Reason"
            value={reason}
            error={
              tried && reason.trim() === ''
                ? 'Say in a few words why, for whoever reads it later.'
                : undefined
            }
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div>
          <Changes changes={shown?.changes} couldHaveMore={shown?.couldHaveMore ?? []} />
          {activity.finding === null ? null : (
            <Banner kind="info">
              A review {activity.finding} it; that stays with the corrected activity.
            </Banner>
          )}
          <Verdicts preview={shown?.preview ?? undefined} waiting="Change what is wrong." />
        </div>
      </form>
    </Dialog>
  );
}
