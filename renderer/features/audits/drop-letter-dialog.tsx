import { AUDIT_LETTER_TITLES, type WaitingLetter } from '../../../shared/domain/audit-letters.ts';
import { useAct } from '../../api/use-act.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { sayDone } from '../../components/toast.tsx';

interface DropLetterDialogProps {
  readonly letter: WaitingLetter;
  readonly onClose: () => void;
}

/** Says why a letter is not to go out any more. */
export function DropLetterDialog({ letter, onClose }: DropLetterDialogProps) {
  const drop = useAct('audits.dropLetter');
  const inRun = letter.state === 'prepared' || letter.state === 'printed' ? letter.run : null;
  return (
    <ReasonDialog
      title="Drop the letter"
      button="Drop the letter"
      missing="Say why it is not to go out."
      busy={drop.isPending}
      error={drop.error}
      onClose={onClose}
      onReason={(reason) =>
        drop.mutate(
          { audit: letter.audit, letter: letter.letter, reason },
          {
            onSuccess: () => {
              sayDone(`The letter to ${letter.memberName} is dropped.`);
              onClose();
            },
          },
        )
      }
    >
      “{AUDIT_LETTER_TITLES[letter.kind]}” to {letter.memberName} does not go out; the case stays where it is.
      {inRun === null ? '' : ` Its sheet has to be taken out of run ${inRun}.`}
    </ReasonDialog>
  );
}
