import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';

let opened = 0;

/**
 * A file that appears under its name only when it is whole: written beside it, synced, renamed. Its SHA-256 is
 * taken on the way. All methods throw StandingError `cannot-write` with one sentence about the disk.
 */
export class OutputFile {
  private readonly file: string;
  private readonly part: string;
  private readonly handle: FileHandle;
  private readonly hash = createHash('sha256');
  private written = 0;

  private constructor(file: string, part: string, handle: FileHandle) {
    this.file = file;
    this.part = part;
    this.handle = handle;
  }

  static async open(file: string): Promise<OutputFile> {
    const folder = dirname(file);
    const part = join(folder, `.${basename(file)}.${process.pid}-${++opened}.part`);
    try {
      if (await isFolder(file)) throw Object.assign(new Error('It is a folder.'), { code: 'EISDIR' });
      await removeAbandoned(file);
      return new OutputFile(file, part, await open(part, 'wx'));
    } catch (error) {
      throw diskError(error, file);
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    try {
      for (let from = 0; from < bytes.length; ) {
        const { bytesWritten } = await this.handle.write(bytes, from, bytes.length - from);
        from += bytesWritten;
      }
    } catch (error) {
      throw diskError(error, this.file);
    }
    this.written += bytes.length;
  }

  /** Gives the file its name. */
  async finish(): Promise<{ readonly sha256: string; readonly bytes: number }> {
    try {
      await this.handle.sync();
      await this.handle.close();
      await rename(this.part, this.file);
      await syncFolder(dirname(this.file));
    } catch (error) {
      throw diskError(error, this.file);
    }
    return { sha256: this.hash.digest('hex'), bytes: this.written };
  }

  /** Leaves nothing behind; a file that already has the name stays as it was. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.part, { force: true });
  }
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Removes what a process that was killed left beside the file. */
async function removeAbandoned(file: string): Promise<void> {
  const prefix = `.${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const match = /^(\d+)-\d+\.part$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '');
    if (match !== null && !isRunning(Number(match[1]))) await rm(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Makes the rename itself durable, where the system allows it (Windows does not open folders). */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function diskError(error: unknown, file: string): StandingError {
  const sentences: Readonly<Record<string, readonly [string, string]>> = {
    ENOSPC: [`The disk is full: ${file} was not written.`, 'Free some space, or choose another disk.'],
    EDQUOT: [
      `The disk quota is used up: ${file} was not written.`,
      'Free some space, or choose another disk.',
    ],
    ENOENT: [`The folder ${dirname(file)} does not exist.`, 'Choose an existing folder.'],
    ENOTDIR: [`${dirname(file)} is not a folder.`, 'Choose an existing folder.'],
    EISDIR: [`${file} is a folder, so no PDF can be written under that name.`, 'Choose another name.'],
    EACCES: [`You may not write to ${file}.`, 'Choose another folder, or have the rights changed.'],
    EPERM: [`You may not write to ${file}.`, 'Close the program that has it open, or choose another folder.'],
    EROFS: [`The disk of ${file} is read-only.`, 'Choose another disk.'],
    EBUSY: [`${file} is open in another program.`, 'Close it there and print again.'],
  };
  const known = sentences[errorCode(error)];
  const [message, fix] = known ?? [
    `${file} could not be written: ${error instanceof Error ? error.message : String(error)}.`,
    'Check the disk and print again.',
  ];
  return new StandingError('cannot-write', message, fix, { cause: error });
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
