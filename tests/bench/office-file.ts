import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWritable, type WritableDatabase } from '../../electron/db/connection.ts';
import { rebuildSearch } from '../../electron/db/search/rebuild.ts';
import { timed } from './figures.ts';
import { fillMembers } from './fill-members.ts';

/** A database file of so many made-up members, searchable, in a folder that is removed afterwards. */
export async function withMembers(
  count: number,
  use: (db: WritableDatabase, rebuildMs: number, file: string) => Promise<void> | void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  const file = join(folder, 'office.db');
  const db = openWritable(file);
  try {
    fillMembers(db.sqlite, count);
    const rebuildMs = timed(() => rebuildSearch(db.sqlite));
    db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    await use(db, rebuildMs, file);
  } finally {
    db.sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
