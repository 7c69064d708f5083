import type { MainHandlers } from './handlers.ts';

export const whatIfMain: MainHandlers<'whatIf.chooseTarget'> = {
  'whatIf.chooseTarget'(shell) {
    return shell.chooseTarget('Export whose standing would change', 'What if.csv', [
      { name: 'CSV file', extensions: ['csv'] },
    ]);
  },
};
