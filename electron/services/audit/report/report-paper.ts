import { join } from 'node:path';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { reportPages } from '../../../printing/audit/report-pages.ts';
import { parseEnvelope } from '../../../printing/envelope/profile.ts';
import { Content } from '../../../printing/pdf/content.ts';
import { letterSetters, printPages } from '../../../printing/print-pages.ts';
import type { OfficeView } from '../../office.ts';
import { refuseOwnFile } from '../../own-files.ts';
import { officeProfile } from '../../profile.ts';
import { officeStationery, shippedEnvelope } from '../../stationery.ts';
import { certificatePages } from '../certificate.ts';
import { auditReport } from './report.ts';

/**
 * The report of a year's audit as a PDF, with the public certificate of each of its draws at the end.
 * @throws StandingError `draw-unknown`, `office-file`, `cannot-write`
 */
export async function printReport(
  view: OfficeView,
  year: number,
  asOf: CalendarDate,
  file: string,
): Promise<{ readonly file: string; readonly pages: number; readonly sha256: string }> {
  refuseOwnFile(file);
  const report = await auditReport(view, year, asOf);
  const office = await officeProfile(view);
  const { envelope: id } = await officeStationery(view);
  const envelope = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const fontsDir = join(view.resources, 'fonts');
  const title = `Report on the annual CCP audit of ${year}`;
  const pages = [...reportPages({ office, envelope, title, report }, new Content(letterSetters(fontsDir)))];
  for (const { draw } of report.draws) pages.push(...(await certificatePages(view, year, draw)));
  const words = {
    title,
    author: office.name,
    subject: 'Annual CCP audit',
    language: 'en-US',
    dated: asOf,
  };
  return { file, ...(await printPages({ words, fontsDir, outFile: file }, pages)) };
}
