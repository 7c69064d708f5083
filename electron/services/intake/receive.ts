import { existsSync, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { IntakeChannel } from '../../../shared/domain/intake.ts';
import { typeOfFile } from '../../documents/reading/type-of.ts';
import { documentPath, keepBytes, keepFile } from '../../documents/store.ts';
import { destructionOf } from '../../repositories/destructions.ts';
import {
  addArrival,
  addDocument,
  documentBySha256,
  type IntakeDocument,
} from '../../repositories/intake-documents.ts';
import { setting } from '../../repositories/settings.ts';
import type { Office, OfficeView } from '../office.ts';
import { readableIn } from '../restand.ts';
import type { SeenFile } from '../watched-folder/sight.ts';
import { cameAgain } from './retention/came-again.ts';

/** What a file may weigh unless the office has set something else. */
export const LIMIT_MEGABYTES = 25;

/** The largest file that is taken in, in megabytes. */
export async function limitMegabytes(view: Pick<OfficeView, 'reader'>): Promise<number> {
  return (await setting(view.reader, 'intake'))?.limitMegabytes ?? LIMIT_MEGABYTES;
}

/** A file that is on record now, or why it was not taken at all. */
export type Received =
  | {
      readonly document: IntakeDocument;
      readonly sha256: string;
      readonly again: boolean;
      /** The file that was taken, so that no other is taken for it. */
      readonly file: SeenFile;
    }
  | Refused;

interface Refused {
  readonly refused: string;
  /** It may be taken when it is tried again as it is. */
  readonly passing?: true;
}

/** A file that comes in. */
export interface ArrivingFile {
  readonly file: string;
  /** As it is kept and told. */
  readonly name: string;
  readonly channel: IntakeChannel;
  /** Where it lies in the scan folder; left out for every other way. */
  readonly path?: string | null;
}

/**
 * Takes a file in as it is: its bytes are in the store and on the disk before its row says so. The file itself stays where it is. One that
 * still changes, is empty or too large is not taken.
 */
export async function receiveFile(
  office: Office,
  { file, ...arriving }: ArrivingFile,
  on: CalendarDate,
): Promise<Received> {
  const kept = await keep(office, file);
  return 'refused' in kept ? kept : putOnRecord(office, kept, arriving, on);
}

/** The same for bytes that lie in no file, such as a picture that was pasted. */
export async function receiveBytes(
  office: Office,
  { bytes, ...arriving }: Omit<ArrivingFile, 'file'> & { readonly bytes: Uint8Array },
  on: CalendarDate,
): Promise<Received> {
  const size = bytes.byteLength;
  const refused = await refusedSize(office, size);
  if (refused !== null) return { refused };
  const sha256 = await keepBytes(office.folder, bytes);
  return putOnRecord(office, { sha256, bytes: size, modifiedMs: 0 }, arriving, on);
}

interface Kept {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

async function putOnRecord(
  office: Office,
  { sha256, bytes, modifiedMs }: Kept,
  { name, channel, path = null }: Omit<ArrivingFile, 'file'>,
  on: CalendarDate,
): Promise<Received> {
  const type = await typeOfFile(documentPath(office.folder, sha256));
  const lay = path === null ? null : { path, modifiedMs };
  return office.act(async (write) => {
    const db = readableIn(write);
    const before = await documentBySha256(db, sha256);
    const destroyed = before === null ? null : await destructionOf(db, before.id);
    if (before !== null && destroyed !== null) {
      // The bytes found in the store may have been on their way out.
      if (!destroyed.gone || !existsSync(documentPath(office.folder, sha256))) return LEAVING;
      await cameAgain(write, { ...before, name, channel, lay }, destroyed, on);
      return { document: before, sha256, again: false, file: { size: bytes, modifiedMs } };
    }
    const id = before?.id ?? (await addDocument(write, { sha256, bytes, type }));
    // A document whose taking was cut off before it was read comes for the first time still.
    const again = before?.read === true;
    // Where it lay in the scan folder is kept each time, so that it is not taken from there twice.
    if (before === null || again || lay !== null) await addArrival(write, id, { name, channel, on, lay });
    write.journal({
      action: again ? 'intake.came-again' : 'intake.received',
      subject: 'document',
      subjectId: sha256,
      detail: { name, channel, bytes, type },
    });
    const document = before ?? { id, sha256, type, read: false, pages: null };
    return { document, sha256, again, file: { size: bytes, modifiedMs } };
  });
}

async function keep(office: Office, file: string): Promise<Kept | Refused> {
  const before = await statOf(file);
  if (before === null) return { refused: 'There is no such file, or it may not be read.' };
  if (!before.isFile()) return { refused: 'It is no file.' };
  const refused = await refusedSize(office, before.size);
  if (refused !== null) return { refused };
  try {
    const sha256 = await keepFile(office.folder, file);
    const after = await statOf(file);
    if (after === null || after.size !== before.size || after.mtimeMs !== before.mtimeMs) return CHANGED;
    return { sha256, bytes: after.size, modifiedMs: Math.floor(after.mtimeMs) };
  } catch (error) {
    const now = await statOf(file);
    if (now === null) return { refused: 'The file was gone before it was read.' };
    if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) return CHANGED;
    if (HELD.has(codeOf(error))) return HELD_OPEN;
    throw error;
  }
}

async function refusedSize(office: Office, bytes: number): Promise<string | null> {
  if (bytes === 0) return 'The file is empty.';
  const most = await limitMegabytes(office);
  return bytes <= most * 1_000_000
    ? null
    : `The file has ${(bytes / 1_000_000).toFixed(1)} MB, more than the ${most} MB that are taken in: scan it at 300 dpi in grey, or raise the limit.`;
}

const LEAVING = {
  refused: 'The very same document is just being destroyed: take it in again in a moment.',
  passing: true,
} as const;

const CHANGED = {
  refused: 'The file was still being written while it was read: take it in again when it is whole.',
  passing: true,
} as const;

/** What the system says of a file that another program keeps for itself, or that may not be read. */
const HELD = new Set(['EBUSY', 'EACCES', 'EPERM', 'ETXTBSY']);

const HELD_OPEN = {
  refused:
    'Another program holds the file open, or you may not read it: close it there and take it in again.',
  passing: true,
} as const;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function statOf(file: string): Promise<Stats | null> {
  return stat(file).catch(() => null);
}
