import type { CycleDetail } from '../../../../shared/domain/cycles.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { Button } from '../../../components/button.tsx';
import { CYCLE_WORDS } from '../../../components/standing-preview/cycle-words.ts';
import { ActivityLines } from './activity-lines.tsx';
import { RollView } from './roll-view.tsx';

/** The shape beside each state's word. */
const SHAPES: Readonly<Record<CycleDetail['state'], string>> = {
  open: '◐',
  blocked: '▲',
  'ended-short': '■',
  rolled: '●',
  waiting: '○',
  unsupported: '▲',
  reopened: '○',
};

interface CycleCardProps {
  readonly cycle: CycleDetail;
  readonly onReopen: () => void;
}

/** One cycle: its days, where it stands, what counts, and what was decided when it rolled. */
export function CycleCard({ cycle, onReopen }: CycleCardProps) {
  const { start, end, state, required, counted, attested, text, citation, activities, roll, reopened } =
    cycle;
  return (
    <li className={`cycle cycle--${state}`}>
      <div className="cycle__head">
        <span className="cycle__days figures">
          {displayDate(start)} – {displayDate(end)}
        </span>
        <span className="cycle__state">
          <span aria-hidden="true">{SHAPES[state]} </span>
          {CYCLE_WORDS[state]}
        </span>
        <span className="figures soft">
          {required === 0 ? `${counted} points` : `${counted} of ${required} points`}
          {attested ? ', attested' : ''}
        </span>
        {state === 'unsupported' ? (
          <Button look="quiet" onClick={onReopen}>
            Reopen…
          </Button>
        ) : null}
      </div>
      <p>
        {text} <cite className="cycle__cite">{citation}</cite>
      </p>
      {activities.length === 0 ? null : (
        <details className="cycle__more">
          <summary>
            {activities.length === 1 ? 'One activity counts' : `${activities.length} activities count`}
          </summary>
          <ActivityLines activities={activities} />
        </details>
      )}
      {roll === null ? null : <RollView roll={roll} />}
      {reopened.map(({ reopening, ...before }) => (
        <div key={`${before.rolledOn} ${reopening.on}`}>
          <RollView roll={before} />
          <p className="cycle__reopened">
            Reopened {displayDate(reopening.on)} by {reopening.actor}: {reopening.reason}{' '}
            <span className="soft">
              ({reopening.citation}, allowed by {reopening.allowedBy})
            </span>
          </p>
        </div>
      ))}
    </li>
  );
}
