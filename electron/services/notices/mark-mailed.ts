import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import { setMailedOn } from '../../repositories/runs.ts';
import type { Office } from '../office.ts';
import { existingRun } from './runs.ts';

/**
 * Notes that a printed run was handed to the post. The same date again changes nothing.
 * @throws StandingError `run-unknown`, `not-printed`, `mailed-already`, `mailed-before-prepared`
 */
export async function markMailed(
  office: Office,
  { run: id, on }: { run: string; on: CalendarDate },
): Promise<RunSummary> {
  const run = await existingRun(office, id);
  if (run.printedOn === null)
    throw new StandingError(
      'not-printed',
      `Run ${id} was not printed yet, so it cannot have been mailed.`,
      'Print the run first.',
    );
  if (on < run.preparedOn) {
    throw new StandingError(
      'mailed-before-prepared',
      `Run ${id} was prepared on ${displayDate(run.preparedOn)}; it cannot have been mailed on ${displayDate(on)}.`,
      'Give the day on which it went to the post.',
    );
  }
  if (run.mailedOn !== null && run.mailedOn !== on) {
    throw new StandingError(
      'mailed-already',
      `Run ${id} was already marked as mailed on ${displayDate(run.mailedOn)}.`,
      'Take that back first if it is wrong.',
    );
  }
  if (run.mailedOn === null) await setMailed(office, id, null, on);
  return summaryOf(office.reader, { ...run, mailedOn: on });
}

/** Takes the mark back: the Undo of markMailed. @throws StandingError `run-unknown` */
export async function unmarkMailed(office: Office, id: string): Promise<RunSummary> {
  const run = await existingRun(office, id);
  if (run.mailedOn !== null) await setMailed(office, id, run.mailedOn, null);
  return summaryOf(office.reader, { ...run, mailedOn: null });
}

async function setMailed(
  office: Office,
  run: string,
  before: CalendarDate | null,
  after: CalendarDate | null,
): Promise<void> {
  await office.act(async (write) => {
    await setMailedOn(write, run, after);
    write.journal({
      action: after === null ? 'run.mailing-withdrawn' : 'run.mailed',
      subject: 'run',
      subjectId: run,
      detail: { before, after },
    });
  });
}
