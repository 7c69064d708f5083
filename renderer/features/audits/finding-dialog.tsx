import { type FormEvent, useState } from 'react';
import type { CaseActivity, CaseView } from '../../../shared/domain/audit-case.ts';
import {
  FINDING_REASON_WORDS,
  FINDING_REASONS,
  type FindingReason,
} from '../../../shared/domain/audit-findings.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { RunningTotal } from './running-total.tsx';

const FORM = 'finding-form';
const REASONS = FINDING_REASONS.map((value) => ({ value, text: FINDING_REASON_WORDS[value] }));

interface FindingDialogProps {
  readonly view: CaseView;
  readonly activity: CaseActivity;
  readonly verdict: 'reduced' | 'rejected';
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Reduces or rejects an activity with the reason that the member is told, its sentence, and what then is shown. */
export function FindingDialog({ view, activity, verdict, onClose, onDone }: FindingDialogProps) {
  const [reason, setReason] = useState<FindingReason>(
    verdict === 'reduced' ? 'hours-not-shown' : 'not-proof',
  );
  const [points, setPoints] = useState('');
  const [note, setNote] = useState('');
  const sentence = useAsk('audits.reasonSentences', undefined).data?.[reason];
  const find = useAct('audits.find');
  const shown = verdict === 'reduced' ? Math.min(activity.counted, Math.max(0, Number(points) || 0)) : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (find.isPending) return;
    find.mutate(
      {
        audit: view.audit,
        activity: activity.activity,
        verdict,
        points: verdict === 'reduced' ? Math.max(0, Number(points) || 0) : null,
        reason,
        note,
      },
      {
        onSuccess: () => {
          onClose();
          onDone();
        },
      },
    );
  };
  const button = verdict === 'reduced' ? 'Reduce' : 'Reject';
  return (
    <Dialog
      title={`${button}: ${activity.title}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={find.isPending}>
            {button}
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        {find.error === null ? null : <ErrorBanner error={toErrorShape(find.error)} />}
        {verdict === 'reduced' ? (
          <TextField
            label="Points that the proof shows"
            data-autofocus
            className="figures"
            inputMode="decimal"
            autoComplete="off"
            hint={`Less than ${activity.counted}, more than 0.`}
            value={points}
            onChange={(event) => setPoints(event.target.value)}
          />
        ) : null}
        <Select
          label="Reason"
          {...(verdict === 'rejected' ? { 'data-autofocus': true } : {})}
          value={reason}
          options={REASONS}
          hint={
            sentence === undefined ? undefined : (
              <>
                “{sentence.text}” <span className="case-citation">{sentence.id}</span>
              </>
            )
          }
          onChange={(event) => setReason(FINDING_REASONS.find((one) => one === event.target.value) ?? reason)}
        />
        <TextField
          label="Note"
          autoComplete="off"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <RunningTotal view={view} activity={activity} points={shown} />
        {verdict === 'rejected' ? <Elsewhere audit={view.audit} rejecting={activity.activity} /> : null}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
      </form>
    </Dialog>
  );
}
