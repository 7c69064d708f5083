import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { parseCents } from '../../../shared/util/money.ts';
import { UsageError } from '../usage.ts';

/** A value named on the command line, in the name's unit: whole cents (or `$55.00`), a rate from 0 to 1 (or `5%`), a date. */
export interface NamedValue {
  readonly name: string;
  readonly value: number | CalendarDate;
}

/** `NAME=VALUE`. @throws UsageError */
export function namedValue(text: string, what: string): NamedValue {
  const at = text.indexOf('=');
  const value = text.slice(at + 1).trim();
  if (at < 1 || value === '')
    throw new UsageError(`${what} ${text} is not NAME=VALUE, such as points-required.RMA=36`);
  return { name: text.slice(0, at).trim(), value: valueIn(value) };
}

/** What is neither money, a rate nor a number is left as it is, for the value's own unit to judge. */
export function valueIn(text: string): number | string {
  if (text.startsWith('$')) return parseCents(text) ?? text;
  const percent = /^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
