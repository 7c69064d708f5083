import type { PolicyUnit } from '../../../shared/domain/policy.ts';
import type { DecisionState, ShownDecision } from '../../../shared/domain/policy-decisions.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { Button } from '../../components/button.tsx';
import { moment } from '../../components/moment.ts';
import { shortDate } from '../../components/short-date.ts';

interface DecisionsProps {
  readonly decisions: readonly ShownDecision[];
  /** Title and unit of a value, by its name. */
  readonly about: (name: string) => { readonly title: string; readonly unit: PolicyUnit };
  /** Says which value each is about; for a list of several. */
  readonly named?: boolean;
  readonly onWithdraw?: (decision: ShownDecision) => void;
}

const STATES: Readonly<Record<DecisionState, string>> = {
  'in-force': 'In force',
  'to-come': 'To come',
  over: 'Followed by another value',
  replaced: 'Replaced',
  withdrawn: 'Withdrawn',
};

/** What the office decided, newest first: what, from when, who, when, why, where it is written. Nothing leaves this list. */
export function Decisions({ decisions, about, named = false, onWithdraw }: DecisionsProps) {
  return (
    <ol className="decisions">
      {decisions.map((one) => {
        const { title, unit } = about(one.name);
        const gone = one.state === 'replaced' || one.state === 'withdrawn';
        const may = onWithdraw !== undefined && !gone;
        return (
          <li key={one.decision} className={`decisions__one ${gone ? 'decisions__one--gone' : ''}`}>
            <span className="decisions__what">
              {named ? `${title}: ` : ''}
              {what(one, unit)}
            </span>
            <span className="decisions__state">
              {stateWords(one)}
              {may ? (
                <Button look="quiet" onClick={() => onWithdraw(one)}>
                  Withdraw…
                </Button>
              ) : null}
            </span>
            <span className="decisions__why">
              No. {one.decision}, {moment(one.at)}, {by(one)}: {one.reason}
              {one.reference === '' ? '' : ` (${one.reference})`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function what({ kind, value, from }: ShownDecision, unit: PolicyUnit): string {
  const day = shortDate(from);
  if (kind === 'withdrawn' || value === null) return `What was decided from ${day} withdrawn`;
  const words = policyValueWords(unit, value);
  return kind === 'set' ? `${words} from ${day}` : `${words} confirmed`;
}

function stateWords({ state, replacedBy, kind }: ShownDecision): string {
  if (kind === 'withdrawn') return '';
  return replacedBy === null ? STATES[state] : `${STATES[state]} by no. ${replacedBy}`;
}

function by({ actor, approvedBy }: ShownDecision): string {
  return actor === approvedBy ? actor : `${actor}, allowed by ${approvedBy}`;
}
