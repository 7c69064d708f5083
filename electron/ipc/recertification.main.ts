import { existsSync } from 'node:fs';
import { StandingError } from '../../shared/ipc/errors.ts';
import { documentPath } from '../documents/store.ts';
import { copyWhole } from '../platform/copy-whole.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import type { Shell } from './shell.ts';

export const recertificationMain: MainHandlers<'recertification.savePaper' | 'recertification.printPaper'> = {
  async 'recertification.savePaper'(shell, { sha256, name }) {
    const source = keptPaper(shell, sha256);
    const suggested = `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.pdf`;
    const file = await shell.chooseTarget('Save the PDF', suggested, [
      { name: 'PDF file', extensions: ['pdf'] },
    ]);
    if (file === null) return null;
    await copyWhole(source, file);
    return { file };
  },
  async 'recertification.printPaper'(shell, { sha256 }) {
    return { sent: await shell.printPdf(keptPaper(shell, sha256)) };
  },
};

/** @throws StandingError `no-office`, `paper-missing` */
function keptPaper({ threads: { folder } }: Shell, sha256: string): string {
  if (folder === null) throw noOffice();
  const file = documentPath(folder, sha256);
  if (existsSync(file)) return file;
  throw new StandingError(
    'paper-missing',
    'This paper is not in the office folder.',
    'Restore the office from a backup that has it.',
  );
}
