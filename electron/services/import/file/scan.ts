import { createHash } from 'node:crypto';
import type { TextEncoding } from '../../../../shared/domain/import.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import type { Work } from '../../../jobs/work.ts';
import { looksLike } from './looks-like.ts';
import { pieces } from './pieces.ts';

/** What one reading of the whole file tells about it. */
export interface ScannedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: TextEncoding;
  /** For TextDecoder. */
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly byteOrderMark: boolean;
  /** Line feeds: with the header, about the number of rows. */
  readonly lines: number;
}

/**
 * Reads the file once from end to end: whether it is text at all, in which encoding, and its SHA-256.
 * @throws StandingError `import-unreadable`, `import-empty`, `import-not-csv`, `import-nul`, `import-truncated`, `cancelled`
 */
export async function scanFile(file: string, work: Work): Promise<ScannedFile> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let label: ScannedFile['label'] = 'utf-8';
  let byteOrderMark = false;
  let lines = 0;
  for await (const piece of pieces(file)) {
    if (bytes === 0) {
      refuseOtherFormats(file, piece);
      ({ label, byteOrderMark } = firstGuess(piece));
    }
    if (!label.startsWith('utf-16')) {
      if (bytes === 0) refuseBinary(file, piece);
      await refuseNul(file, piece, bytes);
      if (label === 'utf-8' && !decodes(utf8, piece)) label = 'windows-1252';
    }
    hash.update(piece);
    bytes += piece.length;
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
    await work.breathe();
  }
  if (bytes === (byteOrderMark ? 3 : 0)) throw emptyFile(file);
  if (label === 'utf-8' && !decodes(utf8, null)) throw truncated(file, 'in the middle of a letter');
  const encoding = ENCODINGS[label];
  return { file, bytes, sha256: hash.digest('hex'), encoding, label, byteOrderMark, lines };
}

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

export function emptyFile(file: string): StandingError {
  return new StandingError(
    'import-empty',
    `The file ${file} is empty.`,
    'Export the list again and check that it holds rows.',
  );
}

export function truncated(file: string, where: string): StandingError {
  return new StandingError(
    'import-truncated',
    `The file ${file} ends ${where}: it is cut off.`,
    'Export or copy it again, whole; nothing was changed.',
  );
}

function refuseOtherFormats(file: string, head: Uint8Array): void {
  const other = looksLike(head);
  if (other === null) return;
  throw new StandingError('import-not-csv', `The file ${file} is not CSV but ${other.what}.`, other.fix);
}

function firstGuess(head: Uint8Array): Pick<ScannedFile, 'label' | 'byteOrderMark'> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { label: 'utf-8', byteOrderMark: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', byteOrderMark: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', byteOrderMark: true };
  // Without the mark: Latin text in UTF-16 has a zero in almost every second byte.
  const sample = head.subarray(0, 2000);
  const zeros = (odd: 0 | 1) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > sample.length * 0.4) return { label: 'utf-16le', byteOrderMark: false };
  if (zeros(0) > sample.length * 0.4) return { label: 'utf-16be', byteOrderMark: false };
  return { label: 'utf-8', byteOrderMark: false };
}

/** A stray control character is damage; more than this share of them is some other kind of file. */
const MANY_CONTROLS = 0.02;

function refuseBinary(file: string, head: Uint8Array): void {
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls <= head.length * MANY_CONTROLS) return;
  throw new StandingError(
    'import-not-csv',
    `The file ${file} is not CSV: it holds binary content, not text.`,
    'Choose a file of rows and columns that was saved or exported as CSV.',
  );
}

async function refuseNul(file: string, piece: Uint8Array, before: number): Promise<void> {
  const at = piece.indexOf(0);
  if (at === -1) return;
  throw new StandingError(
    'import-nul',
    `The file ${file} is damaged: line ${await lineOf(file, before + at)} holds a NUL character, which no text has.`,
    'Export or copy the file again; nothing was changed.',
  );
}

async function lineOf(file: string, offset: number): Promise<number> {
  let line = 1;
  let start = 0;
  for await (const piece of pieces(file)) {
    const part = piece.subarray(0, Math.max(0, offset - start));
    line += part.filter((byte) => byte === 10).length;
    start += piece.length;
    if (start >= offset) break;
  }
  return line;
}

function decodes(decoder: TextDecoder, piece: Uint8Array | null): boolean {
  try {
    if (piece === null) decoder.decode();
    else decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}
