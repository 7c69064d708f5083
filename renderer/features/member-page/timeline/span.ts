import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { CertificationOnPage } from '../../../../shared/domain/member-page.ts';
import { addDays, daysBetween } from '../../../../shared/util/dates.ts';
import { feeMark } from './fee-mark.ts';

/** The stretch of time that a timeline shows, both days inside. */
export interface TimeSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Years before `from` that are folded away; 0 where everything is shown. */
  readonly foldedYears: number;
  /** Whether every fee before `from` is settled. */
  readonly foldedSettled: boolean;
}

/** Cycles shown before the rest is folded away. */
const CYCLES_SHOWN = 4;

/**
 * What of a certification's life its timeline shows: the last cycles, from the cycle of the oldest unpaid fee on where that is earlier; all of it
 * when `whole`.
 */
export function timeSpan(
  { feeYears, cycles }: Pick<CertificationOnPage, 'feeYears' | 'cycles'>,
  asOf: CalendarDate,
  whole: boolean,
): TimeSpan {
  const starts = cycles.map((cycle) => cycle.start);
  const first = starts[0] ?? feeYears[0]?.yearStart ?? asOf;
  const recent = starts[Math.max(0, starts.length - CYCLES_SHOWN)] ?? first;
  const open = feeYears.find((year) => ['due', 'past-due'].includes(feeMark(year, asOf)));
  const troubled = starts.findLast((start) => open !== undefined && start <= open.yearStart) ?? recent;
  const shown = [troubled, recent].toSorted()[0] ?? recent;
  const from = whole ? first : shown;
  const ends = [asOf, ...cycles.map((cycle) => cycle.end), ...feeYears.map((year) => year.yearStart)];
  return {
    from,
    to: addDays(
      ends.reduce((latest, end) => (end > latest ? end : latest)),
      1,
    ),
    foldedYears: Math.round(daysBetween(first, from) / 365.2425),
    foldedSettled: !feeYears.some(
      (year) => year.yearStart < from && ['due', 'past-due'].includes(feeMark(year, asOf)),
    ),
  };
}

/** Pixels from the left edge for a date, on a drawing of a width with room at both sides. */
export function xOf(date: CalendarDate, span: TimeSpan, width: number, margin: number): number {
  const share = daysBetween(span.from, date) / Math.max(1, daysBetween(span.from, span.to));
  return margin + Math.min(1, Math.max(0, share)) * (width - 2 * margin);
}
