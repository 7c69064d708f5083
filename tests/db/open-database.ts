import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openWritable, type WritableDatabase } from '../../electron/db/connection.ts';
import { tempFolder } from '../temp-office.ts';

/** A database in a file of its own, closed and gone when the test is. */
export function openDatabase(file = join(tempFolder(), 'office.db')): WritableDatabase {
  const db = openWritable(file);
  onTestFinished(() => {
    if (db.sqlite.open) db.sqlite.close();
  });
  return db;
}
