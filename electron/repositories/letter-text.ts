import type { ReadableDatabase } from '../db/connection.ts';

/** The newest text that the office saved for a letter, or null where it uses the one that ships. */
export async function newestLetter(
  db: ReadableDatabase,
  letter: string,
): Promise<{ readonly version: number; readonly text: string } | null> {
  const row = await db.kysely
    .selectFrom('letter_version')
    .select(['version', 'text'])
    .where('letter', '=', letter)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
