import type { CommandEntry } from './index.ts';

const none = {} as const;

/** Returned mail and addresses. */
export const RETURNED_MAIL_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'mail returned',
      takes:
        '[CODE | RUN SHEET | MEMBER_NO] [--reason moved|unknown|insufficient|refused|deceased|vacant|temporarily-away|other] [--note TEXT] [--on DATE] [--undo]',
      does: 'Notes that a letter came back, by its QR code’s text, its run and sheet, or the member it was sent to last; alone, lists what came back.',
      words: [0, 2],
      options: { reason: 'text', note: 'text', on: 'text', undo: 'flag' },
      examples: [
        'mail returned ST1.2026-12-A.17.RN.0000 --reason moved --data ./office',
        'mail returned 2026-12-A 17 --reason other --note "box closed" --on 2026-12-09 --data ./office',
        'mail returned 2026-12-A 17 --undo --data ./office',
      ],
    },
    load: async () => (await import('./returned-mail.ts')).returned,
  },
  {
    spec: {
      name: 'mail find',
      takes: '',
      does: 'Lists the members whose post does not arrive, to find their address.',
      words: [0, 0],
      options: none,
      examples: ['mail find --data ./office'],
    },
    load: async () => (await import('./returned-mail.ts')).find,
  },
  {
    spec: {
      name: 'mail addresses',
      takes:
        'export --out FILE.csv [--run RUN] | import FILE.csv [--dry-run] [--exported-on DATE] [--member NO]…',
      does: 'Exports the members’ addresses for a move-update vendor (NCOA), or applies its answer; --dry-run shows what would change.',
      words: [1, 2],
      options: { out: 'text', run: 'text', 'dry-run': 'flag', 'exported-on': 'text', member: 'list' },
      examples: [
        'mail addresses export --out addresses.csv --data ./office',
        'mail addresses import answer.csv --dry-run --data ./office',
        'mail addresses import answer.csv --exported-on 2026-11-22 --member 700412 --data ./office',
      ],
    },
    load: async () => (await import('./addresses.ts')).addresses,
  },
  {
    spec: {
      name: 'mail confirm',
      takes: 'MEMBER_NO',
      does: 'Says that a member’s address is right after all: post goes there again.',
      words: [1, 1],
      options: none,
      examples: ['mail confirm 700412 --data ./office'],
    },
    load: async () => (await import('./returned-mail.ts')).confirm,
  },
];
