import type { PolicyHistory } from '../../shared/domain/policy.ts';
import type { PolicyDecision } from '../../shared/domain/policy-decisions.ts';
import { overridden } from './override.ts';

/**
 * The decisions that hold: of each name and day the last one, unless that is a withdrawal. By name, oldest day first.
 * @param decisions in the order in which they were made
 */
export function holding(
  decisions: readonly PolicyDecision[],
): ReadonlyMap<string, readonly PolicyDecision[]> {
  const last = new Map<string, PolicyDecision>();
  for (const decision of decisions) last.set(`${decision.from} ${decision.name}`, decision);
  const kept = [...last.values()].filter(({ kind }) => kind !== 'withdrawn');
  return Map.groupBy(kept.toSorted(byDay), ({ name }) => name);
}

/** A value's history with what the office decided about it. @param held its decisions that hold, oldest day first */
export function decided(history: PolicyHistory, held: readonly PolicyDecision[]): PolicyHistory {
  return held.reduce(afterOne, history);
}

function afterOne(history: PolicyHistory, decision: PolicyDecision): PolicyHistory {
  const { kind, name, from, value, decision: number, reference } = decision;
  if (value === null) return history;
  if (kind === 'set') return overridden(history, { name, value, from, reference, decision: number });
  return {
    ...history,
    entries: history.entries.map((entry) =>
      // A later version of the book may hold another value for that day: nobody has confirmed that one.
      entry.from === from && entry.value === value
        ? { ...entry, reference, confirmed: true, decision: number }
        : entry,
    ),
  };
}

function byDay(a: PolicyDecision, b: PolicyDecision): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
