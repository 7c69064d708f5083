import type { MainHandlers } from './handlers.ts';

const KINDS = {
  pdf: { name: 'PDF file', extensions: ['pdf'] },
  csv: { name: 'CSV file', extensions: ['csv'] },
  txt: { name: 'Text file', extensions: ['txt'] },
};

export const auditsMain: MainHandlers<'audits.chooseTarget'> = {
  'audits.chooseTarget'(shell, { name }) {
    const kind = name.endsWith('.pdf') ? KINDS.pdf : name.endsWith('.csv') ? KINDS.csv : KINDS.txt;
    return shell.chooseTarget('Save as', name, [kind]);
  },
};
