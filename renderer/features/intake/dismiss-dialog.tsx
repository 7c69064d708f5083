import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAct } from '../../api/use-act.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';

interface DismissDialogProps {
  readonly part: IntakePart;
  readonly onClose: () => void;
  readonly onDismissed: (part: IntakePart) => void;
}

/** Takes a document out of the queue unfiled; it is kept with the reason. */
export function DismissDialog({ part, onClose, onDismissed }: DismissDialogProps) {
  const dismiss = useAct('intake.dismiss');
  return (
    <ReasonDialog
      title={`Dismiss “${part.name}”`}
      button="Dismiss it"
      usual="Nothing of ours"
      missing="Say why it is dismissed."
      busy={dismiss.isPending}
      error={dismiss.error}
      onClose={onClose}
      onReason={(reason) =>
        dismiss.mutate(
          { part: part.part, reason },
          {
            onSuccess: (settled) => {
              onDismissed(settled);
              onClose();
            },
          },
        )
      }
    >
      The document is kept, with this reason; it can be put back into the queue.
    </ReasonDialog>
  );
}
