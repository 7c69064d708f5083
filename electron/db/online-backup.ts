import type { WritableDatabase } from './connection.ts';

const PAGES_AT_A_TIME = 500;

/**
 * Copies an open database into a new file by SQLite's online backup, giving way between pages.
 * @param onProgress called with pages done and in all; what it throws stops the copy
 */
export async function copyDatabase(
  db: WritableDatabase,
  target: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await db.sqlite.backup(target, {
    progress({ totalPages, remainingPages }) {
      onProgress(totalPages - remainingPages, totalPages);
      return PAGES_AT_A_TIME;
    },
  });
}
