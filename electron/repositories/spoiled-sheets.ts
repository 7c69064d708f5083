import type { SpoiledSheet } from '../../shared/domain/renewals.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** The spoiled sheets of a run, by number, and when each was printed again. */
export async function spoiledSheets(db: ReadableDatabase, run: string): Promise<readonly SpoiledSheet[]> {
  return db.kysely
    .selectFrom('spoiled_sheet as s')
    .leftJoin('run_print as r', 'r.id', 's.reprint_id')
    .select(['s.sheet', 's.reason', 's.spoiled_at as spoiledAt', 's.actor', 'r.printed_at as reprintedAt'])
    .where('s.run_id', '=', run)
    .orderBy('s.sheet')
    .orderBy('s.id')
    .execute();
}

/** Sheets of a run that wait for their reprint, in order. */
export async function waitingSheets(
  db: ReadableDatabase,
  run: string,
): Promise<readonly { readonly id: number; readonly sheet: number }[]> {
  return db.kysely
    .selectFrom('spoiled_sheet')
    .select(['id', 'sheet'])
    .where('run_id', '=', run)
    .where('reprint_id', 'is', null)
    .orderBy('sheet')
    .execute();
}

/** Notes sheets as spoiled; one that waits already is left as it is. @returns how many were noted */
export async function addSpoiledSheets(
  write: Write,
  run: string,
  sheets: readonly number[],
  spoiled: { readonly reason: string; readonly at: string; readonly actor: string },
): Promise<number> {
  const rows = await write.kysely
    .selectFrom('spoiled_sheet')
    .select('sheet')
    .where('run_id', '=', run)
    .where('reprint_id', 'is', null)
    .execute();
  const waiting = new Set(rows.map(({ sheet }) => sheet));
  const added = sheets.filter((sheet) => !waiting.has(sheet));
  for (const sheet of added)
    await write.kysely
      .insertInto('spoiled_sheet')
      .values({
        run_id: run,
        sheet,
        reason: spoiled.reason,
        spoiled_at: spoiled.at,
        actor: spoiled.actor,
        reprint_id: null,
      })
      .execute();
  return added.length;
}

/** Notes the print that replaces spoiled sheets. */
export async function settleSpoiled(write: Write, ids: readonly number[], reprint: number): Promise<void> {
  for (const id of ids)
    await write.kysely
      .updateTable('spoiled_sheet')
      .set({ reprint_id: reprint })
      .where('id', '=', id)
      .where('reprint_id', 'is', null)
      .execute();
}
