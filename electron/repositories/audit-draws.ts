import { type AuditDraw, type AuditExclusion, publicId } from '../../shared/domain/audit-draw.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { dayBefore } from '../../shared/util/dates.ts';
import type { ReadableDatabase } from '../db/connection.ts';

/** Somebody of a draw's population, or left out of it. Dates inclusive. */
export interface AuditCandidate {
  readonly certificationId: number;
  readonly publicId: string;
  readonly cycleStart: CalendarDate;
  readonly cycleEnd: CalendarDate;
  readonly how: 'recorded' | 'attested';
  readonly excluded: AuditExclusion | null;
  readonly selected: boolean;
}

/** A draw as it is kept. */
export interface RecordedDraw extends Omit<AuditDraw, 'excluded' | 'selected'> {
  readonly id: number;
  readonly year: number;
  readonly size: number | null;
}

/** The draws of a year in order, or of every year, the newest year first. */
export async function drawsOn(db: ReadableDatabase, year: number | null): Promise<readonly RecordedDraw[]> {
  const rows = await db.kysely
    .selectFrom('audit_draw as d')
    .innerJoin('audit_campaign as c', 'c.id', 'd.campaign_id')
    .selectAll('d')
    .select('c.year')
    .$if(year !== null, (query) => query.where('c.year', '=', year))
    .orderBy('c.year', 'desc')
    .orderBy('d.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    campaign: String(row.year),
    draw: row.number,
    algorithm: row.algorithm,
    seed: row.seed,
    rate: row.rate,
    size: row.size,
    population: row.population,
    populationSha256: row.population_sha256,
    reason: row.reason,
    drawnOn: row.drawn_on,
    drawnBy: row.drawn_by,
  }));
}

/** Everyone of a draw, in the order of their public ids' row. */
export async function candidatesOf(db: ReadableDatabase, draw: number): Promise<readonly AuditCandidate[]> {
  const rows = await db.kysely
    .selectFrom('audit_candidate')
    .selectAll()
    .where('draw_id', '=', draw)
    .execute();
  return rows.map((row) => ({
    certificationId: row.certification_id,
    publicId: row.public_id,
    cycleStart: row.cycle_start,
    cycleEnd: row.cycle_end,
    how: row.how,
    excluded: row.excluded,
    selected: row.selected === 1,
  }));
}

/** Public ids of the audits that a draw opened, whatever is kept of its population. */
export async function auditedByDraw(db: ReadableDatabase, draw: number): Promise<readonly string[]> {
  const rows = await db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['m.member_no', 'c.code'])
    .where('a.draw_id', '=', draw)
    .orderBy('m.member_no')
    .orderBy('c.code')
    .execute();
  return rows.map((row) => publicId(row.member_no, row.code));
}

/**
 * Starts of the cycles that belonged to the population of an earlier year's draw by their end, but rolled only in `year`, after that
 * draw; by certification.
 */
export async function lateRolls(
  db: ReadableDatabase,
  year: number,
): Promise<ReadonlyMap<number, ReadonlySet<CalendarDate>>> {
  const late = new Map<number, Set<CalendarDate>>();
  const draws = (await drawsOn(db, null)).filter((draw) => draw.year <= year);
  const earlier = draws.map(({ id }) => id);
  for (const draw of draws) {
    if (draw.algorithm === 'taken-over') continue;
    const [first, last] = [`${draw.year - 1}-01-01`, `${draw.year}-01-01`];
    const rows = await db.kysely
      .selectFrom('rolled_cycle as r')
      .select(['r.certification_id', 'r.cycle_start'])
      .where('r.cycle_end', '>=', dayBefore(first))
      .where('r.cycle_end', '<', dayBefore(last))
      .where('r.rolled_on', '>', draw.drawnOn)
      .where('r.rolled_on', '>=', `${year}-01-01`)
      .where('r.rolled_on', '<=', `${year}-12-31`)
      .where('r.reopened_on', 'is', null)
      // A draw of the year after considered it as late: so it is still when that is repeated, or another stands beside it.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('audit_candidate as a')
              .select('a.draw_id')
              .where('a.draw_id', 'in', earlier)
              .whereRef('a.certification_id', '=', 'r.certification_id')
              .whereRef('a.cycle_start', '=', 'r.cycle_start'),
          ),
        ),
      )
      .execute();
    for (const row of rows) {
      const known = late.get(row.certification_id) ?? new Set();
      known.add(row.cycle_start);
      late.set(row.certification_id, known);
    }
  }
  return late;
}
