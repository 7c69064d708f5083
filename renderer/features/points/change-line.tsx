import { ArrowRight } from 'lucide-react';
import type { StandingBrief, StandingChange } from '../../../shared/domain/points.ts';
import { shortDate } from '../../components/short-date.ts';
import { StatusMark } from '../../components/status.tsx';

/** A standing before and after something that is about to be saved. */
export function ChangeLine({ change }: { readonly change: StandingChange }) {
  const moved = change.before.cycleEnd !== change.after.cycleEnd;
  return (
    <p className="change-line figures">
      <Brief brief={change.before} withCycle={moved} />
      <ArrowRight size={14} aria-label="becomes" />
      <Brief brief={change.after} withCycle={moved} />
    </p>
  );
}

function Brief({ brief, withCycle }: { readonly brief: StandingBrief; readonly withCycle: boolean }) {
  const { status, counted, required, attested, cycleEnd } = brief;
  return (
    <span className="change-line__side">
      <StatusMark status={status} />
      <span>
        {counted} of {required}
        {attested ? ', attested' : ''}
        {withCycle ? ` to ${shortDate(cycleEnd)}` : ''}
      </span>
    </span>
  );
}

interface ChangesProps {
  readonly changes: readonly StandingChange[] | undefined;
  readonly couldHaveMore?: readonly string[];
}

/** Everything that would change, certification by certification; that nothing would is said too. */
export function Changes({ changes, couldHaveMore = [] }: ChangesProps) {
  if (changes === undefined) return null;
  const changed = changes.filter((change) => change.changed);
  return (
    <section className="changes" aria-label="What would change" aria-live="polite">
      <h3>What would change</h3>
      {changed.length === 0 ? (
        <p className="soft">No standing would change.</p>
      ) : (
        <ul>
          {changed.map((change) => (
            <li key={change.code} className="changes__row">
              <strong>{change.code}</strong>
              <ChangeLine change={change} />
            </li>
          ))}
        </ul>
      )}
      {couldHaveMore.map((title) => (
        <p key={title} className="soft">
          “{title}” was cut by the category’s cap: correct it to have it granted anew.
        </p>
      ))}
    </section>
  );
}
