import type { MainHandlers } from './handlers.ts';

export const membersMain: MainHandlers<'members.export'> = {
  async 'members.export'(shell, query) {
    const file = await shell.chooseTarget('Export these members', 'Members.csv', [
      { name: 'CSV file', extensions: ['csv'] },
    ]);
    return file === null ? null : shell.threads.exportMembers({ ...query, file });
  },
};
