import type { CalendarDate } from '../../../shared/domain/facts.ts';
import {
  caseName,
  type FileOutcome,
  type IntakeChannel,
  type IntakePart,
  type PartOutcome,
} from '../../../shared/domain/intake.ts';
import type { PageReader } from '../../documents/reading/reader.ts';
import type { Work } from '../../jobs/work.ts';
import { unreadDocuments } from '../../repositories/intake-documents.ts';
import { partsOfDocument } from '../../repositories/intake-parts.ts';
import type { Office } from '../office.ts';
import { fileDocument } from './file-document.ts';
import { type Received, receiveFile } from './receive.ts';

/** Files that come in together. */
export interface IntakeOrder {
  readonly files: readonly string[];
  readonly channel: IntakeChannel;
}

/**
 * Takes files in: all of them are on record, with their bytes in the store, before the first is read, so that a crash loses none; then each is
 * read and filed. What an earlier run left unread is read too. Cancelled, it answers with what is done; the rest stays on record unread.
 */
export async function takeFiles(
  office: Office,
  reader: PageReader,
  { files, channel }: IntakeOrder,
  on: CalendarDate,
  work: Work,
): Promise<readonly FileOutcome[]> {
  const received: { readonly file: string; readonly came: Received }[] = [];
  for (const file of files) {
    await work.breathe();
    tell(work, 'Taking in files', received.length, files.length);
    received.push({ file, came: await receiveFile(office, { file, channel }, on) });
  }
  await readUnread(office, reader, on, work);
  const outcomes: FileOutcome[] = [];
  const first = new Set<string>();
  for (const { file, came } of received) {
    outcomes.push(await outcomeOf(office, file, came, first));
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

async function outcomeOf(
  office: Office,
  file: string,
  came: Received,
  before: ReadonlySet<string>,
): Promise<FileOutcome> {
  if ('refused' in came)
    return { file, sha256: '', outcome: 'refused', reason: came.refused, pages: null, parts: [] };
  const { document, sha256 } = came;
  const rows = await partsOfDocument(office.reader, document.id);
  const parts = rows.map(partOutcome);
  const cases = [...new Set(parts.flatMap((part) => part.case ?? []))];
  const whole = {
    file,
    sha256,
    pages: rows[0]?.pages ?? null,
    parts,
    ...(cases.length === 1 ? { case: cases[0] ?? '' } : {}),
  };
  if (came.again || before.has(sha256)) {
    const [known] = rows;
    const reason = `The very same document came before${known === undefined ? '' : `, as ${known.name}`}.`;
    return { ...whole, outcome: 'duplicate', reason };
  }
  const worst =
    parts.find(({ outcome }) => outcome === 'unmatched') ??
    parts.find(({ outcome }) => outcome === 'refused');
  if (worst === undefined) return { ...whole, outcome: 'filed' };
  return {
    ...whole,
    outcome: worst.outcome,
    ...(worst.reason === undefined ? {} : { reason: worst.reason }),
  };
}

function partOutcome({ part, firstPage, lastPage, state, why, member, case: of }: IntakePart): PartOutcome {
  return {
    part,
    firstPage,
    lastPage,
    outcome: state === 'filed' || state === 'refused' ? state : 'unmatched',
    ...(member === null ? {} : { memberNo: member.memberNo }),
    ...(of === null ? {} : { case: caseName(of) }),
    ...(why === '' ? {} : { reason: why }),
  };
}
