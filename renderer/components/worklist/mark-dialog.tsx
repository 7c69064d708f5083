import { type FormEvent, useState } from 'react';
import type { WorklistName } from '../../../shared/domain/worklists.ts';
import { addDays } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { TextField } from '../field.tsx';
import { ErrorBanner } from '../notices.tsx';
import { sayDone } from '../toast.tsx';

const FORM = 'mark-form';
/** What is proposed: two weeks, the usual time for an answer by post. */
const PROPOSED_DAYS = 14;

interface MarkDialogProps {
  readonly kind: 'note' | 'snoozed';
  readonly row: { readonly list: WorklistName; readonly item: string; readonly memberNo: string };
  readonly onClose: (saved: boolean) => void;
}

/** A note beside a row, or the day until which it is out of sight and why. */
export function MarkDialog({ kind, row, onClose }: MarkDialogProps) {
  const today = useAsk('office.state', undefined).data?.today;
  const mark = useAct('worklists.mark');
  const [text, setText] = useState('');
  const [until, setUntil] = useState(today === undefined ? '' : addDays(today, PROPOSED_DAYS));
  const [tried, setTried] = useState(false);
  const unsaid = text.trim() === '' ? 'Say it in a few words.' : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unsaid !== undefined || mark.isPending) return;
    mark.mutate(
      { ...row, kind, until: kind === 'snoozed' ? until : null, text: text.trim() },
      {
        onSuccess: () => {
          sayDone(kind === 'note' ? 'Note kept.' : 'Snoozed: back on the list that day.');
          onClose(true);
        },
      },
    );
  };
  const title = kind === 'note' ? 'Note' : 'Snooze';
  return (
    <Dialog
      title={title}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={mark.isPending}>
            {kind === 'note' ? 'Keep the note' : 'Snooze'}
          </Button>
        </>
      }
    >
      <form id={FORM} className="dialog__form" onSubmit={submit}>
        {mark.error === null ? null : <ErrorBanner error={mark.error} />}
        {kind === 'snoozed' ? (
          <TextField
            label="Until"
            type="date"
            hint="The row comes back on this day by itself."
            value={until}
            min={today === undefined ? undefined : addDays(today, 1)}
            onChange={(event) => setUntil(event.target.value)}
          />
        ) : null}
        <TextField
          label={kind === 'note' ? 'Note' : 'Reason'}
          data-autofocus
          value={text}
          error={tried ? unsaid : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
