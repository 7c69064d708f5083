import { type FileHandle, open } from 'node:fs/promises';
import { StandingError } from '../../../../shared/ipc/errors.ts';

/** Small enough that a piece is worked off in about 10 ms. */
const PIECE_BYTES = 64 * 1024;

/**
 * The bytes of a file, piece by piece; each piece is valid until the next is asked for.
 * @throws StandingError `import-unreadable`
 */
export async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  const handle = await openFile(file);
  try {
    const buffer = new Uint8Array(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    await handle.close();
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof StandingError) return error;
  if (error.code === 'ENOENT')
    return new StandingError(
      'import-unreadable',
      `There is no file ${file}.`,
      'Check the name and the folder.',
    );
  if (error.code === 'EISDIR')
    return new StandingError(
      'import-unreadable',
      `${file} is a folder, not a file.`,
      'Name a CSV file in it.',
    );
  return new StandingError(
    'import-unreadable',
    `The file ${file} cannot be read (${error.message}).`,
    'Check that it is not open elsewhere and that you may read it.',
    { cause: error },
  );
}
