import type { PolicyUnit } from '../../shared/domain/policy.ts';
import { isCalendarDate } from '../../shared/util/dates.ts';

/** Why a value cannot be of a unit, or null where it can. */
export function valueProblem(unit: PolicyUnit, value: number | string): string | null {
  if (unit === 'date') return isCalendarDate(value) ? null : 'must be a date written YYYY-MM-DD';
  if (typeof value !== 'number' || !Number.isFinite(value)) return `must be a number of ${unit}`;
  if (value < 0) return 'must not be negative';
  if (unit === 'rate') return value <= 1 ? null : 'must lie between 0 and 1';
  if (!Number.isSafeInteger(value)) return `must be a whole number of ${unit}`;
  if (unit === 'years' && value === 0) return 'must be at least one year';
  return null;
}
