import { existsSync } from 'node:fs';
import { StandingError } from '../../shared/ipc/errors.ts';
import { runFileName } from '../../shared/util/run-file.ts';
import { copyWhole } from '../platform/copy-whole.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import { runFile } from './office-files.ts';

export const renewalsMain: MainHandlers<'renewals.savePdf' | 'renewals.sendToPrinter'> = {
  async 'renewals.savePdf'(shell, { run, from, to }) {
    const source = printedFile(shell.threads.folder, run, from, to);
    const file = await shell.chooseTarget('Save the notices', runFileName(run, from, to), [
      { name: 'PDF file', extensions: ['pdf'] },
    ]);
    if (file === null) return null;
    await copyWhole(source, file);
    return { file };
  },
  async 'renewals.sendToPrinter'(shell, { run, from, to }) {
    return { sent: await shell.printPdf(printedFile(shell.threads.folder, run, from, to)) };
  },
};

/** @throws StandingError `not-printed` */
function printedFile(folder: string | null, run: string, from: number | null, to: number | null): string {
  if (folder === null) throw noOffice();
  const file = runFile(folder, run, from, to);
  if (existsSync(file)) return file;
  throw new StandingError('not-printed', `Run ${run} has no such PDF yet.`, 'Print the sheets first.');
}
