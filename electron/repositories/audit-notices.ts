import type { AuditNotices } from '../../shared/domain/audit-notices.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PieceContent } from '../../shared/domain/run-content.ts';
import type { ReadableDatabase } from '../db/connection.ts';

/** How many open audits a draw has, and how many of them no run has told yet. */
export async function toldOfDraw(
  db: ReadableDatabase,
  draw: number,
): Promise<Pick<AuditNotices, 'open' | 'waiting'>> {
  return db.kysely
    .selectFrom('audit as a')
    .where('a.draw_id', '=', draw)
    .where('a.outcome', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn
        .countAll<number>()
        .filterWhere(
          eb.not(
            eb.exists(
              eb
                .selectFrom('notice_given as g')
                .innerJoin('run as r', 'r.id', 'g.run_id')
                .select('g.id')
                .whereRef('g.certification_id', '=', 'a.certification_id')
                .whereRef('g.for_date', '=', 'a.selected_on')
                .where('r.kind', '=', 'audit')
                .where('g.failed', 'is', null),
            ),
          ),
        )
        .as('waiting'),
    ])
    .executeTakeFirstOrThrow();
}

/** The runs that told audits of a draw, oldest first. */
export async function runsOfDraw(db: ReadableDatabase, draw: number): Promise<AuditNotices['runs']> {
  return db.kysely
    .selectFrom('audit as a')
    .innerJoin('notice_given as g', (join) =>
      join.onRef('g.certification_id', '=', 'a.certification_id').onRef('g.for_date', '=', 'a.selected_on'),
    )
    .innerJoin('run as r', 'r.id', 'g.run_id')
    .where('a.draw_id', '=', draw)
    .where('r.kind', '=', 'audit')
    .select(['r.id as run', 'r.prepared_on as preparedOn'])
    .select(['r.printed_on as printedOn', 'r.mailed_on as mailedOn'])
    .select((eb) => eb.fn.countAll<number>().as('told'))
    .groupBy('r.id')
    .orderBy('r.prepared_on')
    .orderBy('r.id')
    .execute();
}

/** What the newest audit notice of a member said, whichever way it went. */
export interface AuditNoticeSent {
  readonly run: string;
  readonly dated: CalendarDate;
  readonly content: PieceContent;
}

/** The newest audit notice of a member that was not held; null where there is none. */
export async function newestAuditNotice(
  db: ReadableDatabase,
  memberId: number,
): Promise<AuditNoticeSent | null> {
  const row = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('run as r', 'r.id', 'p.run_id')
    .where('p.member_id', '=', memberId)
    .where('r.kind', '=', 'audit')
    .where('p.content', 'is not', null)
    .select(['r.id', 'r.prepared_on', 'p.content'])
    .orderBy('r.prepared_on', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  // Only addPieces writes the column.
  return { run: row.id, dated: row.prepared_on, content: JSON.parse(row.content ?? 'null') as PieceContent };
}
