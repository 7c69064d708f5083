import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { saveTemplates } from '../../../electron/services/badges/settings.ts';
import { batches, openCsv } from '../../../electron/services/import/file/csv-file.ts';
import type { Office } from '../../../electron/services/office.ts';
import { emptyOffice, tempFolder } from '../../temp-office.ts';

/** An office with a few members, whose RMA and MT have badge templates. */
export async function credlyOffice(): Promise<Office> {
  const office = await emptyOffice();
  office.db.sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, middle_name, last_name, sort_name, email, email_bad_reason, deceased_on) VALUES
      (1, '700001', 'Ann', 'B.', 'Lee', 'lee ann', 'ann@example.org', NULL, NULL),
      (2, '700002', '=cmd|x', '', 'Núñez, "Jo"', 'nunez', 'jo@example.org', NULL, NULL),
      (3, '700003', 'Max', '', 'Post', 'post max', '', NULL, NULL),
      (4, '700004', 'Eve', '', 'Bounce', 'bounce eve', 'eve@example.org', 'unknown user', NULL),
      (5, '700005', 'Tom', '', 'Dead', 'dead tom', 'tom@example.org', NULL, '2026-01-05'),
      (6, '700006', 'Amy', '', 'Code', 'code amy', 'amy@example.org', NULL, NULL);
    INSERT INTO certification (id, member_id, code, certified_on, recertified_on) VALUES
      (1, 1, 'RMA', '2026-05-01', NULL), (2, 2, 'MT', '2010-02-28', '2026-09-30'), (3, 3, 'RMA', '2026-05-01', NULL),
      (4, 4, 'RMA', '2026-05-01', NULL), (5, 5, 'RMA', '2026-05-01', NULL), (6, 6, 'AHI', '2026-05-01', NULL);
  `);
  await saveTemplates(office, { RMA: 'rma-template', MT: 'mt-template' });
  return office;
}

/** The rows of a CSV file as the app's own reader has them, header first, and its text. */
export async function readBack(
  file: string,
): Promise<{ rows: readonly (readonly string[])[]; text: string }> {
  const rows: (readonly string[])[] = [];
  for await (const { records } of batches(await openCsv(file, unwatchedWork())))
    rows.push(...records.map(({ cells }) => cells));
  return { rows, text: readFileSync(file, 'utf8') };
}

/** A CSV file in a folder of its own. */
export function csvFile(text: string, name = 'credly.csv'): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, text);
  return file;
}

export const CREDLY_HEADER =
  'Badge ID,Badge Template ID,Recipient Email,Issued To First Name,Issued To Last Name,State,Issued At,State Updated At,Issuer Earner ID';
