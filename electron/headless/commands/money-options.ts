import {
  CERTIFICATION_CODES,
  type CertificationCode,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { parseCents } from '../../../shared/util/money.ts';
import type { Call } from '../call.ts';
import { UsageError } from '../usage.ts';

/** How many rows a list shows on the command line. */
export const SHOWN = 500;

/** Whole cents of an option. @throws UsageError unless it is there and an amount */
export function centsOf(call: Call, option: string): number {
  const text = call.text(option);
  if (text === null) throw new UsageError(`--${option} is missing; write an amount such as 50.00`);
  const cents = parseCents(text);
  if (cents === null) throw new UsageError(`--${option} ${text} is no amount; write one such as 50.00`);
  return cents;
}

/** @throws UsageError unless there */
export function needText(call: Call, option: string, such: string): string {
  const text = call.text(option);
  if (text === null || text.trim() === '') throw new UsageError(`--${option} is missing; write ${such}`);
  return text;
}

/** @throws UsageError unless a number from 1 on */
export function idOf(word: string | undefined, what: string): number {
  if (word !== undefined && /^[1-9]\d{0,14}$/.test(word)) return Number(word);
  throw new UsageError(`${word ?? ''} is no number of ${what}; write a whole number of at least 1`);
}

/** @throws UsageError unless a date */
export function dateOf(call: Call, option: string, otherwise: CalendarDate): CalendarDate {
  const text = call.text(option);
  return text === null ? otherwise : calendarDate(text, `--${option}`);
}

/** @throws UsageError unless absent or a date */
export function dateOrNone(call: Call, option: string): CalendarDate | null {
  const text = call.text(option);
  return text === null ? null : calendarDate(text, `--${option}`);
}

export function calendarDate(text: string, what: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new UsageError(`${what} ${text} is no date; write an existing one as YYYY-MM-DD`);
}

/** @throws UsageError unless one of the methods */
export function methodOf(call: Call): PaymentMethod {
  const text = call.text('method');
  // American offices write it so.
  const written = text === 'check' ? 'cheque' : text;
  const method = PAYMENT_METHODS.find((one) => one === written);
  if (method !== undefined) return method;
  throw new UsageError(
    `--method ${text ?? 'is missing'}${text === null ? '' : ' is not known'}; it is one of: ${PAYMENT_METHODS.join(', ')}`,
  );
}

/** @throws UsageError unless one of the certifications */
export function codeOf(text: string): CertificationCode {
  const code = CERTIFICATION_CODES.find((one) => one === text.toUpperCase());
  if (code !== undefined) return code;
  throw new UsageError(`${text} is no certification; they are: ${CERTIFICATION_CODES.join(', ')}`);
}

/** `NO[:CODE[:AMOUNT]]` taken apart. */
export interface MemberWord {
  readonly memberNo: string;
  readonly code: CertificationCode | null;
  readonly cents: number | null;
}

/** @throws UsageError */
export function memberWord(text: string): MemberWord {
  const [memberNo = '', code, amount, ...more] = text.split(':');
  if (memberNo === '' || more.length > 0)
    throw new UsageError(
      `--member ${text} is not understood; write NUMBER, NUMBER:CODE or NUMBER:CODE:AMOUNT`,
    );
  const cents = amount === undefined ? null : parseCents(amount);
  if (amount !== undefined && cents === null)
    throw new UsageError(`${amount} in --member ${text} is no amount; write one such as 50.00`);
  return { memberNo, code: code === undefined ? null : codeOf(code), cents };
}
