import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import {
  addMonths,
  displayDate,
  displayMonth,
  firstDayOfMonth,
  lastDayOfMonth,
  monthText,
} from '../../../shared/util/dates.ts';

/** How far from today a month may lie: a run is kept for ever, and one for 1026 is a slip of the finger. */
const MONTHS_AWAY = 24;

/**
 * Refuses a run whose month lies far away, and one whose time has not come or is over. Two may be prepared ahead of their day: renewal
 * notices, since a large office prints early, and audit notices, once the draw is made.
 * @param day from which day on the run is due
 * @throws StandingError `month-implausible`, `step-too-early`, `step-too-late`
 */
export function refuseUntimely(step: NoticeStep, month: string, day: CalendarDate, asOf: CalendarDate): void {
  refuseImplausible(month, asOf);
  if (step.kind !== 'renewal' && step.kind !== 'audit' && asOf < day)
    throw new StandingError(
      'step-too-early',
      `The run “${step.title}” of ${displayMonth(month)} is due on ${displayDate(day)}; it cannot be prepared on ${displayDate(asOf)}.`,
      'Prepare it on that day or later, or change the notice schedule.',
    );
  const last = lastDayOfMonth(`${month}-01`);
  if (step.kind === 'reminder' && asOf > last)
    throw new StandingError(
      'step-too-late',
      `The run “${step.title}” of ${displayMonth(month)} was to go out by ${displayDate(last)}; the fees are past due since then.`,
      'Prepare the past-due notices of the month instead.',
    );
  if ((step.kind === 'ccp' || step.kind === 'final') && asOf > last)
    throw new StandingError(
      'step-too-late',
      `The run “${step.title}” of ${displayMonth(month)} was to go out before the month’s end, ${displayDate(last)}.`,
      'Prepare the lapse notices of those who lapsed instead.',
    );
}

function refuseImplausible(month: string, asOf: CalendarDate): void {
  const from = monthText(addMonths(firstDayOfMonth(asOf), -MONTHS_AWAY));
  const to = monthText(addMonths(firstDayOfMonth(asOf), MONTHS_AWAY));
  if (month >= from && month <= to) return;
  throw new StandingError(
    'month-implausible',
    `The month ${month} lies more than two years from ${displayDate(asOf)}, so no notices are prepared for it.`,
    `Name a month from ${from} to ${to}.`,
  );
}
