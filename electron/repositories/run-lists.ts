import type { HeldReason, RunPieceRow, RunSummary } from '../../shared/domain/renewals.ts';
import type { PieceContent } from '../../shared/domain/run-content.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';
import { pulledSheets } from './pulled-sheets.ts';
import type { Run } from './runs.ts';
import { pagesBySheet } from './sheet-pages.ts';
import { spoiledSheets } from './spoiled-sheets.ts';

/** Why pieces of a run are held, the most frequent reason first. */
export async function heldBy(db: ReadableDatabase, run: string): Promise<RunSummary['heldBy']> {
  const rows = await db.kysely
    .selectFrom('run_piece')
    .select((eb) => ['held_reason as reason', eb.fn.countAll<number>().as('count')])
    .where('run_id', '=', run)
    .where('held_reason', 'is not', null)
    .groupBy('held_reason')
    .orderBy('count', 'desc')
    .execute();
  return rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
}

/** What all pieces of a run ask for, in whole cents. */
export async function askedCents(db: ReadableDatabase, run: string): Promise<number> {
  const row = await db.kysely
    .selectFrom('run_piece')
    .select((eb) => eb.fn.sum<number | null>('asked_cents').as('cents'))
    .where('run_id', '=', run)
    .executeTakeFirst();
  return row?.cents ?? 0;
}

/** When sheets of a run were printed, oldest first. */
export async function printsOf(db: ReadableDatabase, run: string): Promise<RunSummary['prints']> {
  const rows = await db.kysely
    .selectFrom('run_print')
    .select(['first_sheet', 'last_sheet', 'sheets', 'sha256', 'duplex', 'kept', 'printed_at', 'actor'])
    .where('run_id', '=', run)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    firstSheet: row.first_sheet,
    lastSheet: row.last_sheet,
    sheets: row.sheets,
    sha256: row.sha256,
    duplex: row.duplex === 1,
    kept: row.kept === 1,
    printedAt: row.printed_at,
    actor: row.actor,
  }));
}

/** Everything Renewals shows of a run at a glance. */
export async function summaryOf(db: ReadableDatabase, run: Run): Promise<RunSummary> {
  const { id, ...counts } = run;
  return {
    run: id,
    ...counts,
    heldBy: await heldBy(db, id),
    totalCents: await askedCents(db, id),
    prints: await printsOf(db, id),
    spoiled: await spoiledSheets(db, id),
    pulled: await pulledSheets(db, id),
    pagesBySheet: await pagesBySheet(db, run),
  };
}

/** The members held back by a run, in its order. */
export async function heldPieces(
  db: ReadableDatabase,
  run: string,
): Promise<readonly { memberNo: string; reason: HeldReason; detail: string | null }[]> {
  const rows = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['m.member_no', 'p.held_reason', 'p.held_detail'])
    .where('p.run_id', '=', run)
    .where('p.held_reason', 'is not', null)
    .orderBy('p.position')
    .execute();
  return rows.flatMap((row) =>
    row.held_reason === null
      ? []
      : [{ memberNo: row.member_no, reason: row.held_reason, detail: row.held_detail }],
  );
}

export interface PieceFilter {
  readonly run: string;
  readonly channel: 'print' | 'email' | 'held' | null;
  readonly reason: HeldReason | null;
}

/** Rows of a run's list: printed sheets in their order, then what is e-mailed, then what is held, by reason. */
export async function pieceRows(
  db: ReadableDatabase,
  filter: PieceFilter,
  offset: number,
  limit: number,
): Promise<{ total: number; rows: readonly RunPieceRow[] }> {
  let query = db.kysely.selectFrom('run_piece as p').where('p.run_id', '=', filter.run);
  if (filter.channel !== null) query = query.where('p.channel', '=', filter.channel);
  if (filter.reason !== null) query = query.where('p.held_reason', '=', filter.reason);
  const count = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirst();
  const rows = await query
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .leftJoin('postal_address as a', (join) =>
      join.onRef('a.member_id', '=', 'm.id').on('a.valid_to', 'is', null),
    )
    .select(['p.position', 'p.channel', 'p.sheet', 'p.held_reason', 'p.held_detail', 'p.content'])
    .select([
      'm.member_no',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
      'a.city',
      'a.state',
      'a.zip',
    ])
    .orderBy((eb) =>
      eb.case().when('p.channel', '=', 'print').then(0).when('p.channel', '=', 'email').then(1).else(2).end(),
    )
    .orderBy('p.held_reason')
    .orderBy('p.position')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total: count?.total ?? 0,
    rows: rows.map((row): RunPieceRow => {
      // Written by addPieces alone.
      const content = row.content === null ? null : (JSON.parse(row.content) as PieceContent);
      return {
        position: row.position,
        memberNo: row.member_no,
        memberName: fullName(row),
        channel: row.channel,
        sheet: row.sheet,
        heldReason: row.held_reason,
        heldDetail: row.held_detail,
        codes: content?.lines.map(({ code }) => code) ?? [],
        amountCents: content?.totalCents ?? 0,
        city: row.city ?? '',
        state: row.state ?? '',
        zip: row.zip ?? '',
      };
    }),
  };
}
