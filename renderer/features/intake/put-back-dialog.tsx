import { type FormEvent, useId, useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { caseText } from './intake-words.ts';

interface PutBackDialogProps {
  readonly part: IntakePart;
  readonly onClose: () => void;
}

/** Puts a part that was filed, refused or dismissed back into the queue; its trail keeps what it was and why it changed. */
export function PutBackDialog({ part, onClose }: PutBackDialogProps) {
  const [reason, setReason] = useState('Filed to the wrong case');
  const undo = useAct('intake.undo');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (undo.isPending) return;
    undo.mutate(
      { part: part.part, reason },
      {
        onSuccess: () => {
          sayDone('It waits in the queue again.');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Put these pages back into the queue"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={undo.isPending}>
            Put them back
          </Button>
        </>
      }
    >
      <form id={id} className="intake-form" onSubmit={submit}>
        <p className="soft">
          They are {part.state}
          {part.member === null ? '' : ` for ${part.member.name}`}
          {part.case === null ? '' : `: ${caseText(part.case)}`}. The trail keeps that, with the reason.
        </p>
        {undo.error === null ? null : <ErrorBanner error={toErrorShape(undo.error)} />}
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
