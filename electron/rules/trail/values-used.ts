import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PolicyEntry } from '../../../shared/domain/policy.ts';
import type { PolicyValueUsed } from '../../../shared/domain/standing.ts';

/** A policy value as a reason shows it, with the date that it was looked up for. */
export function used({ name, value, unit, confirmed }: PolicyEntry, onDate: CalendarDate): PolicyValueUsed {
  return { name, value, unit, onDate, confirmed };
}
