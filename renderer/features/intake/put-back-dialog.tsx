import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAct } from '../../api/use-act.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { sayDone } from '../../components/toast.tsx';
import { caseText } from './intake-words.ts';

interface PutBackDialogProps {
  readonly part: IntakePart;
  readonly onClose: () => void;
}

/** Puts a part that was filed, refused or dismissed back into the queue; its trail keeps what it was and why it changed. */
export function PutBackDialog({ part, onClose }: PutBackDialogProps) {
  const undo = useAct('intake.undo');
  return (
    <ReasonDialog
      title="Put these pages back into the queue"
      button="Put them back"
      usual="Filed to the wrong case"
      missing="Say why they are put back."
      busy={undo.isPending}
      error={undo.error}
      onClose={onClose}
      onReason={(reason) =>
        undo.mutate(
          { part: part.part, reason },
          {
            onSuccess: () => {
              sayDone('It waits in the queue again.');
              onClose();
            },
          },
        )
      }
    >
      They are {part.state}
      {part.member === null ? '' : ` for ${part.member.name}`}
      {part.case === null ? '' : `: ${caseText(part.case)}`}. The trail keeps that, with the reason.
    </ReasonDialog>
  );
}
