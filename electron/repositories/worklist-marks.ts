import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { MarkKind, WorklistMark, WorklistName } from '../../shared/domain/worklists.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** Which row of which list. */
export interface RowOfList {
  readonly list: WorklistName;
  readonly item: string;
}

/** What was done about a row, oldest first. */
export async function marksOf(
  db: ReadableDatabase,
  { list, item }: RowOfList,
): Promise<readonly WorklistMark[]> {
  return db.kysely
    .selectFrom('worklist_mark')
    .select(['id', 'kind', 'until', 'text', 'marked_on as on', 'actor'])
    .where('list', '=', list)
    .where('item', '=', item)
    .orderBy('id')
    .execute();
}

/** Writes down what was done about a row, and puts it out of sight or in sight again. */
export async function markRow(
  write: Write,
  { list, item }: RowOfList,
  mark: {
    readonly memberId: number;
    readonly kind: MarkKind;
    readonly until: CalendarDate | null;
    readonly text: string;
    readonly on: CalendarDate;
  },
): Promise<void> {
  const { memberId, kind, until, text, on } = mark;
  await write.kysely
    .insertInto('worklist_mark')
    .values({
      list,
      item,
      member_id: memberId,
      kind,
      until,
      text,
      marked_on: on,
      actor: write.actor.name,
    })
    .execute();
  if (kind === 'note') return;
  await write.kysely.deleteFrom('worklist_away').where('list', '=', list).where('item', '=', item).execute();
  if (kind !== 'back') await write.kysely.insertInto('worklist_away').values({ list, item, until }).execute();
}
