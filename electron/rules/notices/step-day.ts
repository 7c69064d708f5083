import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeAnchor, NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { addDays, addMonths, lastDayOfMonth, monthText } from '../../../shared/util/dates.ts';

// PB-CCP-4 names CCP compliance notices "several times before the cycle's end"; how many days is the policy book's. All else is
// the office's schedule.

/** From which day on the run of a month is due. @param month `YYYY-MM` */
export function stepDay(step: NoticeStep, month: string, policy: Policy): CalendarDate {
  return addDays(anchorDay(step.anchor, month), offsetDays(step, month, policy));
}

/** The months whose run of a step falls due from one day to another, both included, earliest first. */
export function monthsDue(
  step: NoticeStep,
  from: CalendarDate,
  to: CalendarDate,
  policy: Policy,
): readonly string[] {
  const months: string[] = [];
  // A step's day lies less than four years from its month.
  const last = addMonths(to, MONTHS_APART);
  for (let month = addMonths(from, -MONTHS_APART); month <= last; month = addMonths(month, 1)) {
    const day = stepDay(step, monthText(month), policy);
    if (day >= from && day <= to) months.push(monthText(month));
  }
  return months;
}

const MONTHS_APART = 48;

function anchorDay(anchor: NoticeAnchor, month: string): CalendarDate {
  const first = `${month}-01`;
  switch (anchor) {
    case 'anniversary-month':
    case 'cycle-end':
    case 'payment':
    case 'selection':
      return first;
    case 'due-date':
    case 'lapse':
      return lastDayOfMonth(first);
    default:
      return assertNever(anchor);
  }
}

function offsetDays(step: NoticeStep, month: string, policy: Policy): number {
  if (step.offsetPolicy === null) return step.offsetDays;
  return -policy.value(step.offsetPolicy, lastDayOfMonth(`${month}-01`)).value;
}
