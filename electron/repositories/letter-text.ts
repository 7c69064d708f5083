import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { LetterVersion } from '../../shared/domain/letters.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

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

/** Every text that the office saved for a letter, newest first. */
export async function letterVersions(
  db: ReadableDatabase,
  letter: string,
): Promise<readonly LetterVersion[]> {
  const rows = await db.kysely
    .selectFrom('letter_version')
    .select(['version', 'saved_on', 'saved_by'])
    .where('letter', '=', letter)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ version: row.version, savedOn: row.saved_on, savedBy: row.saved_by }));
}

/** The text of one version, or null. */
export async function letterVersionText(
  db: ReadableDatabase,
  letter: string,
  version: number,
): Promise<string | null> {
  const row = await db.kysely
    .selectFrom('letter_version')
    .select('text')
    .where('letter', '=', letter)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.text ?? null;
}

/** Adds a version; the database refuses a number that is there. */
export async function addLetterVersion(
  write: Write,
  saved: {
    readonly letter: string;
    readonly version: number;
    readonly text: string;
    readonly on: CalendarDate;
  },
): Promise<void> {
  await write.kysely
    .insertInto('letter_version')
    .values({
      letter: saved.letter,
      version: saved.version,
      text: saved.text,
      saved_on: saved.on,
      saved_by: write.actor.name,
    })
    .execute();
}
