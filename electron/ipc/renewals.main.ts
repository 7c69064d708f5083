import { existsSync } from 'node:fs';
import type { AnswerOf, InputOf } from '../../shared/ipc/contract.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { runFileName, runPartName } from '../../shared/util/run-file.ts';
import { copyWhole } from '../platform/copy-whole.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import { movedFile, runFile, runPartFile } from './office-files.ts';
import type { Shell } from './shell.ts';

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
    return { sent: await shell.printPdf(await forPrinter(shell, printedFile(shell.threads.folder, which))) };
  },
};

/** The print, or its copy moved against the error of a printer that is off. */
async function forPrinter({ threads }: Pick<Shell, 'threads'>, file: string): Promise<string> {
  const answer = await threads.ask('stationery.view', undefined);
  if (!answer.ok) throw new StandingError(answer.error.code, answer.error.message, answer.error.fix);
  // The contract declares what this channel answers.
  const { printer } = answer.value as AnswerOf<'stationery.view'>;
  if (printer.dx === 0 && printer.dy === 0) return file;
  const { movedCopy } = await import('../printing/pdf/moved-copy.ts');
  await movedCopy(file, movedFile(file), printer);
  return movedFile(file);
}

/** @throws StandingError `not-printed` */
function printedFile(folder: string | null, { run, from, to, part }: InputOf<'renewals.savePdf'>): string {
  if (folder === null) throw noOffice();
  const file = part === undefined ? runFile(folder, run, from, to) : runPartFile(folder, run, part);
  if (existsSync(file)) return file;
  throw new StandingError('not-printed', `Run ${run} has no such PDF yet.`, 'Print the sheets first.');
}
