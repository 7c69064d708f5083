import type { MainHandlers } from './handlers.ts';

export const auditsMain: MainHandlers<'audits.chooseTarget'> = {
  'audits.chooseTarget'(shell, { name }) {
    const kind = name.endsWith('.pdf')
      ? { name: 'PDF file', extensions: ['pdf'] }
      : { name: 'Text file', extensions: ['txt'] };
    return shell.chooseTarget('Save as', name, [kind]);
  },
};
