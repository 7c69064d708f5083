import { keepBytes } from '../../../../electron/documents/store.ts';
import {
  addArrival,
  addDocument,
  addReading,
  documentBySha256,
} from '../../../../electron/repositories/intake-documents.ts';
import { addPart, type Filing } from '../../../../electron/repositories/intake-parts.ts';
import type { Office } from '../../../../electron/services/office.ts';
import { readableIn } from '../../../../electron/services/restand.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';

/** A document of one page on record, as if it had come and been settled on a day. */
export interface OldDocument {
  readonly document: number;
  readonly part: number;
  readonly sha256: string;
}

/** Puts a text on record as a document of one page, or of none where it is unreadable, that came on a day, and files it then. */
export async function oldDocument(
  office: Office,
  text: string,
  on: CalendarDate,
  filing: Partial<Filing>,
  unreadable: string | null = null,
): Promise<OldDocument> {
  const bytes = Buffer.from(text);
  const sha256 = await keepBytes(office.folder, bytes);
  return office.act(async (write) => {
    const document = await addDocument(write, { sha256, bytes: bytes.length, type: 'pdf' });
    await addArrival(write, document, { name: `${text}.pdf`, channel: 'chosen', on, lay: null });
    const pages = [{ codes: [], damaged: false, blank: false }];
    await addReading(write, document, unreadable === null ? { pages } : { unreadable });
    const whole: Filing = {
      state: 'dismissed',
      why: 'An advertisement',
      memberId: null,
      case: null,
      activity: null,
      allowedBy: null,
      ...filing,
    };
    const part = await addPart(write, { document, firstPage: 1, lastPage: 1 }, whole, on);
    write.journal({ action: 'test.document', subject: 'document', subjectId: sha256, detail: null });
    if ((await documentBySha256(readableIn(write), sha256))?.read !== true)
      throw new Error('it is on record');
    return { document, part, sha256 };
  });
}
