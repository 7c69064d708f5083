import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { KeptPart, KeptUntil, RetentionPolicy } from '../../../shared/domain/retention.ts';
import { addYears } from '../../../shared/util/dates.ts';

/**
 * How long a document is kept: as long as the part of it that is kept longest, each by the value in force on the day it was decided
 * (`retention-years-decided`, or `retention-years-refused` for what was refused or dismissed). Null while nothing is decided yet.
 */
export function keptUntil(
  parts: readonly Pick<KeptPart, 'state' | 'decidedOn'>[],
  policy: Policy,
): KeptUntil | null {
  const ends = parts.flatMap(({ state, decidedOn }) =>
    decidedOn === null ? [] : [endOf(policyOf(state), decidedOn, policy)],
  );
  return ends.reduce<KeptUntil | null>(
    (last, end) => (last === null || end.dueOn > last.dueOn ? end : last),
    null,
  );
}

function endOf(name: RetentionPolicy, from: CalendarDate, policy: Policy): KeptUntil {
  const { value, confirmed } = policy.value(name, from);
  return { from, policy: name, years: value, confirmed, dueOn: addYears(from, value) };
}

function policyOf(state: KeptPart['state']): RetentionPolicy {
  return state === 'filed' ? 'retention-years-decided' : 'retention-years-refused';
}
