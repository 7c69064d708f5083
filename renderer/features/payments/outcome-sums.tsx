import { CircleAlert, CircleCheck } from 'lucide-react';
import { LINE_OUTCOMES, type Tallies } from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { OutcomeMark } from './outcome-mark.tsx';

interface OutcomeSumsProps {
  readonly tallies: Tallies;
  /** All lines of the file. */
  readonly fileCents: number;
  /** What of it the ledger holds; null before it is entered. */
  readonly ledgerCents: number | null;
}

/** A file's lines by outcome, counts and cents, which come to the file's total; what was entered beside the ledger. */
export function OutcomeSums({ tallies, fileCents, ledgerCents }: OutcomeSumsProps) {
  const shown = LINE_OUTCOMES.filter((outcome) => tallies[outcome].count > 0);
  const lines = shown.reduce((sum, outcome) => sum + tallies[outcome].count, 0);
  const entered = tallies.matched.cents + tallies.doubtful.cents + tallies.unmatched.cents;
  return (
    <section className="sums" aria-label="What the file holds">
      <dl className="sums__list">
        {shown.map((outcome) => (
          <div key={outcome} className="sums__one">
            <dt>
              <OutcomeMark outcome={outcome} />
            </dt>
            <dd className="figures">
              <strong>{displayCents(tallies[outcome].cents)}</strong>{' '}
              <span className="soft">{linesText(tallies[outcome].count)}</span>
            </dd>
          </div>
        ))}
        <div className="sums__one sums__one--total">
          <dt>In the file</dt>
          <dd className="figures">
            <strong>{displayCents(fileCents)}</strong> <span className="soft">{linesText(lines)}</span>
          </dd>
        </div>
      </dl>
      {ledgerCents === null ? null : (
        <p role="status" className={`sums__ledger ${entered === ledgerCents ? 'sums__ledger--agrees' : ''}`}>
          {entered === ledgerCents ? (
            <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
          ) : (
            <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
          )}
          {entered === ledgerCents
            ? `${displayCents(entered)} entered from the file; the ledger has the same.`
            : `${displayCents(entered)} entered from the file, but the ledger has ${displayCents(ledgerCents)}.`}
        </p>
      )}
    </section>
  );
}

function linesText(count: number): string {
  return count === 1 ? '1 line' : `${count.toLocaleString('en-US')} lines`;
}
