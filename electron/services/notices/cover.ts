import { join } from 'node:path';
import type { PrintReport } from '../../../shared/domain/renewals.ts';
import { keepFile } from '../../documents/store.ts';
import { coverSheetPages } from '../../printing/cover-sheet.ts';
import { printPages } from '../../printing/print-pages.ts';
import { addPaper } from '../../repositories/papers.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import { frozenRun } from '../../repositories/runs.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { runPostal } from '../postal/run-postal.ts';
import { existingRun } from './runs.ts';

/**
 * Prints what lies on top of a run when it goes out: the reconciliation, the trays and lines to sign. The very PDF is kept.
 * @throws StandingError `run-unknown`, `office-file`, and what the disk refuses
 */
export async function printCover(
  office: Office,
  { run: id, outFile }: { readonly run: string; readonly outFile: string },
): Promise<PrintReport> {
  refuseOwnFile(outFile);
  const run = await existingRun(office, id);
  const frozen = await frozenRun(office.reader, id);
  const issuedOn = office.clock.today();
  const title = TITLES[run.kind] ?? 'Notices';
  const sheet = {
    office: frozen.office.name,
    run: await summaryOf(office.reader, run),
    postal: await runPostal(office, id),
    title,
    issuedOn,
  };
  const words = {
    title: `Cover sheet of run ${id}`,
    author: frozen.office.name,
    subject: `${title}, run ${id}`,
    language: 'en-US',
    dated: issuedOn,
  };
  const fontsDir = join(office.resources, 'fonts');
  const { sha256, pages } = await printPages({ words, fontsDir, outFile }, coverSheetPages(sheet));
  await keepFile(office.folder, outFile);
  await office.act(async (write) => {
    await addPaper(write, { kind: 'cover-sheet', memberId: null, subjectId: id, sha256, issuedOn });
    write.journal({ action: 'run.cover-printed', subject: 'run', subjectId: id, detail: { sha256 } });
  });
  return { run: id, sheets: pages, sha256, file: outFile };
}

const TITLES: Readonly<Partial<Record<string, string>>> = {
  renewal: 'Renewal notices',
  reminder: 'Reminders',
  'past-due': 'Past-due notices',
  final: 'Final notices',
  ccp: 'CCP compliance notices',
  lapse: 'Lapse notices',
  audit: 'Audit notices',
  return: 'Return letters',
};
