import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { refreshListOf } from '../db/search/refresh.ts';
import { putStandings, sameStanding } from '../db/standing-rows.ts';
import type { StandingTable } from '../db/tables.ts';
import type { Write } from '../db/transaction.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** What is kept of a standing, for lists to sort and filter by. */
export type KeptStanding = Omit<Standing, 'reasons' | 'cycle'> & {
  readonly cycle: Omit<Standing['cycle'], 'excluded'>;
};

/** A certification's standing as it is to be kept. */
export interface StandingOf {
  readonly certificationId: number;
  readonly standing: KeptStanding;
}

/** Those of the standings that say something else than what is kept now. */
export async function changedStandings(
  db: ReadableDatabase,
  members: MemberSelection,
  standings: readonly StandingOf[],
): Promise<readonly StandingOf[]> {
  const kept = await rowsOver(KEPT, db, members);
  const byId = new Map(kept.map((row) => [row.certification_id, row]));
  return standings.filter(({ certificationId, standing }) => {
    const row = byId.get(certificationId);
    return row === undefined || !sameStanding(row, toRow(certificationId, standing));
  });
}

/** Keeps the standings in place of the earlier ones, and the members list with them. */
export function keepStandings(write: Write, standings: readonly StandingOf[]): void {
  putStandings(
    write.db.sqlite,
    standings.map(({ certificationId, standing }) => toRow(certificationId, standing)),
  );
  refreshListOf(
    write.db.sqlite,
    standings.map(({ certificationId }) => certificationId),
  );
}

/** How many certifications have each status, as last kept. */
export async function countByStatus(db: ReadableDatabase): Promise<Readonly<Record<string, number>>> {
  const rows = await db.kysely
    .selectFrom('standing')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** The newest date on which a kept standing changed; null before the first evaluation. */
export async function newestStanding(db: ReadableDatabase): Promise<CalendarDate | null> {
  const row = await db.kysely
    .selectFrom('standing')
    .select((eb) => eb.fn.max('as_of').as('asOf'))
    .executeTakeFirst();
  return row?.asOf ?? null;
}

function toRow(certificationId: number, standing: KeptStanding): StandingTable {
  const { cycle, fees, lapse, attention } = standing;
  return {
    certification_id: certificationId,
    as_of: standing.asOf,
    status: standing.status,
    bound_by_ccp: standing.boundByCcp ? 1 : 0,
    cycle_start: cycle.start,
    cycle_end: cycle.end,
    points_required: cycle.required,
    points_counted: cycle.counted,
    points_outstanding: cycle.outstanding,
    attested: cycle.attested ? 1 : 0,
    next_due_on: fees.nextDueOn,
    owed_cents: fees.owedCents,
    oldest_unpaid_due_on: fees.oldestUnpaidDueOn,
    lapse_cause: lapse?.cause ?? null,
    lapse_since: lapse?.since ?? null,
    exam_only: standing.mustRecertify && !standing.routes.includes('ccp') ? 1 : 0,
    points_attention: attention.includes('points-outstanding') ? 1 : 0,
    audit_open: attention.includes('audit-open') ? 1 : 0,
    roll_blocked: attention.includes('roll-blocked') ? 1 : 0,
  };
}

const KEPT = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('standing as s', 's.certification_id', 'c.id')
    .selectAll('s')
    .where(within('c.member_id', members));
