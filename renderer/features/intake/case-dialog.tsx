import type { IntakeMember, OpenCase } from '../../../shared/domain/intake.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { caseText } from './intake-words.ts';

/** A claimed activity that pages prove. */
export interface ProvedActivity {
  readonly activity: number;
  readonly title: string;
}

interface CaseDialogProps {
  readonly member: IntakeMember;
  readonly onClose: () => void;
  readonly onChosen: (to: OpenCase, activity: ProvedActivity | null) => void;
}

/** To which of a member's open cases a document belongs, and which claimed activity of an audit it proves. */
export function CaseDialog({ member, onClose, onChosen }: CaseDialogProps) {
  return (
    <Dialog
      title={`Which case of ${member.name}?`}
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <ul className="intake-form">
        {member.cases.map((one, index) => (
          <li key={`${one.kind} ${one.id}`} className="intake-form">
            <Button {...(index === 0 ? { 'data-autofocus': true } : {})} onClick={() => onChosen(one, null)}>
              {caseText(one)}
            </Button>
            {one.kind === 'audit' ? <Activities of={one} onChosen={onChosen} /> : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Activities({ of, onChosen }: { readonly of: OpenCase } & Pick<CaseDialogProps, 'onChosen'>) {
  const view = useAsk('audits.case', { audit: of.id });
  const activities = view.data?.activities ?? [];
  if (activities.length === 0) return null;
  return (
    <fieldset className="intake-activities">
      <legend className="soft">or one of its activities</legend>
      {activities.map(({ activity, title, completedOn, employedFrom }) => {
        const name = title === '' ? 'Activity without a title' : title;
        const on = completedOn ?? employedFrom;
        return (
          <Button key={activity} look="quiet" onClick={() => onChosen(of, { activity, title: name })}>
            {on === null ? name : `${name}, ${displayDate(on)}`}
          </Button>
        );
      })}
    </fieldset>
  );
}
