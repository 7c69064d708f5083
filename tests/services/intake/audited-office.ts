import { afterAll } from 'vitest';
import { forkedReader } from '../../../electron/documents/reading/forked.ts';
import { type PageReader, pageReader } from '../../../electron/documents/reading/reader.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { openForCause } from '../../../electron/repositories/record-draw.ts';
import { takeFiles } from '../../../electron/services/intake/take.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { FileOutcome } from '../../../shared/domain/intake.ts';
import { sampleOffice, TODAY } from '../../temp-office.ts';

/** A member of the sample with an audit that is open. */
export interface Audited {
  readonly audit: number;
  readonly memberNo: string;
  readonly memberId: number;
}

/** A sample office in which so many members without a case of their own have one audit each. */
export async function auditedOffice(
  audits: number,
): Promise<{ readonly office: Office; readonly audited: readonly Audited[] }> {
  const office = await sampleOffice(40);
  const free = office.db.sqlite
    .prepare<[number], { id: number; memberId: number; memberNo: string; cycle: string }>(
      `SELECT min(c.id) AS id, m.id AS memberId, m.member_no AS memberNo, c.certified_on AS cycle FROM member m
       JOIN certification c ON c.member_id = m.id WHERE m.deceased_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM audit a JOIN certification o ON o.id = a.certification_id WHERE o.member_id = m.id)
       AND NOT EXISTS (SELECT 1 FROM recertification_application a JOIN certification o ON o.id = a.certification_id WHERE o.member_id = m.id)
       GROUP BY m.id ORDER BY m.id LIMIT ?`,
    )
    .all(audits);
  await office.act(async (write) => {
    for (const { id, cycle } of free)
      await openForCause(write, { certificationId: id, cycleStart: cycle, reason: 'A test', on: TODAY });
    write.journal({ action: 'test.audits', subject: 'office', subjectId: 'test', detail: null });
  });
  const opened = office.db.sqlite
    .prepare<[], Audited>(
      `SELECT a.id AS audit, m.id AS memberId, m.member_no AS memberNo FROM audit a JOIN certification c ON c.id = a.certification_id
       JOIN member m ON m.id = c.member_id WHERE a.for_cause = 'A test' ORDER BY a.id`,
    )
    .all();
  return { office, audited: opened };
}

/** One reading process for the tests of a file. */
export function testReader(): PageReader {
  const reader = pageReader(forkedReader);
  afterAll(() => reader.close());
  return reader;
}

export function take(
  office: Office,
  reader: PageReader,
  ...files: readonly string[]
): Promise<readonly FileOutcome[]> {
  return takeFiles(office, reader, { files, channel: 'command' }, TODAY, unwatchedWork());
}
