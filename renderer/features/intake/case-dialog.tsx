import type { IntakeMember, OpenCase } from '../../../shared/domain/intake.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { caseText } from './intake-words.ts';

interface CaseDialogProps {
  readonly member: IntakeMember;
  readonly onClose: () => void;
  readonly onChosen: (to: OpenCase) => void;
}

/** To which of a member's open cases a document belongs. */
export function CaseDialog({ member, onClose, onChosen }: CaseDialogProps) {
  return (
    <Dialog
      title={`Which case of ${member.name}?`}
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <ul className="intake-form">
        {member.cases.map((one, index) => (
          <li key={`${one.kind} ${one.id}`}>
            <Button {...(index === 0 ? { 'data-autofocus': true } : {})} onClick={() => onChosen(one)}>
              {caseText(one)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
