import type { CalendarEntry } from '../../../shared/domain/completeness.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { lastDayOfMonth } from '../../../shared/util/dates.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import { runs } from '../../repositories/runs.ts';
import { monthsDue, stepDay } from '../../rules/notices/step-day.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { officeSchedule } from './schedule.ts';

/**
 * The notice schedule laid out on a month's days: each step with the month that its notices are for and the runs that were prepared.
 * @param month `YYYY-MM` whose days are shown
 */
export async function noticeCalendar(
  view: OfficeView,
  month: string,
  asOf: CalendarDate,
): Promise<readonly CalendarEntry[]> {
  const policy = await officePolicy(view);
  const first = `${month}-01`;
  const entries: CalendarEntry[] = [];
  for (const step of await officeSchedule(view, asOf)) {
    for (const about of monthsDue(step, first, lastDayOfMonth(first), policy)) {
      const made = (await runs(view.reader, about)).filter((run) => run.step === step.id);
      entries.push({
        day: stepDay(step, about, policy),
        step: step.id,
        title: step.title,
        month: about,
        runs: await Promise.all(made.toReversed().map((run) => summaryOf(view.reader, run))),
      });
    }
  }
  return entries.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
