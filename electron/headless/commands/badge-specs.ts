import type { CommandEntry } from './index.ts';

const none = {} as const;

/** Badges at Credly: asked for, written into files, held against Credly's own list. */
export const BADGE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'badges list',
      takes: '[--step waiting|held|exported|issued|claimed|revoked|withdrawn] [--member NO]',
      does: 'Lists the badges that were asked for, and how far each is.',
      words: [0, 0],
      options: { step: 'text', member: 'text' },
      examples: ['badges list --data ./office', 'badges list --step held --json --data ./office'],
    },
    load: async () => (await import('./badges.ts')).list,
  },
  {
    spec: {
      name: 'badges request',
      takes: 'MEMBER_NO CODE [--reason certified|recertified|missing]',
      does: 'Asks for the badge of a member’s certification.',
      words: [2, 2],
      options: { reason: 'text' },
      examples: ['badges request 700412 RMA --data ./office'],
    },
    load: async () => (await import('./badges.ts')).request,
  },
  {
    spec: {
      name: 'badges withdraw',
      takes: 'REQUEST --reason TEXT',
      does: 'Withdraws a request that is in no file yet.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['badges withdraw 12 --reason "asked for twice" --data ./office'],
    },
    load: async () => (await import('./badges.ts')).withdrawOne,
  },
  {
    spec: {
      name: 'badges export',
      takes: '--out DIR [--again REQUEST …]',
      does: 'Writes the requests that wait into bulk-issue files for Credly, at most 5,000 rows a file; each once, unless named with --again.',
      words: [0, 0],
      options: { out: 'text', again: 'list' },
      examples: [
        'badges export --out ./credly --data ./office',
        'badges export --out ./credly --again 12 --data ./office',
      ],
    },
    load: async () => (await import('./badges.ts')).exportFiles,
  },
  {
    spec: {
      name: 'badges exports',
      takes: '[EXPORT --out DIR]',
      does: 'Lists the exports, or writes the very files of one once more.',
      words: [0, 1],
      options: { out: 'text' },
      examples: ['badges exports --data ./office', 'badges exports 3 --out ./credly --data ./office'],
    },
    load: async () => (await import('./badges.ts')).exports,
  },
  {
    spec: {
      name: 'badges import',
      takes: 'FILE.csv',
      does: 'Takes in Credly’s export of issued badges: which are issued, claimed, revoked. The same file twice changes nothing.',
      words: [1, 1],
      options: none,
      examples: ['badges import issued-badges.csv --data ./office'],
    },
    load: async () => (await import('./badges.ts')).importFile,
  },
  {
    spec: {
      name: 'badges drift',
      takes: '[--out DIR]',
      does: 'Holds our statuses, names and addresses against Credly’s list; with --out, writes what corrects Credly.',
      words: [0, 0],
      options: { out: 'text' },
      examples: ['badges drift --data ./office', 'badges drift --out ./credly --data ./office'],
    },
    load: async () => (await import('./badges.ts')).drift,
  },
  {
    spec: {
      name: 'badges setup',
      takes: '[--template CODE=ID …] [--columns FILE.csv]',
      does: 'Shows or sets Credly’s badge template ids, and takes the columns of a fresh bulk-issue template.',
      words: [0, 0],
      options: { template: 'list', columns: 'text' },
      examples: [
        'badges setup --template RMA=cfaf2910-ea5f-46f1-89a5-db525dad6e58 --data ./office',
        'badges setup --columns bulk-issue-template.csv --data ./office',
      ],
    },
    load: async () => (await import('./badges.ts')).setup,
  },
];
