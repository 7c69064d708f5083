import { randomBytes } from 'node:crypto';
import type { AuditDraw, AuditExclusion } from '../../../shared/domain/audit-draw.ts';
import { sizeOfRate } from '../../../shared/domain/audit-sample.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { yearOf } from '../../../shared/util/dates.ts';
import type { Work } from '../../jobs/work.ts';
import {
  type AuditCandidate,
  auditedByDraw,
  candidatesOf,
  drawsOn,
  type RecordedDraw,
} from '../../repositories/audit-draws.ts';
import { recordDraw } from '../../repositories/record-draw.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office, OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { restand } from '../restand.ts';
import { auditPopulation, drawable } from './population.ts';
import { drawFrom, populationText, sha256 } from './ranking.ts';

/** What is asked of a draw; null = the office's own. */
export interface DrawOrder {
  /** The year of the audit: who moved to a new cycle in the year before is drawn from. */
  readonly year: number;
  /** More than 0, at most 1; null = the policy's, or where a size is given. */
  readonly rate: number | null;
  readonly size: number | null;
  /** null = made up at random, and recorded. */
  readonly seed: string | null;
  /** Why the year is drawn once more; null for its first draw. */
  readonly reason: string | null;
}

/**
 * Draws the annual audit (PB-AUD-1) and opens an audit for each certification drawn. Asked again for what stands on record, it answers
 * with that draw; another draw of the same year needs a reason and stands beside the first.
 * @throws StandingError `audit-year`, `draw-exists`, `draw-empty`, `draw-size`, `card-number`, `cancelled`
 */
export async function drawAudit(
  office: Office,
  order: DrawOrder,
  asOf: CalendarDate,
  work: Work,
): Promise<AuditDraw> {
  refuseYear(order.year, asOf);
  refuseCardNumbers([order.reason ?? '']);
  const earlier = await drawsOn(office.reader, order.year);
  if (order.reason === null) {
    const same = earlier.find((draw) => isTheSame(draw, order));
    if (same !== undefined) return shown(office, same);
    if (earlier.length > 0) throw drawnAlready(order.year, earlier);
  }
  const candidates = await auditPopulation(office, order.year, asOf, work);
  const population = drawable(candidates);
  if (population.length === 0) throw nobody(order.year, candidates.length);
  const rate = order.size === null ? (order.rate ?? (await usualRate(office, asOf))) : null;
  const size = order.size ?? sizeOfRate(population.length, rate ?? 0);
  if (size > population.length) throw tooMany(size, population.length);
  const seed = order.seed ?? randomBytes(16).toString('hex');
  const selected = new Set(drawFrom(population, seed, size));
  const marked = candidates.map((one) => ({ ...one, selected: selected.has(one.publicId) }));
  await office.act(async (write) => {
    const draw = {
      year: order.year,
      rate,
      size: order.size,
      seed,
      population: population.length,
      populationSha256: sha256(populationText(population)),
      reason: order.reason ?? '',
      drawnOn: asOf,
    };
    const number = await recordDraw(write, draw, marked);
    write.journal({
      action: 'audit.drawn',
      subject: 'audit',
      subjectId: String(order.year),
      detail: { ...draw, draw: number, selected: [...selected] },
    });
  });
  await restandDrawn(
    office,
    marked.filter((one) => one.selected).map(({ memberId }) => memberId),
    asOf,
    work,
  );
  const made = (await drawsOn(office.reader, order.year)).at(-1);
  if (made === undefined) throw new Error('The draw was not recorded.');
  return shown(office, made);
}

/** The standings kept of those drawn now say so; were this cut off, the next sweep would. */
async function restandDrawn(
  office: Office,
  members: readonly number[],
  asOf: CalendarDate,
  work: Work,
): Promise<void> {
  const policy = await officePolicy(office);
  for (let from = 0; from < members.length; from += RESTAND_AT_A_TIME) {
    const some = members.slice(from, from + RESTAND_AT_A_TIME);
    await office.act(async (write) => {
      await restand(write, some, policy, asOf);
      write.journal({
        action: 'standing.refreshed',
        subject: 'office',
        subjectId: 'standings',
        detail: { asOf, members: some.length },
      });
    });
    work.progress({
      doing: 'Opening the audits',
      done: from + some.length,
      total: members.length,
      cancellable: false,
    });
  }
}

/** Some 30 ms of work. */
const RESTAND_AT_A_TIME = 20;

/** The draws on record, the newest year first. */
export async function auditDraws(
  view: Pick<OfficeView, 'reader'>,
  year: number | null = null,
): Promise<readonly AuditDraw[]> {
  return Promise.all((await drawsOn(view.reader, year)).map((draw) => shown(view, draw)));
}

/** A recorded draw with whom it selected, in the order of the draw. */
export async function shown(view: Pick<OfficeView, 'reader'>, draw: RecordedDraw): Promise<AuditDraw> {
  const candidates = await candidatesOf(view.reader, draw.id);
  const chosen = candidates.filter(({ selected }) => selected).map(({ publicId: id }) => id);
  const { id: _id, year: _year, size: _size, ...rest } = draw;
  return {
    ...rest,
    excluded: countExcluded(candidates),
    selected:
      draw.algorithm === 'taken-over'
        ? await auditedByDraw(view.reader, draw.id)
        : drawFrom(chosen, draw.seed, chosen.length),
  };
}

/** How many cannot be drawn, by why. */
export function countExcluded(
  candidates: readonly Pick<AuditCandidate, 'excluded'>[],
): Partial<Record<AuditExclusion, number>> {
  const counts: Partial<Record<AuditExclusion, number>> = {};
  for (const { excluded } of candidates)
    if (excluded !== null) counts[excluded] = (counts[excluded] ?? 0) + 1;
  return counts;
}

function isTheSame(draw: RecordedDraw, { rate, size, seed }: DrawOrder): boolean {
  return (
    (seed === null || seed === draw.seed) &&
    (rate === null || rate === draw.rate) &&
    (size === null || size === draw.size)
  );
}

async function usualRate(view: OfficeView, asOf: CalendarDate): Promise<number> {
  return (await officePolicy(view)).value('audit-sample-rate', asOf).value;
}

/** @throws StandingError `audit-year` where the year drawn from is not over */
export function refuseYear(year: number, asOf: CalendarDate): void {
  if (year >= 1990 && year <= yearOf(asOf)) return;
  throw new StandingError(
    'audit-year',
    year > yearOf(asOf)
      ? `The audit of ${year} draws from those who moved to a new cycle in ${year - 1}, and that year is not over on ${asOf}.`
      : `There was no audit in ${year}.`,
    year > yearOf(asOf) ? `Draw it from ${year}-01-01 on.` : 'Name a year from 1990 on.',
  );
}

function drawnAlready(year: number, earlier: readonly RecordedDraw[]): StandingError {
  const last = earlier.at(-1);
  return new StandingError(
    'draw-exists',
    `The audit of ${year} was drawn on ${last?.drawnOn} with the seed ${last?.seed}.`,
    'Ask for it without a seed or rate to see it; another draw needs a reason.',
  );
}

function nobody(year: number, excluded: number): StandingError {
  return new StandingError(
    'draw-empty',
    excluded === 0
      ? `Nobody moved to a new cycle in ${year - 1}, so there is nobody to draw from.`
      : `None of the ${excluded} who moved to a new cycle in ${year - 1} can be drawn.`,
    'Check that the files of that year are imported.',
  );
}

function tooMany(size: number, population: number): StandingError {
  return new StandingError(
    'draw-size',
    `${size} cannot be drawn from ${population}.`,
    `Ask for at most ${population}.`,
  );
}
