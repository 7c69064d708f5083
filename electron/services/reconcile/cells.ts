import {
  CERTIFICATION_CODES,
  CERTIFICATION_NAMES,
  type CertificationCode,
  type PaymentMethod,
} from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ReceiptSource } from '../../../shared/domain/receipts.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { parseCents } from '../../../shared/util/money.ts';
import { BadCell } from '../import/cells/cell.ts';
import { dateUpTo } from '../import/cells/date.ts';

/** More than any payment is; beyond it the column is surely another one. */
const MOST_CENTS = 1_000_000_00;

/** A time of day behind a date, as portals write it. */
const TIME =
  /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]\.?M\.?)?(?: ?(?:Z|UTC|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?$/i;
/** Banks write `20261120`; no month is 20, so it cannot be anything else. */
const DIGITS = /^(20\d{2})(\d{2})(\d{2})$/;

/** The day of a date with or without its time; not later than today. */
export function receivedOn(text: string, today: CalendarDate): CalendarDate | BadCell {
  const [, year = '', month = '', day = ''] = DIGITS.exec(text) ?? [];
  const written = year === '' ? text.replace(TIME, '') : `${year}-${month}-${day}`;
  if (year !== '' && !isCalendarDate(written))
    return new BadCell('is no day of the calendar; write 2020-05-01 or 05/01/2020');
  return dateUpTo(today, 'lies ahead of today; check that this is the column of the payment’s date').read(
    written,
  );
}

/**
 * Money as `123.45`, `$1,234.50`, and negative as `-50.00`, `(50.00)` or `50.00-`; whole cents.
 * `12,50` and `1.234,50` are not guessed at.
 */
export function signedCents(text: string): number | BadCell {
  const bare = text.replace(/\s|USD/gi, '').replace(/−/g, '-');
  const [, inside] = /^\((.+)\)$/.exec(bare) ?? [];
  const [, before = '', dollar = '', digits = '', after = ''] =
    /^(-?)(\$?)-?([\d.,]+)(-?)$/.exec(inside ?? bare) ?? [];
  const signs = (bare.match(/-/g) ?? []).length + (inside === undefined ? 0 : 1);
  const cents = digits === '' || signs > 1 ? null : parseCents(`${dollar}${digits}`);
  if (cents === null || (before !== '' && after !== ''))
    return new BadCell('is not an amount; write dollars and cents as 123.45');
  if (cents > MOST_CENTS) return new BadCell('is more than a million dollars; check the amount');
  return signs === 0 || cents === 0 ? cents : -cents;
}

const METHODS: readonly (readonly [RegExp, PaymentMethod])[] = [
  [/\be-?check\b|\be-?cheque\b|\bach\b|\bonline\b|paypal|\bbank\b|\beft\b|\bweb\b/, 'online'],
  [/\bcheck\b|\bcheque\b|\bchk\b|money order/, 'cheque'],
  [/card|visa|master|amex|american express|discover|debit|credit/, 'card'],
  [/\bcash\b/, 'cash'],
];

/** How a line was paid, by the words that portals use; what is not known is what the source mostly brings. */
export function methodOf(text: string, source: ReceiptSource): PaymentMethod {
  const words = text.toLowerCase().replace(/_/g, ' ');
  const found = METHODS.find(([known]) => known.test(words))?.[1];
  return found ?? (source === 'lockbox' ? 'cheque' : 'online');
}

/** `in`: money came in; `back`: it went back; `unpaid`: none moved. */
export type Movement = 'in' | 'back' | 'unpaid';

const MOVEMENTS: readonly (readonly [Movement, RegExp])[] = [
  ['unpaid', /declin|fail|void|cancel|reject|error|denied|pending|expired|abandon|incomplete|unpaid/],
  ['back', /refund|charge ?back|revers|return|dispute|credit issued|takeback|nsf|bounce/],
  [
    'in',
    /^(?:$|in|ok|success.*|paid|approved|settled|captured?|completed?|cleared|posted|processed|accepted|sale|payment|purchase|charge|auth.*|deposit.*|received|check|cheque|credit|debit|1)/,
  ],
];

/** Whether money came in, by the words of a status or type column. */
export function movementOf(text: string): Movement | BadCell {
  const words = text.toLowerCase().replace(/[_-]/g, ' ').trim();
  const found = MOVEMENTS.find(([, known]) => known.test(words))?.[0];
  return (
    found ??
    new BadCell(
      'does not say whether it was paid, refunded or declined; ignore this column if it is about something else',
    )
  );
}

/** The certification that a text names, by its code among other words or by its name; none where it names none or several. */
export function certificationIn(text: string): CertificationCode | '' {
  const words = new Set(text.toUpperCase().split(/[^A-Z]+/));
  const coded = CERTIFICATION_CODES.filter((code) => words.has(code));
  const lower = text.toLowerCase();
  const found =
    coded.length > 0
      ? coded
      : CERTIFICATION_CODES.filter((code) => lower.includes(CERTIFICATION_NAMES[code].toLowerCase()));
  return found.length === 1 ? (found[0] ?? '') : '';
}
