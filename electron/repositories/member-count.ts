import type { ReadableDatabase } from '../db/connection.ts';

/** How many members the office has. */
export async function memberCount(db: ReadableDatabase): Promise<number> {
  const { count } = await db.kysely
    .selectFrom('member')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
