import { type FormEvent, useId, useState } from 'react';
import type { FeedRow } from '../../../shared/domain/feed.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

interface DismissDialogProps {
  readonly row: FeedRow;
  readonly onClose: () => void;
  readonly onDismissed: (row: FeedRow) => void;
}

/** Takes a row out of the queue without recording it; the reason is kept with it. */
export function DismissDialog({ row, onClose, onDismissed }: DismissDialogProps) {
  const [reason, setReason] = useState('Not a member of ours');
  const dismiss = useAct('feed.dismiss');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dismiss.isPending) return;
    dismiss.mutate(
      { row: row.id, reason },
      {
        onSuccess: (settled) => {
          onDismissed(settled);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Dismiss “${row.content.title || row.file}”`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={dismiss.isPending}>
            Dismiss it
          </Button>
        </>
      }
    >
      <form id={id} className="points-form" onSubmit={submit}>
        <p className="soft">
          It is kept with the reason, and does not come back when its file is taken again.
        </p>
        {dismiss.error === null ? null : <ErrorBanner error={toErrorShape(dismiss.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          value={reason}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
