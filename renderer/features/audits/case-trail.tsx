import type { CaseDecision, CaseOpinion, CaseView } from '../../../shared/domain/audit-case.ts';
import { CASE_STATE_WORDS } from '../../../shared/domain/audit-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';

/** What was done with the case, newest first, and every decision on it. */
export function CaseTrail({ view }: { readonly view: CaseView }) {
  const { steps, decisions, opinions, selectedOn, campaign, forCause } = view;
  return (
    <section className="case-trail" aria-label="Trail">
      <h2>Trail</h2>
      {decisions.length === 0 ? null : (
        <ul>
          {decisions.toReversed().map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: decisions are only ever added at the other end
            <li key={decisions.length - index}>
              <strong>{one.outcome === 'compliant' ? '● Compliant' : '■ Non-compliant'}</strong>{' '}
              {one.reversal ? 'reverses the decision before ' : ''}
              {finality(one)}{' '}
              <span className="soft">
                {displayDate(one.decidedOn)}, {one.decidedBy}
                {one.secondBy === null ? '' : ` and ${one.secondBy}`}, {one.counted} of {one.required} points
                ({one.citation}){one.reason === '' ? '' : `: ${one.reason}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {opinions.length === 0 ? null : (
        <ul aria-label="Opinions">
          {opinions.toReversed().map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: opinions are only ever added at the other end
            <li key={opinions.length - index}>
              <strong>{opinionWords(one)}</strong>{' '}
              <span className="soft">
                {displayDate(one.on)}, {one.by}
                {one.note === '' ? '' : `: ${one.note}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ol>
        {steps.toReversed().map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the other end
          <li key={steps.length - index}>
            <strong>{CASE_STATE_WORDS[step.to]}</strong>{' '}
            <span className="soft">
              {displayDate(step.on)}, {step.actor}
              {step.dueOn === null ? '' : `, due ${displayDate(step.dueOn)}`}
              {step.value === null || step.value.confirmed ? '' : ` (${step.value.days} days, not confirmed)`}
              {step.run === null ? '' : `, run ${step.run}`}
              {step.takenBack ? ', taken back' : ''}
              {step.note === '' ? '' : `: ${step.note}`}
            </span>
          </li>
        ))}
        <li>
          <strong>Selected</strong>{' '}
          <span className="soft">
            {displayDate(selectedOn)},{' '}
            {campaign === null ? `for cause: ${forCause ?? ''}` : `drawn in the audit of ${campaign}`}
          </span>
        </li>
      </ol>
    </section>
  );
}

function opinionWords({ role, agrees }: CaseOpinion): string {
  if (role === 'first') return 'Proposed as non-compliant';
  return agrees === true ? 'Second reviewer agreed' : 'Second reviewer did not agree';
}

/** Whether and since when a decision is final. */
function finality({ state, final }: CaseDecision): string {
  if (state === 'waiting') return 'waits for its letter;';
  if (final === null) return 'withdrawn before its letter went out;';
  const on = displayDate(final.on);
  if (final.how === 'declared')
    return `declared final since ${on} (${final.way}; ${final.reason}; allowed by ${final.approvedBy ?? ''});`;
  return `final since ${on}${final.run === null ? '' : `, run ${final.run}`};`;
}
