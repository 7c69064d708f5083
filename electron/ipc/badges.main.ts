import type { MainHandlers } from './handlers.ts';

const CSV = { name: 'CSV file', extensions: ['csv', 'txt'] };

const TITLES = {
  list: 'Choose Credly’s export of issued badges',
  template: 'Choose Credly’s bulk-issue template',
} as const;

export const badgesMain: MainHandlers<'badges.chooseFolder' | 'badges.chooseFile'> = {
  'badges.chooseFolder': (shell) => shell.chooseFolder('Where the files for Credly go'),
  async 'badges.chooseFile'(shell, { purpose }) {
    const [file] = (await shell.chooseFiles(TITLES[purpose], [CSV], false)) ?? [];
    return file ?? null;
  },
};
