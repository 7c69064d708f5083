import type { PolicyUnit } from '../../../shared/domain/policy.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { parseCents } from '../../../shared/util/money.ts';

/** A value as it stands in its field: `55.00`, `30`, `5`, `2006-01-01`. */
export function valueText(unit: PolicyUnit, value: number | string): string {
  if (typeof value === 'string') return value;
  if (unit === 'cents') return (value / 100).toFixed(2);
  return String(unit === 'rate' ? Number((value * 100).toFixed(4)) : value);
}

/** What a field's text means in the value's unit, or null where it means nothing. */
export function readValue(unit: PolicyUnit, text: string): number | string | null {
  const trimmed = text.trim();
  if (unit === 'date') return isCalendarDate(trimmed) ? trimmed : null;
  if (unit === 'cents') return parseCents(trimmed);
  if (unit === 'rate') return readRate(trimmed);
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : null;
}

function readRate(text: string): number | null {
  const percent = /^(\d{1,3}(?:\.\d{1,4})?) ?%?$/.exec(text)?.[1];
  if (percent === undefined || Number(percent) > 100) return null;
  return Number((Number(percent) / 100).toFixed(6));
}

/** What stands beside the field's name: `Value in dollars`. */
export const UNIT_WORDS: Readonly<Record<PolicyUnit, string>> = {
  cents: 'dollars',
  points: 'points',
  days: 'days',
  months: 'months',
  years: 'years',
  rate: 'percent',
  date: 'a date',
};

/** What to type, where what was typed is no value. */
export function valueHelp(unit: PolicyUnit): string {
  if (unit === 'cents') return 'Type an amount in dollars, such as 55.00.';
  if (unit === 'rate') return 'Type a percentage from 0 to 100.';
  if (unit === 'date') return 'Choose a date.';
  return `Type a whole number of ${unit}.`;
}
