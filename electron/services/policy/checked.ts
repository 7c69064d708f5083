import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { entryOn, type PolicyHistory } from '../../../shared/domain/policy.ts';
import type { PolicyChange } from '../../../shared/domain/policy-decisions.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { overridden } from '../../policy/override.ts';
import { type NewDecision, policyDecisions } from '../../repositories/policy-decisions.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { shownDecisions } from './view.ts';

/** A decision that may be added to the trail. */
export interface CheckedDecision {
  readonly decision: Omit<NewDecision, 'approvedBy'>;
  /** The value in force on its first day so far; null before the book's first. */
  readonly before: number | CalendarDate | null;
}

/** @throws StandingError as `decidePolicy` says, but for the manager */
export async function checkedDecision(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  change: PolicyChange,
  today: CalendarDate,
): Promise<CheckedDecision> {
  const reason = said(change.reason, 'why');
  if (change.kind === 'withdraw') return withdrawal(view, change.decision, reason, today);
  const reference = said(change.reference, 'where it is written');
  const policy = await officePolicy(view);
  const history = policy.history(change.name);
  if (change.kind === 'confirm') return confirmation(history, change.on, reason, reference);
  const { name, value, from } = change;
  overridden(history, { name, value, from });
  refuseNoDays(name, value);
  const before = entryOn(history, from);
  if (before !== undefined && before.value === value)
    throw same(history, before.value, before.confirmed, from);
  return {
    decision: { kind: 'set', name, value, from, reason, reference },
    before: before?.value ?? null,
  };
}

function confirmation(
  history: PolicyHistory,
  on: CalendarDate,
  reason: string,
  reference: string,
): CheckedDecision {
  const entry = entryOn(history, on);
  if (entry === undefined)
    throw new StandingError(
      'policy-before-first',
      `“${history.title}” has no value on ${displayDate(on)}.`,
      'Set one from that day on.',
    );
  if (entry.confirmed)
    throw new StandingError(
      'policy-confirmed',
      `“${history.title}” is confirmed already: ${policyValueWords(entry.unit, entry.value)}, ${entry.reference}.`,
      'To change it, set another value from a day on.',
    );
  const { name, from, value } = entry;
  return { decision: { kind: 'confirmed', name, value, from, reason, reference }, before: value };
}

async function withdrawal(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  number: number,
  reason: string,
  today: CalendarDate,
): Promise<CheckedDecision> {
  const policy = await officePolicy(view);
  const shown = shownDecisions(policy, await policyDecisions(view.reader), today);
  const decision = shown.find((each) => each.decision === number);
  if (decision === undefined)
    throw new StandingError(
      'policy-not-held',
      `There is no decision ${number} about the policy.`,
      'The policy’s history lists them.',
    );
  if (decision.state === 'replaced' || decision.state === 'withdrawn')
    throw new StandingError(
      'policy-not-held',
      `Decision ${number} about “${policy.history(decision.name).title}” no longer holds: it was decided otherwise since.`,
      'Withdraw the decision that took its place.',
    );
  const { name, from, value } = decision;
  return { decision: { kind: 'withdrawn', name, value: null, from, reason, reference: '' }, before: value };
}

function said(text: string, what: string): string {
  const trimmed = text.trim();
  if (trimmed !== '') return trimmed;
  throw new StandingError(
    'policy-unsaid',
    `A decision about the policy says ${what}.`,
    'Whoever asks later finds it in the history.',
  );
}

/** A CCP compliance notice comes before the cycle's end, never on it. */
function refuseNoDays(name: string, value: number | string): void {
  if (!name.startsWith('ccp-notice-days-before-end.') || value !== 0) return;
  throw new StandingError(
    'policy-override',
    `“${name}” cannot be set to 0: the notice comes before the cycle’s end.`,
    'Enter one day at least.',
  );
}

function same(
  { title, unit }: PolicyHistory,
  value: number | CalendarDate,
  confirmed: boolean,
  from: CalendarDate,
): StandingError {
  return new StandingError(
    'policy-same',
    `“${title}” is ${policyValueWords(unit, value)} on ${displayDate(from)} as it is.`,
    confirmed ? 'Enter another value, or another day.' : 'To keep that value for good, confirm it.',
  );
}
