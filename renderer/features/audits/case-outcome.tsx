import type { CaseOutcome, CaseView } from '../../../shared/domain/audit-case.ts';
import { isJudged } from '../../../shared/domain/audit-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';

const WORDS: Readonly<Record<CaseOutcome['outcome'], string>> = {
  open: '○ Not to be decided yet',
  compliant: '● Compliant',
  'more-asked': '◔ More can be asked',
  'non-compliant': '■ Non-compliant',
};

/** The running total against the requirement, and what the rules make of it. */
export function CaseOutcomePanel({ view }: { readonly view: CaseView }) {
  const { computed, required, cycleStart, cycleEnd, attestedOn, standing } = view;
  const decided = view.state === 'decided' || view.state === 'letter-waiting';
  const last = view.decisions.findLast(({ state }) => state !== 'withdrawn');
  const appealDays = view.values.find(({ name }) => name === 'audit-appeal-days');
  return (
    <section
      className={`card case-outcome ${isJudged(view.state) ? 'case-outcome--running' : ''}`}
      aria-label="Outcome"
    >
      <div className="case-outcome__sum">
        <strong className="figures case-outcome__points">
          {computed.counted} of {required}
        </strong>
        <span>points shown</span>
        <strong className="case-outcome__word">
          {decided && last !== undefined ? WORDS[last.outcome] : decided ? '' : WORDS[computed.outcome]}
        </strong>
      </div>
      <progress
        className="case-outcome__bar"
        aria-label="Points shown"
        max={Math.max(1, required)}
        value={Math.min(computed.counted, Math.max(1, required))}
      />
      <p className="soft">
        Cycle from {displayDate(cycleStart)} to {displayDate(cycleEnd)}
        {attestedOn === null ? '' : `, attested on ${displayDate(attestedOn)}`}
      </p>
      <ul className="case-outcome__reasons">
        {(decided ? (last?.reasons ?? []) : computed.reasons).map(({ text, citation }) => (
          <li key={`${citation} ${text}`} className="soft">
            {text} <span className="case-citation">{citation}</span>
          </li>
        ))}
      </ul>
      {standing.lapse === null ? null : (
        <p>
          ■ Lapsed since {displayDate(standing.lapse.since)}. Ways back:{' '}
          {standing.routes.map((route) => (route === 'ccp' ? 'by CCP' : 'by exam')).join(' or ')}.
        </p>
      )}
      {decided && view.appealBy !== null && view.outcome === 'non-compliant' ? (
        <p className="soft">
          An appeal is in time until {displayDate(view.appealBy)}
          {appealDays === undefined || appealDays.confirmed
            ? ''
            : ` (${appealDays.days} days from its letter, not confirmed yet)`}
          .
        </p>
      ) : null}
    </section>
  );
}
