import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { sheetListText } from '../../../shared/domain/sheet-ranges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { addDays, displayDate } from '../../../shared/util/dates.ts';
import { pulledSheets } from '../../repositories/pulled-sheets.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import { type Run, setMailedOn } from '../../repositories/runs.ts';
import { waitingSheets } from '../../repositories/spoiled-sheets.ts';
import { movesCases, noteSent, noteUnsent } from '../audit/letters/on-sent.ts';
import type { Office } from '../office.ts';
import { existingRun } from './runs.ts';

export interface Mailing {
  readonly run: string;
  readonly on: CalendarDate;
  /** Sheets handed over, as counted; null = the run's own number counts as agreed. */
  readonly count?: number | null;
}

/**
 * Notes that a printed run was handed to the post. The same date again changes nothing.
 * @throws StandingError `run-unknown`, `not-printed`, `mailed-already`, `mailed-before-prepared`, `mailed-before-printed`,
 * `mailed-in-future`, `spoiled-waiting`, `count-differs`
 */
export async function markMailed(office: Office, { run: id, on, count }: Mailing): Promise<RunSummary> {
  const run = await existingRun(office, id);
  refuseDate(run, on, office.clock.today());
  const waiting = await waitingSheets(office.reader, id);
  if (waiting.length > 0)
    throw new StandingError(
      'spoiled-waiting',
      `Run ${id} is not complete: ${waiting.length === 1 ? 'spoiled sheet' : 'spoiled sheets'} ${sheetListText(waiting.map(({ sheet }) => sheet))} ${waiting.length === 1 ? 'waits' : 'wait'} for the reprint.`,
      'Reprint the spoiled sheets, put them with the others, and mark the run then.',
    );
  const sheets = run.toPrint - (await pulledSheets(office.reader, id)).length;
  refuseCount(run, sheets, count ?? sheets);
  const mailed = { on, count: sheets };
  if (run.mailedOn === null) await setMailed(office, run, null, mailed);
  return summaryOf(office.reader, { ...run, mailedOn: on, mailedCount: mailed.count });
}

/** A drop is often booked with the post some days before; further ahead the year or the month was typed wrongly. */
const DAYS_AHEAD = 31;

function refuseDate(run: Run, on: CalendarDate, today: CalendarDate): void {
  const { id, kind, preparedOn, printedOn, mailedOn } = run;
  if (printedOn === null)
    throw new StandingError(
      'not-printed',
      `Run ${id} was not printed yet, so it cannot have been mailed.`,
      'Print the run first.',
    );
  if (mailedOn !== null && mailedOn !== on)
    throw new StandingError(
      'mailed-already',
      `Run ${id} was already marked as mailed on ${displayDate(mailedOn)}.`,
      'Take that back first if it is wrong.',
    );
  const refuse = (code: string, why: string): StandingError =>
    new StandingError(
      code,
      `Run ${id} ${why}; it cannot have been mailed on ${displayDate(on)}.`,
      'Give the day on which it went to the post.',
    );
  if (on < preparedOn) throw refuse('mailed-before-prepared', `was prepared on ${displayDate(preparedOn)}`);
  if (on < printedOn) throw refuse('mailed-before-printed', `was printed on ${displayDate(printedOn)}`);
  // A member is told, and days begin, when it goes out: not before.
  if (on > addDays(today, movesCases(kind) ? 0 : DAYS_AHEAD) && mailedOn === null)
    throw refuse('mailed-in-future', `is marked on ${displayDate(today)}`);
}

/** @param sheets those of the run but what was taken out */
function refuseCount(run: Run, sheets: number, count: number): void {
  const difference = count - sheets;
  if (difference === 0) return;
  const by = Math.abs(difference).toLocaleString('en-US');
  throw new StandingError(
    'count-differs',
    `Run ${run.id} has ${sheets.toLocaleString('en-US')} sheets${sheets < run.toPrint ? ` without the ${run.toPrint - sheets} taken out` : ''}, but ${count.toLocaleString('en-US')} were counted: ${by} too ${difference > 0 ? 'many' : 'few'}.`,
    difference > 0
      ? 'Look for a sheet that was printed twice or belongs to another run.'
      : 'Look for the missing sheets; mark what was spoiled and reprint it.',
  );
}

/** Takes the mark back: the Undo of markMailed. @throws StandingError `run-unknown`, `case-moved-on` */
export async function unmarkMailed(office: Office, id: string): Promise<RunSummary> {
  const run = await existingRun(office, id);
  const before = run.mailedOn === null ? null : { on: run.mailedOn, count: run.mailedCount ?? run.toPrint };
  if (before !== null) await setMailed(office, run, before, null);
  return summaryOf(office.reader, { ...run, mailedOn: null, mailedCount: null });
}

type Mailed = { readonly on: CalendarDate; readonly count: number } | null;

async function setMailed(office: Office, run: Run, before: Mailed, after: Mailed): Promise<void> {
  await office.act(async (write) => {
    await setMailedOn(write, run.id, after);
    if (after === null) await noteUnsent(office, write, run);
    else await noteSent(office, write, run, { on: after.on });
    write.journal({
      action: after === null ? 'run.mailing-withdrawn' : 'run.mailed',
      subject: 'run',
      subjectId: run.id,
      detail: { before, after },
    });
  });
}
