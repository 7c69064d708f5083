import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RenewalMonth, RunPieces, RunSummary } from '../../../shared/domain/renewals.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { addMonths, firstDayOfMonth, monthText } from '../../../shared/util/dates.ts';
import { anniversariesByMonth } from '../../repositories/renewal-candidates.ts';
import { heldPieces, type PieceFilter, pieceRows, summaryOf } from '../../repositories/run-lists.ts';
import { type Run, runById, runs } from '../../repositories/runs.ts';
import type { OfficeView } from '../office.ts';

type View = Pick<OfficeView, 'reader'>;

/** @throws StandingError `run-unknown` */
export async function existingRun(view: View, id: string): Promise<Run> {
  const run = await runById(view.reader, id);
  if (run === null)
    throw new StandingError(
      'run-unknown',
      `There is no run ${id}.`,
      'Prepare the month’s run first, or name one such as 2026-12-A.',
    );
  return run;
}

/** A run at a glance, or null. */
export async function runSummary(view: View, id: string): Promise<RunSummary | null> {
  const run = await runById(view.reader, id);
  return run === null ? null : summaryOf(view.reader, run);
}

/** Every run, newest month first. */
export async function listRuns(view: View): Promise<readonly RunSummary[]> {
  const summaries: RunSummary[] = [];
  for (const run of await runs(view.reader)) summaries.push(await summaryOf(view.reader, run));
  return summaries;
}

/** Who is held back by a run and why. */
export async function heldOf(view: View, run: string): ReturnType<typeof heldPieces> {
  return heldPieces(view.reader, run);
}

/** Rows of a run's list. */
export async function runPieces(
  view: View,
  query: PieceFilter & { readonly offset: number; readonly limit: number },
): Promise<RunPieces> {
  return pieceRows(view.reader, query, query.offset, query.limit);
}

const MONTHS_BACK = 2;
const MONTHS_AHEAD = 4;

/** The months around a date, each with how many certifications have their anniversary in it and its runs. */
export async function renewalMonths(view: View, asOf: CalendarDate): Promise<readonly RenewalMonth[]> {
  const all = await runs(view.reader);
  const months: RenewalMonth[] = [];
  for (let ahead = -MONTHS_BACK; ahead <= MONTHS_AHEAD; ahead++) {
    const month = monthText(addMonths(firstDayOfMonth(asOf), ahead));
    const counts = await anniversariesByMonth(view.reader, month.slice(0, 4));
    months.push({
      month,
      certifications: counts.get(month.slice(5)) ?? 0,
      runs: all
        .filter((run) => run.month === month && run.step === 'renewal')
        .map(({ id, printedOn, mailedOn, toPrint }) => ({ run: id, printedOn, mailedOn, toPrint })),
    });
  }
  return months;
}
