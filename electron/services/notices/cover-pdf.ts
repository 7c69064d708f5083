import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { coverPages } from '../../printing/audit/cover-pages.ts';
import { printPages } from '../../printing/print-pages.ts';
import type { OfficeView } from '../office.ts';

/** What cover sheets are printed from. */
export type CoveredSheet = Pick<NoticeSheet, 'run' | 'memberNo' | 'memberName' | 'dated' | 'lines'>;

/** Prints the cover sheets of an audit notice alone; the same notice gives the same bytes. @throws StandingError as `printPages` */
export async function printCovers(
  view: Pick<OfficeView, 'resources'>,
  office: OfficeProfile,
  sheet: CoveredSheet,
  outFile: string,
): Promise<{ readonly sha256: string; readonly pages: number }> {
  const words = {
    title: `Cover sheets for member ${sheet.memberNo}`,
    author: office.name,
    subject: `CCP audit, run ${sheet.run}`,
    language: 'en-US',
    dated: sheet.dated,
  };
  return printPages({ words, fontsDir: join(view.resources, 'fonts'), outFile }, coverPages(office, sheet));
}

/** The same as bytes, for an e-mail; null where the notice has none. */
export async function coverPdf(
  view: Pick<OfficeView, 'folder' | 'resources'>,
  office: OfficeProfile,
  sheet: CoveredSheet,
): Promise<Buffer | null> {
  if (coverPages(office, sheet).length === 0) return null;
  const folder = join(view.folder, 'jobs');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `covers-${randomUUID()}.pdf`);
  try {
    await printCovers(view, office, sheet, file);
    return await readFile(file);
  } finally {
    await rm(file, { force: true });
  }
}
