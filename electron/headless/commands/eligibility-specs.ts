import type { CommandEntry } from './index.ts';

/** Which ways to a certification fit. */
export const ELIGIBILITY_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'eligibility',
      takes: 'CODE [--member NO] [--answers FILE.json] [--out FILE.pdf]',
      does: 'Says which ways to a certification fit some answers, what each still needs, and which question comes next; --out prints the result on one page.',
      words: [1, 1],
      options: { member: 'text', answers: 'text', out: 'text' },
      examples: [
        'eligibility RMA --data ./office',
        'eligibility RMA --member 700412 --answers answers.json --out result.pdf --data ./office',
      ],
    },
    load: async () => (await import('./eligibility.ts')).assist,
  },
];
