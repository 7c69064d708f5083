import { type FormEvent, useId, useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';

interface DismissDialogProps {
  readonly part: IntakePart;
  readonly onClose: () => void;
  readonly onDismissed: (part: IntakePart) => void;
}

/** Takes a document out of the queue unfiled; it is kept with the reason. */
export function DismissDialog({ part, onClose, onDismissed }: DismissDialogProps) {
  const [reason, setReason] = useState('Nothing of ours');
  const dismiss = useAct('intake.dismiss');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dismiss.isPending) return;
    dismiss.mutate(
      { part: part.part, reason },
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
      title={`Dismiss “${part.name}”`}
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
      <form id={id} className="intake-form" onSubmit={submit}>
        <p className="soft">The document is kept, with this reason; it can be put back into the queue.</p>
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
