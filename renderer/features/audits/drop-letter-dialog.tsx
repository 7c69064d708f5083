import { type FormEvent, useState } from 'react';
import { AUDIT_LETTER_TITLES, type WaitingLetter } from '../../../shared/domain/audit-letters.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

const FORM = 'drop-letter-form';

interface DropLetterDialogProps {
  readonly letter: WaitingLetter;
  readonly onClose: () => void;
}

/** Says why a letter is not to go out any more. */
export function DropLetterDialog({ letter, onClose }: DropLetterDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const drop = useAct('audits.dropLetter');
  const inRun = letter.state === 'prepared' || letter.state === 'printed' ? letter.run : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || drop.isPending) return;
    drop.mutate(
      { audit: letter.audit, letter: letter.letter, reason },
      {
        onSuccess: () => {
          sayDone(`The letter to ${letter.memberName} is dropped.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Drop the letter"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={drop.isPending}>
            Drop the letter
          </Button>
        </>
      }
    >
      <form id={FORM} className="audits__form" onSubmit={submit}>
        <p className="soft">
          “{AUDIT_LETTER_TITLES[letter.kind]}” to {letter.memberName} does not go out; the case stays where it
          is.
          {inRun === null ? '' : ` Its sheet has to be taken out of run ${inRun}.`}
        </p>
        {drop.error === null ? null : <ErrorBanner error={toErrorShape(drop.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? 'Say why it is not to go out.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Drop the letter
        </button>
      </form>
    </Dialog>
  );
}
