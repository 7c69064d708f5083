import { open } from 'node:fs/promises';
import type { DocumentType } from '../../../shared/domain/intake.ts';

/** As far as readers of PDF look for its first line. */
const HEAD = 1024;

/** What a file is by its first bytes. */
export async function typeOfFile(file: string): Promise<DocumentType> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return typeOf(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** What a document is by its first bytes. */
export function typeOf(head: Buffer): DocumentType {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0x49, 0x49, 0x2a, 0x00) || starts(0x4d, 0x4d, 0x00, 0x2a)) return 'tiff';
  if (head.toString('latin1', 4, 8) === 'ftyp' && HEIC.has(head.toString('latin1', 8, 12))) return 'heic';
  if (head.includes('%PDF-')) return 'pdf';
  return 'unknown';
}

const HEIC = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);
