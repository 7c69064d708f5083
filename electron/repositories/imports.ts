import type { ReadableDatabase } from '../db/connection.ts';

/** Whether an import was cut off while it was applied. */
export async function hasPendingImport(db: ReadableDatabase): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('import')
    .select('id')
    .where('state', '=', 'applying')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
