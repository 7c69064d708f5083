import type { CommandEntry } from './index.ts';

const year = { year: 'text', draw: 'text' } as const;

/** The annual audit: its draws, and how anybody repeats one. */
export const AUDIT_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'audit draw',
      takes: '--year YYYY [--rate 0.05 | --size N] [--seed S] [--reason TEXT]',
      does: 'Draws the annual audit from those who moved to a new cycle in the year before. Asked again it answers with the draw on record; another draw of the year needs a reason.',
      words: [0, 0],
      options: { year: 'text', rate: 'text', size: 'text', seed: 'text', reason: 'text' },
      examples: [
        'audit draw --year 2027 --as-of 2027-01-08 --data ./office',
        'audit draw --year 2027 --rate 0.1 --seed "lottery of 8 January" --data ./office',
        'audit draw --year 2027 --size 5 --reason "Five letters were lost in the post" --data ./office',
      ],
    },
    load: async () => (await import('./audit.ts')).draw,
  },
  {
    spec: {
      name: 'audit list',
      takes: '',
      does: 'Lists the draws on record.',
      words: [0, 0],
      options: {},
      examples: ['audit list --data ./office'],
    },
    load: async () => (await import('./audit.ts')).list,
  },
  {
    spec: {
      name: 'audit report',
      takes: 'YEAR [--pdf FILE] [--csv FILE]',
      does: 'Reports on the audit of a year: whom it drew, what came back, the outcomes, how long they took, and the share that failed with its exact confidence interval. The PDF ends with the certificate of the draw.',
      words: [1, 1],
      options: { pdf: 'text', csv: 'text' },
      examples: [
        'audit report 2027 --data ./office',
        'audit report 2027 --pdf report.pdf --csv report.csv --data ./office',
      ],
    },
    load: async () => (await import('./audit-report.ts')).report,
  },
  {
    spec: {
      name: 'audit covers',
      takes: 'MEMBER --out FILE.pdf',
      does: 'Writes the cover sheets of a member’s newest audit notice once more, as they went out with it.',
      words: [1, 1],
      options: { out: 'text' },
      examples: ['audit covers 700412 --out covers.pdf --data ./office'],
    },
    load: async () => (await import('./audit-covers.ts')).covers,
  },
  {
    spec: {
      name: 'audit population',
      takes: '--year YYYY [--draw N] --out FILE.txt',
      does: 'Writes the population of a draw, an id a line in order: its SHA-256 is the draw’s, and resources/help/repeat-draw.mjs draws from it again.',
      words: [0, 0],
      options: { ...year, out: 'text' },
      examples: [
        'audit population --year 2027 --out population.txt --data ./office',
        'audit population --year 2027 --draw 2 --out second.txt --data ./office',
      ],
    },
    load: async () => (await import('./audit.ts')).population,
  },
  {
    spec: {
      name: 'audit check',
      takes: '--year YYYY [--draw N]',
      does: 'Repeats a draw, and says whether the population is still the one that was drawn from.',
      words: [0, 0],
      options: year,
      examples: ['audit check --year 2027 --data ./office'],
    },
    load: async () => (await import('./audit.ts')).check,
  },
  {
    spec: {
      name: 'audit sample-size',
      takes: '--population N --bad SHARE [--chance SHARE] [--size N]',
      does: 'Says how many must be drawn to catch at least one failure with a chance (0.95), or what the chance is with so many.',
      words: [0, 0],
      options: { population: 'text', bad: 'text', chance: 'text', size: 'text' },
      examples: [
        'audit sample-size --population 4200 --bad 0.03',
        'audit sample-size --population 4200 --bad 0.03 --size 210',
      ],
    },
    load: async () => (await import('./audit.ts')).sampleSize,
  },
  {
    spec: {
      name: 'audit for-cause',
      takes: 'MEMBER_NO CODE --reason TEXT',
      does: 'Opens an audit of the last cycle that a certification left, for a reason instead of by chance; it is no part of any sample.',
      words: [2, 2],
      options: { reason: 'text' },
      examples: [
        'audit for-cause 700412 RMA --reason "The course provider reported a forged card" --data ./office',
      ],
    },
    load: async () => (await import('./audit.ts')).forCause,
  },
];
