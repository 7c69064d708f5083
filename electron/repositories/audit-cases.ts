import type { AuditCases, AuditDraw, AuditExclusion } from '../../shared/domain/audit-draw.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';

/** Which audits are asked for. */
export interface CaseFilter {
  readonly state: 'open' | 'closed' | null;
  /** Of one draw; `for-cause` = of none. */
  readonly of: { readonly year: number; readonly draw: number } | 'for-cause' | null;
}

/** Audits, the latest selected first, then by name. */
export async function auditCases(
  db: ReadableDatabase,
  { state, of }: CaseFilter,
  offset: number,
  limit: number,
): Promise<AuditCases> {
  const found = db.kysely
    .selectFrom('audit as a')
    .leftJoin('audit_draw as d', 'd.id', 'a.draw_id')
    .leftJoin('audit_campaign as y', 'y.id', 'd.campaign_id')
    .$if(state !== null, (query) => query.where('a.outcome', state === 'open' ? 'is' : 'is not', null))
    .$if(of === 'for-cause', (query) => query.where('a.for_cause', 'is not', null))
    .$if(of !== null && of !== 'for-cause', (query) => {
      const { year, draw } = of as Exclude<typeof of, string | null>;
      return query.where('y.year', '=', year).where('d.number', '=', draw);
    });
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['a.id', 'a.cycle_start', 'a.selected_on', 'a.for_cause', 'a.closed_on', 'a.outcome', 'a.state'])
    .select(['c.code', 'm.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select(['y.year', 'd.number'])
    .orderBy('a.selected_on', 'desc')
    .orderBy('m.sort_name')
    .orderBy('a.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      audit: row.id,
      memberNo: row.member_no,
      memberName: fullName(row),
      code: row.code,
      cycleStart: row.cycle_start,
      selectedOn: row.selected_on,
      campaign: row.year === null ? null : String(row.year),
      draw: row.number,
      forCause: row.for_cause,
      state: row.state,
      closedOn: row.closed_on,
      outcome: row.outcome,
    })),
  };
}

/** How many audits each draw opened, and how many of them have no outcome yet; by draw id. */
export async function auditCounts(
  db: ReadableDatabase,
): Promise<ReadonlyMap<number, { readonly size: number; readonly open: number }>> {
  const rows = await db.kysely
    .selectFrom('audit')
    .where('draw_id', 'is not', null)
    .select((eb) => [
      'draw_id',
      eb.fn.countAll<number>().as('size'),
      eb.fn.countAll<number>().filterWhere('outcome', 'is', null).as('open'),
    ])
    .groupBy('draw_id')
    .execute();
  return new Map(rows.map((row) => [row.draw_id ?? 0, { size: row.size, open: row.open }]));
}

/** How many audits have no outcome yet. */
export async function openAudits(db: ReadableDatabase): Promise<number> {
  const { open } = await db.kysely
    .selectFrom('audit')
    .where('outcome', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow();
  return open;
}

/** How many of a draw's year were left out, by why; by draw id. */
export async function exclusionCounts(
  db: ReadableDatabase,
): Promise<ReadonlyMap<number, AuditDraw['excluded']>> {
  const rows = await db.kysely
    .selectFrom('audit_candidate')
    .where('excluded', 'is not', null)
    .select((eb) => ['draw_id', 'excluded', eb.fn.countAll<number>().as('count')])
    .groupBy(['draw_id', 'excluded'])
    .execute();
  const counts = new Map<number, Partial<Record<AuditExclusion, number>>>();
  for (const { draw_id: draw, excluded, count } of rows) {
    const known = counts.get(draw) ?? {};
    counts.set(draw, known);
    if (excluded !== null) known[excluded] = count;
  }
  return counts;
}
