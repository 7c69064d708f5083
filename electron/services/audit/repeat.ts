import type { DrawCheck } from '../../../shared/domain/audit-draw.ts';
import { sizeOfRate } from '../../../shared/domain/audit-sample.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { OutputFile } from '../../printing/pdf/output-file.ts';
import { candidatesOf, drawsOn, type RecordedDraw } from '../../repositories/audit-draws.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { auditPopulation, drawable } from './population.ts';
import { drawFrom, populationText, sha256 } from './ranking.ts';

/**
 * A draw of a year; the first where no number is given.
 * @throws StandingError `draw-unknown`
 */
export async function recordedDraw(
  view: Pick<OfficeView, 'reader'>,
  year: number,
  draw: number | null,
): Promise<RecordedDraw> {
  const draws = await drawsOn(view.reader, year);
  const found = draws.find((one) => one.draw === (draw ?? 1));
  if (found !== undefined) return found;
  throw new StandingError(
    'draw-unknown',
    draws.length === 0
      ? `The audit of ${year} was not drawn.`
      : `The audit of ${year} has ${draws.length} ${draws.length === 1 ? 'draw' : 'draws'}, none with the number ${draw}.`,
    draws.length === 0 ? `Draw it with audit draw --year ${year}.` : `Name one from 1 to ${draws.length}.`,
  );
}

/**
 * Writes the population of a draw for whoever wants to repeat it: a public id a line, in order; its SHA-256 is the draw's.
 * @throws StandingError `draw-unknown`, `draw-taken-over`, `office-file`, `cannot-write`
 */
export async function exportPopulation(
  view: Pick<OfficeView, 'reader'>,
  year: number,
  draw: number | null,
  file: string,
): Promise<{ readonly file: string; readonly population: number; readonly sha256: string }> {
  refuseOwnFile(file);
  const found = await recordedDraw(view, year, draw);
  refuseTakenOver(found);
  const population = drawable(await candidatesOf(view.reader, found.id));
  const text = populationText(population);
  const out = await OutputFile.open(file);
  try {
    await out.write(Buffer.from(text));
    await out.finish();
  } catch (error) {
    await out.discard();
    throw error;
  }
  return { file, population: population.length, sha256: sha256(text) };
}

/**
 * Repeats a draw from what is kept of it, and says whether the facts still give the population that was drawn from.
 * @throws StandingError `draw-unknown`, `draw-taken-over`, `cancelled`
 */
export async function checkDraw(
  view: OfficeView,
  year: number,
  draw: number | null,
  asOf: CalendarDate,
  work: Work,
): Promise<DrawCheck> {
  const found = await recordedDraw(view, year, draw);
  refuseTakenOver(found);
  const candidates = await candidatesOf(view.reader, found.id);
  const kept = drawable(candidates);
  const problems: string[] = [];
  if (sha256(populationText(kept)) !== found.populationSha256)
    problems.push('The population kept is not the one whose SHA-256 was recorded.');
  const size = found.size ?? sizeOfRate(kept.length, found.rate ?? 0);
  const again = new Set(drawFrom(kept, found.seed, size));
  const differs = candidates.filter((one) => one.selected !== again.has(one.publicId));
  if (differs.length > 0)
    problems.push(`The draw repeated differs at ${differs.length}, the first is ${differs[0]?.publicId}.`);
  problems.push(...(await changedSince(view, found, candidates, asOf, work)));
  return { campaign: found.campaign, draw: found.draw, ok: problems.length === 0, problems };
}

/** Who moved on by the facts of today and was not considered then, or the other way round. */
async function changedSince(
  view: OfficeView,
  draw: RecordedDraw,
  candidates: Awaited<ReturnType<typeof candidatesOf>>,
  asOf: CalendarDate,
  work: Work,
): Promise<readonly string[]> {
  const cycleOf = (one: { readonly publicId: string; readonly cycleStart: CalendarDate }) =>
    `${one.publicId} ${one.cycleStart}`;
  const now = new Set((await auditPopulation(view, draw.year, asOf, work)).map(cycleOf));
  const then = new Set(candidates.map(cycleOf));
  const gone = [...then].filter((one) => !now.has(one));
  const come = [...now].filter((one) => !then.has(one));
  return [
    ...(gone.length > 0
      ? [`${gone.length} of the population would not be in it by today’s facts, such as ${id(gone)}.`]
      : []),
    ...(come.length > 0
      ? [`${come.length} would be in the population by today’s facts and were not, such as ${id(come)}.`]
      : []),
  ];
}

function id(all: readonly string[]): string {
  return (all[0] ?? '').split(' ')[0] ?? '';
}

function refuseTakenOver(draw: RecordedDraw): void {
  if (draw.algorithm !== 'taken-over') return;
  throw new StandingError(
    'draw-taken-over',
    `The audit of ${draw.campaign} was drawn elsewhere; its population is not kept here, so it cannot be repeated.`,
    'Ask whoever drew it.',
  );
}
