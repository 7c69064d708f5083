import { displayDate } from '../util/dates.ts';
import { displayCents } from '../util/money.ts';
import type { PolicyUnit } from './policy.ts';

/** A policy value as the office writes it: `$50.00`, `30 points`, `5 %`, `1 January 2006`. */
export function policyValueWords(unit: PolicyUnit, value: number | string): string {
  if (typeof value === 'string') return displayDate(value);
  if (unit === 'cents') return displayCents(value);
  if (unit === 'rate') return `${Number((value * 100).toFixed(2))} %`;
  return `${value.toLocaleString('en-US')} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}
