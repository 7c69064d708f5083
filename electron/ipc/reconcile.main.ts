import type { MainHandlers } from './handlers.ts';

const CSV = { name: 'CSV file', extensions: ['csv', 'txt', 'tsv'] };

export const reconcileMain: MainHandlers<'reconcile.chooseFile'> = {
  async 'reconcile.chooseFile'(shell, { source }) {
    const title = source === 'portal' ? 'Choose the portal’s payment export' : 'Choose the lockbox file';
    const [file] = (await shell.chooseFiles(title, [CSV], false)) ?? [];
    return file ?? null;
  },
};
