import type { CommandEntry } from './index.ts';

/** Letters that send refused documents back. */
export const RETURN_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'intake returns list',
      takes: '[--state waiting|prepared|mailed|withdrawn]',
      does: 'Lists the letters that send refused documents back (SC-DOC-1), those that wait unless another state is named, each with what holds it and how to mend that.',
      words: [0, 0],
      options: { state: 'text' },
      examples: ['intake returns list --data ./office', 'intake returns list --state mailed --data ./office'],
    },
    load: async () => (await import('./returns.ts')).list,
  },
  {
    spec: {
      name: 'intake returns papers',
      takes: 'LETTER <enclosed|shredded|file>',
      does: 'Says what becomes of the papers of a letter that waits: they go with it, were shredded after scanning, or came as a file.',
      words: [2, 2],
      options: {},
      examples: ['intake returns papers 12 shredded --data ./office'],
    },
    load: async () => (await import('./returns.ts')).papers,
  },
  {
    spec: {
      name: 'intake returns print',
      takes: '--out FILE.pdf',
      does: 'Freezes a run of the return letters that wait and can be sent, one sheet a member, and prints it; then “notices mark-mailed RUN” closes it, and “notices print RUN” prints it again.',
      words: [0, 0],
      options: { out: 'text' },
      examples: ['intake returns print --out returns.pdf --data ./office'],
    },
    load: async () => (await import('./returns.ts')).print,
  },
];
