import type { PageReader } from '../../../../electron/documents/reading/reader.ts';
import { refusePart } from '../../../../electron/services/intake/queue.ts';
import type { Office } from '../../../../electron/services/office.ts';
import { TODAY, tempFolder } from '../../../temp-office.ts';
import { type Audited, auditedOffice, take } from '../audited-office.ts';
import { PROOF, writePage } from '../pages.ts';

/** A member whose documents were refused. */
export interface Refused extends Pick<Audited, 'memberId' | 'memberNo'> {
  readonly parts: readonly number[];
}

/** A sample office in which so many members sent so many documents each without a case, and all of them were refused. */
export async function refusedOffice(
  reader: PageReader,
  members: number,
  documents: readonly number[],
): Promise<{ readonly office: Office; readonly refused: readonly Refused[] }> {
  const { office, audited } = await auditedOffice(members);
  const folder = tempFolder();
  office.db.sqlite.exec(
    "UPDATE audit SET outcome = 'compliant', closed_on = selected_on WHERE for_cause = 'A test'",
  );
  const files = audited.flatMap((_, at) =>
    Array.from({ length: documents[at] ?? 0 }, (_each, nth) =>
      writePage(folder, `certificate ${at}-${nth}.png`, { ...PROOF, paper: 255 - at * 8 - nth }),
    ),
  );
  const taken = (await Promise.all(files.map((file) => take(office, reader, file)))).flat();
  let next = 0;
  const refused: Refused[] = [];
  for (const [at, { memberId, memberNo }] of audited.entries()) {
    const parts: number[] = [];
    for (let nth = 0; nth < (documents[at] ?? 0); nth++) {
      const part = taken[next++]?.parts[0]?.part ?? 0;
      await refusePart(office, { part, memberNo }, TODAY);
      parts.push(part);
    }
    refused.push({ memberId, memberNo, parts });
  }
  return { office, refused };
}
