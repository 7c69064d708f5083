import type { MainHandlers } from './handlers.ts';

const CSV = { name: 'CSV file', extensions: ['csv', 'txt', 'tsv'] };

export const feedMain: MainHandlers<'feed.chooseFile' | 'feed.chooseFolder'> = {
  async 'feed.chooseFile'(shell) {
    const [file] = (await shell.chooseFiles('Choose a file of AMT’s online activities', [CSV], false)) ?? [];
    return file ?? null;
  },
  'feed.chooseFolder': (shell) => shell.chooseFolder('Choose the folder that the feed is laid in'),
};
