import type { MainHandlers } from './handlers.ts';

const CSV = { name: 'CSV file', extensions: ['csv', 'txt'] };

export const movesMain: MainHandlers<'moves.chooseTarget' | 'moves.chooseFile'> = {
  'moves.chooseTarget'(shell, { run }) {
    const name = run === null ? 'Addresses.csv' : `Addresses ${run}.csv`;
    return shell.chooseTarget('Export addresses', name, [CSV]);
  },
  async 'moves.chooseFile'(shell) {
    const [file] = (await shell.chooseFiles('Choose the vendor’s answer', [CSV], false)) ?? [];
    return file ?? null;
  },
};
