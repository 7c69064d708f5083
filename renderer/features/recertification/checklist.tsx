import { Circle, CircleCheck } from 'lucide-react';
import type { ApplicationView, ChecklistItem } from '../../../shared/domain/recertification.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/screen.tsx';

/** What can be done about an item, by a dialog of the application page. */
export type ChecklistAct = 'points' | 'form' | 'felony' | 'fee';

interface ChecklistProps {
  readonly view: ApplicationView;
  readonly open: boolean;
  readonly onAct: (act: ChecklistAct) => void;
}

/** Everything that the application must contain, with the sentence that asks for it (PB-REC-1). */
export function Checklist({ view, open, onAct }: ChecklistProps) {
  const missing = view.checklist.filter(({ done }) => !done).length;
  return (
    <Card
      title="Checklist"
      actions={<span className="soft">{missing === 0 ? 'Complete' : `${missing} missing`}</span>}
    >
      <ul className="checklist">
        {view.checklist.map((item) => (
          <li
            key={item.id}
            className={item.done ? 'checklist__item' : 'checklist__item checklist__item--missing'}
          >
            {item.done ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
            <div>
              <p className="checklist__title">
                {item.title}
                <span className="visually-hidden">{item.done ? ', there' : ', missing'}</span>{' '}
                <span className="checklist__citation faint">{item.citation}</span>
              </p>
              <p className="soft">{item.said}</p>
            </div>
            {open ? <Act item={item} view={view} onAct={onAct} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Act({
  item,
  view,
  onAct,
}: { readonly item: ChecklistItem } & Pick<ChecklistProps, 'view' | 'onAct'>) {
  switch (item.id) {
    case 'felony':
      return (
        <Button look="quiet" onClick={() => onAct('felony')}>
          Felony question…
        </Button>
      );
    case 'attestation':
    case 'eligibility':
      return (
        <Button look="quiet" onClick={() => onAct('form')}>
          {item.id === 'attestation' ? 'Attestation…' : 'Eligibility…'}
        </Button>
      );
    case 'proof':
      return (
        <Button look="quiet" onClick={() => onAct('points')}>
          List points…
        </Button>
      );
    case 'fee':
      return view.fee === null ? (
        <Button look="quiet" onClick={() => onAct('fee')}>
          Invoice the fee
        </Button>
      ) : null;
    default:
      return null;
  }
}
