import { existsSync } from 'node:fs';
import { StandingError } from '../../shared/ipc/errors.ts';
import { copyWhole } from '../platform/copy-whole.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import { rejectedRowsFile } from './office-files.ts';

const CSV = { name: 'CSV file', extensions: ['csv'] };

export const importMain: MainHandlers<'import.chooseFiles' | 'import.saveErrors'> = {
  async 'import.chooseFiles'(shell) {
    const kinds = [{ name: 'CSV files', extensions: ['csv', 'txt', 'tsv'] }];
    return (await shell.chooseFiles('Choose the files to import', kinds, true)) ?? [];
  },
  async 'import.saveErrors'({ threads, chooseTarget }, { job }) {
    if (threads.folder === null) throw noOffice();
    const source = rejectedRowsFile(threads.folder, job);
    if (!existsSync(source))
      throw new StandingError(
        'no-rejected-rows',
        'This import rejected no rows, so there is no file of them.',
      );
    const file = await chooseTarget('Save the rejected rows', 'Rejected rows.csv', [CSV]);
    if (file === null) return null;
    await copyWhole(source, file);
    return { file };
  },
};
