import type { MainHandlers } from './handlers.ts';

export const retentionMain: MainHandlers<'retention.chooseTarget'> = {
  'retention.chooseTarget'(shell, { name }) {
    const extension = name.endsWith('.pdf') ? 'pdf' : 'csv';
    return shell.chooseTarget('Save as', name, [
      { name: `${extension.toUpperCase()} file`, extensions: [extension] },
    ]);
  },
};
