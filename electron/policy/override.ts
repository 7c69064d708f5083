import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PolicyHistory } from '../../shared/domain/policy.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../shared/util/dates.ts';
import { policyEntry } from './periods.ts';
import { valueProblem } from './value-check.ts';

/** A value that the office set, or that a what-if tries. */
export interface PolicyOverride {
  readonly name: string;
  /** In the name's unit; `YYYY-MM-DD` where that is `date`. */
  readonly value: number | string;
  /** First day in force; absent = always, as in a what-if. */
  readonly from?: CalendarDate | undefined;
  /** Where the office found it written. */
  readonly reference?: string;
  /** The number of the office's decision; absent where a value is only tried. */
  readonly decision?: number;
}

const ALWAYS = '0001-01-01';

/** The history with the override in force from its date on, whatever the book says for later dates. */
export function overridden(history: PolicyHistory, override: PolicyOverride): PolicyHistory {
  const from = override.from ?? ALWAYS;
  const problem = isCalendarDate(from)
    ? valueProblem(history.unit, override.value)
    : 'must be in force from an existing date';
  if (problem !== null) {
    const message = `“${override.name}” cannot be set to ${JSON.stringify(override.value)}: it ${problem}.`;
    throw new StandingError('policy-override', message, 'Enter a value of that kind.');
  }
  const tried = override.from === undefined;
  const entry = policyEntry(override.name, history.unit, {
    from,
    value: override.value,
    reference: override.reference || (tried ? 'Tried value (what if)' : 'Set by the office'),
    confirmed: !tried,
    ...(override.decision === undefined ? {} : { decision: override.decision }),
  });
  return { ...history, entries: [...history.entries.filter((earlier) => earlier.from < from), entry] };
}
