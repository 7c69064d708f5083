import type { MainHandlers } from './handlers.ts';

export const worklistsMain: MainHandlers<'worklists.export'> = {
  async 'worklists.export'(shell, query) {
    const file = await shell.chooseTarget('Export this worklist', `Worklist ${query.list}.csv`, [
      { name: 'CSV file', extensions: ['csv'] },
    ]);
    return file === null ? null : shell.threads.exportWorklist({ ...query, file });
  },
};
