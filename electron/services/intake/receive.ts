import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { IntakeChannel } from '../../../shared/domain/intake.ts';
import { typeOfFile } from '../../documents/reading/type-of.ts';
import { documentPath, keepFile } from '../../documents/store.ts';
import {
  addArrival,
  addDocument,
  documentBySha256,
  type IntakeDocument,
} from '../../repositories/intake-documents.ts';
import { setting } from '../../repositories/settings.ts';
import type { Office, OfficeView } from '../office.ts';
import { readableIn } from '../restand.ts';

/** What a file may weigh unless the office has set something else. */
export const LIMIT_MEGABYTES = 25;

/** The largest file that is taken in, in megabytes. */
export async function limitMegabytes(view: Pick<OfficeView, 'reader'>): Promise<number> {
  return (await setting(view.reader, 'intake'))?.limitMegabytes ?? LIMIT_MEGABYTES;
}

/** A file that is on record now, or why it was not taken at all. */
export type Received =
  | { readonly document: IntakeDocument; readonly sha256: string; readonly again: boolean }
  | { readonly refused: string };

/**
 * Takes a file in as it is: its bytes are in the store and on the disk before its row says so. The file itself stays where it is. One that
 * still changes, is empty or too large is not taken.
 */
export async function receiveFile(
  office: Office,
  { file, channel }: { readonly file: string; readonly channel: IntakeChannel },
  on: CalendarDate,
): Promise<Received> {
  const kept = await keep(office, file);
  if ('refused' in kept) return kept;
  const { sha256, bytes } = kept;
  const type = await typeOfFile(documentPath(office.folder, sha256));
  return office.act(async (write) => {
    const db = readableIn(write);
    const before = await documentBySha256(db, sha256);
    const id = before?.id ?? (await addDocument(write, { sha256, bytes, type }));
    const name = basename(file);
    // A document whose taking was cut off before it was read comes for the first time still.
    const again = before?.read === true;
    if (before === null || again) await addArrival(write, id, { name, channel, on });
    write.journal({
      action: again ? 'intake.came-again' : 'intake.received',
      subject: 'document',
      subjectId: sha256,
      detail: { name, channel, bytes, type },
    });
    return { document: before ?? { id, sha256, type, read: false, pages: null }, sha256, again };
  });
}

async function keep(
  office: Office,
  file: string,
): Promise<{ readonly sha256: string; readonly bytes: number } | { readonly refused: string }> {
  const before = await statOf(file);
  if (before === null) return { refused: 'There is no such file, or it may not be read.' };
  if (!before.isFile()) return { refused: 'It is no file.' };
  if (before.size === 0) return { refused: 'The file is empty.' };
  const most = await limitMegabytes(office);
  if (before.size > most * 1_000_000)
    return {
      refused: `The file has ${(before.size / 1_000_000).toFixed(1)} MB, more than the ${most} MB that are taken in: scan it at 300 dpi in grey, or raise the limit.`,
    };
  try {
    const sha256 = await keepFile(office.folder, file);
    const after = await statOf(file);
    if (after === null || after.size !== before.size || after.mtimeMs !== before.mtimeMs) return CHANGED;
    return { sha256, bytes: after.size };
  } catch (error) {
    const now = await statOf(file);
    if (now === null) return { refused: 'The file was gone before it was read.' };
    if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) return CHANGED;
    throw error;
  }
}

const CHANGED = {
  refused: 'The file was still being written while it was read: take it in again when it is whole.',
} as const;

function statOf(file: string): Promise<Stats | null> {
  return stat(file).catch(() => null);
}
