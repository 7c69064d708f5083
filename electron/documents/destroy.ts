import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { documentPath, syncFolder } from './store.ts';

const BLOCK = Buffer.alloc(1024 * 1024);

/**
 * Overwrites a document's bytes with zeros, to the disk, and takes the file away; one that is gone already is done. What the disk
 * itself keeps of overwritten blocks, and backups made before, are out of reach.
 */
export async function destroyBytes(folder: string, sha256: string): Promise<void> {
  const file = documentPath(folder, sha256);
  const handle = await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return;
  try {
    const { size } = await handle.stat();
    for (let at = 0; at < size; at += BLOCK.length)
      await handle.write(BLOCK, 0, Math.min(BLOCK.length, size - at), at);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(file);
  await syncFolder(dirname(file));
}
