import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PageReader } from '../../documents/reading/reader.ts';
import type { Reading } from '../../documents/reading/reading.ts';
import { documentPath } from '../../documents/store.ts';
import { addReading, documentBySha256, type IntakeDocument } from '../../repositories/intake-documents.ts';
import { addPart } from '../../repositories/intake-parts.ts';
import type { Office, OfficeView } from '../office.ts';
import { readableIn } from '../restand.ts';
import { type JudgedPart, judgePages } from './judge.ts';
import { UNREADABLE_WORDS } from './sentences.ts';

/**
 * Reads a document in a process of its own and files its parts, as one action.
 * @returns false where it was cancelled; the document stays on record unread
 */
export async function fileDocument(
  office: Office,
  reader: PageReader,
  { id, sha256, type }: IntakeDocument,
  on: CalendarDate,
  signal: AbortSignal,
): Promise<boolean> {
  const reading = await reader.read(documentPath(office.folder, sha256), type, signal);
  if (reading === null) return false;
  await office.act(async (write) => {
    const view = { reader: readableIn(write) };
    // Another run may have read it meanwhile.
    if ((await documentBySha256(view.reader, sha256))?.read !== false) return;
    const words = 'pages' in reading ? reading : { unreadable: UNREADABLE_WORDS[reading.unreadable] };
    await addReading(write, id, words);
    const parts = await judgedParts(view, reading);
    for (const { firstPage, lastPage, filing } of parts)
      await addPart(write, { document: id, firstPage, lastPage }, filing, on);
    write.journal({
      action: 'intake.read',
      subject: 'document',
      subjectId: sha256,
      detail: {
        ...('pages' in reading ? { pages: reading.pages.length } : words),
        parts: parts.map(({ firstPage, lastPage, filing }) => ({
          pages: [firstPage, lastPage],
          state: filing.state,
          case: filing.case,
          why: filing.why,
        })),
      },
    });
  });
  return true;
}

/** The parts of a document that was read: where its codes say, or in quarantine. */
export async function judgedParts(
  view: Pick<OfficeView, 'reader'>,
  reading: Reading,
): Promise<readonly JudgedPart[]> {
  if ('pages' in reading) return judgePages(view, reading.pages);
  const why = UNREADABLE_WORDS[reading.unreadable];
  const filing = {
    state: 'quarantined',
    why,
    memberId: null,
    case: null,
    activity: null,
    allowedBy: null,
  } as const;
  return [{ firstPage: 1, lastPage: 1, filing }];
}
