import type { PolicyUnit } from '../../../shared/domain/policy.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

/** A policy value as people say it: `$50.00`, `30 points`, `1 January 2006`, `5 %`. */
export function valueWords(value: number | string, unit: PolicyUnit): string {
  if (typeof value === 'string') return displayDate(value);
  switch (unit) {
    case 'cents':
      return displayCents(value);
    case 'rate':
      return `${Number((value * 100).toFixed(2))} %`;
    case 'date':
      return String(value);
    case 'points':
    case 'days':
    case 'months':
    case 'years':
      return `${value.toLocaleString('en-US')} ${value === 1 ? unit.slice(0, -1) : unit}`;
  }
}
