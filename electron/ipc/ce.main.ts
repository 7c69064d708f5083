import type { MainHandlers } from './handlers.ts';

const CSV = { name: 'CSV file', extensions: ['csv', 'txt'] };

export const ceMain: MainHandlers<'ce.chooseFile'> = {
  async 'ce.chooseFile'(shell) {
    const [file] = (await shell.chooseFiles('Choose the file of offerings', [CSV], false)) ?? [];
    return file ?? null;
  },
};
