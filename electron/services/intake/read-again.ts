import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { PageReader } from '../../documents/reading/reader.ts';
import { documentPath } from '../../documents/store.ts';
import { throwIfCancelled } from '../../jobs/work.ts';
import { addReading } from '../../repositories/intake-documents.ts';
import {
  addPart,
  movePart,
  partById,
  partsOfDocument,
  setLastPage,
} from '../../repositories/intake-parts.ts';
import type { Office } from '../office.ts';
import { readableIn } from '../restand.ts';
import { judgedParts } from './file-document.ts';
import { UNREADABLE_WORDS } from './sentences.ts';

/**
 * Reads a document of the quarantine once more, as one action: what can be read now is split and filed as if it had just come; what cannot keeps its place
 * with the reason of today.
 * @returns its parts
 * @throws StandingError `part-unknown`, `part-not-quarantined`, `cancelled`
 */
export async function readAgain(
  office: Office,
  reader: PageReader,
  id: number,
  on: CalendarDate,
  signal: AbortSignal,
): Promise<readonly IntakePart[]> {
  const { sha256, type } = await quarantined(office.reader, id);
  const reading = await reader.read(documentPath(office.folder, sha256), type, signal);
  if (reading === null) throwIfCancelled(signal);
  await office.act(async (write) => {
    const db = readableIn(write);
    // Somebody may have settled it meanwhile.
    const part = await quarantined(db, id);
    if (reading === null) return;
    await addReading(
      write,
      part.document,
      'pages' in reading ? reading : { unreadable: UNREADABLE_WORDS[reading.unreadable] },
    );
    const [first, ...more] = await judgedParts({ reader: db }, reading);
    if (first !== undefined) {
      await setLastPage(write, part.part, first.lastPage);
      await movePart(write, part, first.filing, on);
    }
    for (const { firstPage, lastPage, filing } of more)
      await addPart(write, { document: part.document, firstPage, lastPage }, filing, on);
    write.journal({
      action: 'intake.read-again',
      subject: 'document',
      subjectId: sha256,
      detail:
        'pages' in reading
          ? { pages: reading.pages.length, parts: 1 + more.length }
          : { unreadable: UNREADABLE_WORDS[reading.unreadable] },
    });
  });
  return partsOfDocument(office.reader, (await known(office.reader, id)).document);
}

async function quarantined(db: Parameters<typeof partById>[0], id: number): Promise<IntakePart> {
  const part = await known(db, id);
  if (part.state === 'quarantined') return part;
  throw new StandingError(
    'part-not-quarantined',
    `Part ${id} is not in quarantine: it is ${part.state}.`,
    part.pages === null ? 'Undo that first.' : 'Its pages were read; there is nothing to try again.',
  );
}

async function known(db: Parameters<typeof partById>[0], id: number): Promise<IntakePart> {
  const part = await partById(db, id);
  if (part === null) throw new StandingError('part-unknown', `There is no part ${id} of any document.`);
  return part;
}
