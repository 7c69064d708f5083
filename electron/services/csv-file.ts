import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { csvRow } from '../../shared/util/csv.ts';
import { refuseOwnFile } from './own-files.ts';

/**
 * Writes a CSV file batch by batch, giving way between two; the file appears whole or not at all.
 * @param next the next rows, each ready to be written; none when there are no more
 * @returns how many rows were written, without the header
 * @throws StandingError `office-file`
 */
export async function writeRowsFile(
  file: string,
  header: readonly string[],
  next: () => Promise<readonly string[]>,
): Promise<number> {
  refuseOwnFile(file);
  const partial = `${file}.part`;
  try {
    const rows = await writeAll(partial, header, next);
    renameSync(partial, file);
    return rows;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

async function writeAll(
  file: string,
  header: readonly string[],
  next: () => Promise<readonly string[]>,
): Promise<number> {
  const handle = openSync(file, 'w');
  try {
    let rows = 0;
    writeSync(handle, csvRow(header));
    for (let batch = await next(); batch.length > 0; batch = await next()) {
      writeSync(handle, batch.join(''));
      rows += batch.length;
      await setImmediate();
    }
    fsyncSync(handle);
    return rows;
  } finally {
    closeSync(handle);
  }
}
