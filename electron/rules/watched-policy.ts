import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Policy, PolicyDate, PolicyValue } from '../../shared/domain/policy.ts';

/** A policy that notices whether another one would have answered otherwise. */
export interface WatchedPolicy extends Policy {
  /** Whether it would have, since this was asked last. */
  differed(): boolean;
}

/**
 * Answers as `policy` does and notices where `other` has another value. Rules are pure: a judgement in which no answer differed is the very
 * same under the other policy.
 * @param names the values that may differ
 */
export function watched(policy: Policy, other: Policy, names: ReadonlySet<string>): WatchedPolicy {
  let differs = false;
  return {
    value(name: string, onDate: CalendarDate): PolicyValue {
      const entry = policy.value(name, onDate);
      if (!differs && names.has(name)) differs = other.value(name, onDate).value !== entry.value;
      return entry;
    },
    date(name: string, onDate: CalendarDate): PolicyDate {
      const entry = policy.date(name, onDate);
      if (!differs && names.has(name)) differs = other.date(name, onDate).value !== entry.value;
      return entry;
    },
    differed() {
      const was = differs;
      differs = false;
      return was;
    },
  };
}
