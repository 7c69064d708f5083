import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Where a document of an office lies: `documents/ab/<sha256>`, never altered once it is there. */
export function documentPath(folder: string, sha256: string): string {
  return join(folder, 'documents', sha256.slice(0, 2), sha256);
}

/**
 * Keeps some bytes; the same bytes are kept once. When it returns they are on the disk, so that a row may say so.
 * @returns their SHA-256 in hexadecimal
 */
export async function keepBytes(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await place(documentPath(folder, sha256), async (part) => {
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
  return sha256;
}

/** Keeps a copy of a file; the file itself stays as it is. @returns its SHA-256 in hexadecimal */
export async function keepFile(folder: string, file: string): Promise<string> {
  const sha256 = await sha256OfFile(file);
  await place(documentPath(folder, sha256), async (part) => {
    await copyFile(file, part);
    const handle = await open(part, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if ((await sha256OfFile(part)) !== sha256) throw new Error(`${file} changed while it was being kept.`);
  });
  return sha256;
}

/** Written beside, synced, renamed: under a document's name there is never half of it. */
async function place(target: string, write: (part: string) => Promise<void>): Promise<void> {
  if (await exists(target)) return;
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.${process.pid}.part`;
  try {
    await write(part);
    await rename(part, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Windows has no folders to sync: a rename is in its log. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
