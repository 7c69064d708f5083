import type { ApplicationSummary } from '../../../shared/domain/recertification.ts';
import {
  type RecertificationStatus,
  stepsFrom,
  stepWords,
} from '../../../shared/domain/recertification-steps.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

interface MoveDialogProps {
  readonly of: ApplicationSummary;
  readonly onChoose: (to: RecertificationStatus) => void;
  readonly onClose: () => void;
}

/** Every step that a card can take, each with what it needs and what hinders it now. */
export function MoveDialog({ of, onChoose, onClose }: MoveDialogProps) {
  const view = useAsk('recertification.application', { application: of.application });
  const steps = stepsFrom(of.status, of.route);
  return (
    <Dialog title={`Move ${of.memberName}, ${of.code}`} onClose={onClose}>
      <ul className="moves">
        {steps.map((to, at) => {
          const { button, needs } = stepWords(of.status, to);
          const hindered = view.data?.next.find((step) => step.to === to)?.hindered ?? null;
          return (
            <li key={to}>
              <Button
                look={at === 0 && hindered === null ? 'primary' : 'plain'}
                {...(at === 0 ? { 'data-autofocus': true } : {})}
                onClick={() => onChoose(to)}
              >
                {button}
              </Button>
              <span className={hindered === null ? 'soft' : 'moves__hindered'}>{hindered ?? needs}</span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
