import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { isDecisionLetter } from '../../../shared/domain/audit-letters.ts';
import { useAct } from '../../api/use-act.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { sayDone } from '../../components/toast.tsx';

/** Takes a decision back that is not final; where its letter lies printed already, its sheet is to be taken out. */
export function WithdrawDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const withdraw = useAct('audits.withdraw');
  const letter = view.letters.findLast(({ kind }) => isDecisionLetter(kind));
  const inRun = letter?.state === 'prepared' || letter?.state === 'printed' ? letter.run : null;
  return (
    <ReasonDialog
      title="Withdraw the decision"
      button="Withdraw the decision"
      missing="Say what is to be looked at again."
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onReason={(reason) =>
        withdraw.mutate(
          { audit: view.audit, reason },
          {
            onSuccess: () => {
              sayDone(`${view.memberName}, ${view.code}: the decision is withdrawn.`);
              onClose();
            },
          },
        )
      }
    >
      The case is judged on from where it was; the decision stays on record as withdrawn.
      {inRun === null
        ? ''
        : ` Its letter is in run ${inRun}, which was not mailed yet: its sheet has to be taken out, and its e-mail is not sent.`}
    </ReasonDialog>
  );
}
