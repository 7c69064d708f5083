import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { FeeYear } from '../../../../shared/domain/member-page.ts';
import { displayDate, monthText } from '../../../../shared/util/dates.ts';
import { displayCents } from '../../../../shared/util/money.ts';

export type FeeMark = 'paid' | 'waived' | 'due' | 'past-due' | 'upcoming';

/** How a year's fee is drawn. A part-paid fee is unpaid (policy.md C6), and so is one that was never invoiced. */
export function feeMark(year: FeeYear, asOf: CalendarDate): FeeMark {
  switch (year.state) {
    case 'paid':
    case 'waived':
    case 'upcoming':
      return year.state;
    case 'part-paid':
    case 'unpaid':
    case 'not-invoiced':
      if (year.dueOn < asOf) return 'past-due';
      return monthText(year.dueOn) === monthText(asOf) ? 'due' : 'upcoming';
  }
}

/** `2026–27`, the certification year that starts on a date. */
export function yearName(yearStart: CalendarDate): string {
  const year = Number(yearStart.slice(0, 4));
  return `${year}–${String(year + 1).slice(2)}`;
}

/** What a year's fee is in one line: `2026–27: $50.00, past due since 31 May 2026`. */
export function feeWords(year: FeeYear, asOf: CalendarDate): string {
  return `${yearName(year.yearStart)}: ${displayCents(year.amountCents)}, ${stateWords(year, asOf)}`;
}

/** The fee's state in words; what is missing of a part-paid one is said. */
export function stateWords(year: FeeYear, asOf: CalendarDate): string {
  const mark = feeMark(year, asOf);
  if (mark === 'paid' || mark === 'waived') return mark;
  const part =
    year.paidCents > 0 ? `, ${displayCents(year.paidCents)} of ${displayCents(year.amountCents)} paid` : '';
  const invoice = year.state === 'not-invoiced' ? ', not invoiced yet' : '';
  if (mark === 'past-due') return `past due since ${displayDate(year.dueOn)}${part}${invoice}`;
  return `due by ${displayDate(year.dueOn)}${part}${invoice}`;
}
