import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { StandingError } from '../../../shared/ipc/errors.ts';

/** Writes a text file: whole, or not at all. @throws StandingError `cannot-write` */
export function writeWhole(file: string, text: string): void {
  const partial = `${file}.${process.pid}.part`;
  try {
    const handle = openSync(partial, 'w');
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, file);
  } catch (cause) {
    rmSync(partial, { force: true });
    throw new StandingError(
      'cannot-write',
      `The file ${file} cannot be written.`,
      'Choose another folder, or make room on the disk, and try again.',
      { cause },
    );
  }
}
