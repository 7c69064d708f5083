import { StandingError } from '../../shared/ipc/errors.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import { paperFile } from './office-files.ts';

const KINDS = {
  pdf: { name: 'PDF file', extensions: ['pdf'] },
  csv: { name: 'CSV file', extensions: ['csv'] },
} as const;

export const papersMain: MainHandlers<'papers.chooseTarget' | 'papers.sendToPrinter'> = {
  'papers.chooseTarget'(shell, { name }) {
    return shell.chooseTarget('Save as', name, [name.endsWith('.csv') ? KINDS.csv : KINDS.pdf]);
  },
  async 'papers.sendToPrinter'(shell, paper) {
    const { folder } = shell.threads;
    if (folder === null) throw noOffice();
    const file = paperFile(folder);
    const answer = await shell.threads.ask('papers.print', { paper, file });
    if (!answer.ok) throw new StandingError(answer.error.code, answer.error.message, answer.error.fix);
    return { sent: await shell.printPdf(file) };
  },
};
