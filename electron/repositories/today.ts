import type { ReadableDatabase } from '../db/connection.ts';

/** Members and certifications of the office. */
export async function officeCounts(
  db: ReadableDatabase,
): Promise<{ readonly members: number; readonly certifications: number }> {
  const members = await db.kysely
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  const certifications = await db.kysely
    .selectFrom('certification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return { members: members?.count ?? 0, certifications: certifications?.count ?? 0 };
}
