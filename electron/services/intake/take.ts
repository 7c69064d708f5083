import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { FileOutcome, IntakeChannel } from '../../../shared/domain/intake.ts';
import type { PageReader } from '../../documents/reading/reader.ts';
import type { Work } from '../../jobs/work.ts';
import { unreadDocuments } from '../../repositories/intake-documents.ts';
import type { Office } from '../office.ts';
import { byName } from '../watched-folder/by-name.ts';
import { fileDocument } from './file-document.ts';
import { type FoundFile, foundFiles } from './found-files.ts';
import { outcomeOf, skippedOutcome } from './outcomes.ts';
import { type Received, receiveFile } from './receive.ts';

/** Files and folders that come in together. */
export interface IntakeOrder {
  readonly files: readonly string[];
  readonly channel: IntakeChannel;
}

/**
 * Takes files in, and what lies in folders: all of them are on record, with their bytes in the store, before the first is read, so that a crash
 * loses none; then each is read and filed. What an earlier run left unread is read too. Cancelled, it leaves the rest on record unread.
 * @throws StandingError `cancelled`, `too-many-files`, `folder-unreadable`
 */
export async function takeFiles(
  office: Office,
  reader: PageReader,
  { files, channel }: IntakeOrder,
  on: CalendarDate,
  work: Work,
): Promise<readonly FileOutcome[]> {
  // The system's file window drops in no order; a command line keeps its own.
  const paths = channel === 'dropped' ? files.toSorted(byName) : files;
  const found = await foundFiles(paths, work);
  const received: (FoundFile & { readonly came: Received })[] = [];
  for (const [at, one] of found.entries()) {
    await work.breathe();
    tell(work, 'Taking in files', at, found.length);
    const came: Received =
      one.skipped === null
        ? await receiveFile(office, { file: one.file, name: one.name, channel }, on)
        : { refused: one.skipped };
    received.push({ ...one, came });
  }
  await readUnread(office, reader, on, work);
  const outcomes: FileOutcome[] = [];
  const first = new Set<string>();
  for (const { file, skipped, came } of received) {
    outcomes.push(
      skipped === null ? await outcomeOf(office, file, came, first) : skippedOutcome(file, skipped),
    );
    if (!('refused' in came)) first.add(came.sha256);
  }
  return outcomes;
}

/** Reads and files every document that is on record unread, such as after a crash. @returns how many */
export async function readUnread(
  office: Office,
  reader: PageReader,
  on: CalendarDate,
  work: Work,
): Promise<number> {
  const unread = await unreadDocuments(office.reader);
  for (const [at, document] of unread.entries()) {
    await work.breathe();
    tell(work, 'Reading pages', at, unread.length);
    if (!(await fileDocument(office, reader, document, on, work.signal))) await work.breathe();
  }
  return unread.length;
}

function tell(work: Work, doing: string, done: number, total: number): void {
  work.progress({ doing, done, total, cancellable: true });
}
