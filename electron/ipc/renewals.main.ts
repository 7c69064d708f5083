import { existsSync } from 'node:fs';
import type { InputOf } from '../../shared/ipc/contract.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { runFileName, runPartName } from '../../shared/util/run-file.ts';
import { copyWhole } from '../platform/copy-whole.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import { runFile, runPartFile } from './office-files.ts';

export const renewalsMain: MainHandlers<'renewals.savePdf' | 'renewals.sendToPrinter'> = {
  async 'renewals.savePdf'(shell, which) {
    const source = printedFile(shell.threads.folder, which);
    const { run, from, to, part } = which;
    const file = await shell.chooseTarget(
      'Save the PDF',
      part === undefined ? runFileName(run, from, to) : runPartName(run, part),
      [{ name: 'PDF file', extensions: ['pdf'] }],
    );
    if (file === null) return null;
    await copyWhole(source, file);
    return { file };
  },
  async 'renewals.sendToPrinter'(shell, which) {
    return { sent: await shell.printPdf(printedFile(shell.threads.folder, which)) };
  },
};

/** @throws StandingError `not-printed` */
function printedFile(folder: string | null, { run, from, to, part }: InputOf<'renewals.savePdf'>): string {
  if (folder === null) throw noOffice();
  const file = part === undefined ? runFile(folder, run, from, to) : runPartFile(folder, run, part);
  if (existsSync(file)) return file;
  throw new StandingError('not-printed', `Run ${run} has no such PDF yet.`, 'Print the sheets first.');
}
