import type { DueValue } from '../../../shared/domain/audit-case.ts';
import type { CaseState } from '../../../shared/domain/audit-steps.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/util/dates.ts';

// PB-AUD-2: the selected members are asked for proof. No days are published; each is a value of the office (policy.md B, *office*).

/** The value that sets the day by which a state is to be left; null where none is set. */
export const DUE_VALUES: Readonly<Record<CaseState, string | null>> = {
  selected: null,
  'notice-sent': 'audit-answer-days',
  waiting: null,
  received: 'audit-review-days',
  'in-review': null,
  'more-asked': 'audit-more-asked-days',
  extension: 'audit-extension-days',
  'letter-waiting': null,
  decided: null,
  appealed: 'audit-appeal-review-days',
};

/** The days that a value of the desk sets on a date. */
export function daysOf(name: string, policy: Policy, on: CalendarDate): DueValue {
  const { value, confirmed } = policy.value(name, on);
  return { name, days: value, confirmed };
}

/**
 * By when a case that enters a state is due. An extension counts from the day due, where that has not passed; a state without days of its
 * own keeps the day, and a decision ends it.
 */
export function dueOn(
  to: CaseState,
  on: CalendarDate,
  before: CalendarDate | null,
  policy: Policy,
): { readonly dueOn: CalendarDate | null; readonly value: DueValue | null } {
  const name = DUE_VALUES[to];
  if (name === null)
    return { dueOn: to === 'decided' || to === 'letter-waiting' ? null : before, value: null };
  const value = daysOf(name, policy, on);
  const from = to === 'extension' && before !== null && before > on ? before : on;
  return { dueOn: addDays(from, value.days), value };
}

/** The last day on which an outcome can be appealed. @param finalOn the day its letter went out */
export function appealBy(finalOn: CalendarDate, policy: Policy): CalendarDate {
  return addDays(finalOn, daysOf('audit-appeal-days', policy, finalOn).days);
}
