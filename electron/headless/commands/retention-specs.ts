import type { CommandEntry } from './index.ts';

/** How long documents are kept, and their destruction. */
export const RETENTION_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'intake retention list',
      takes: '[--held]',
      does: 'Lists the documents whose time is over by the policy (retention-years-decided, retention-years-refused), each with since when and why; --held: those whose destruction something stops, with what does.',
      words: [0, 0],
      options: { held: 'flag' },
      examples: [
        'intake retention list --data ./office',
        'intake retention list --held --json --data ./office',
      ],
    },
    load: async () => (await import('./retention.ts')).list,
  },
  {
    spec: {
      name: 'intake retention hold',
      takes: '<DOCUMENT | --member NO> --reason TEXT',
      does: 'Stops the destruction of a document, or of every document of a member, until it is lifted.',
      words: [0, 1],
      options: { member: 'text', reason: 'text' },
      examples: [
        'intake retention hold 12 --reason "Subpoena of 4 March" --data ./office',
        'intake retention hold --member 700412 --reason "Complaint 7" --data ./office',
      ],
    },
    load: async () => (await import('./retention.ts')).hold,
  },
  {
    spec: {
      name: 'intake retention lift',
      takes: 'HOLD --reason TEXT',
      does: 'Lifts a hold; it stays on record with the reason.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['intake retention lift 3 --reason "The case is closed" --data ./office'],
    },
    load: async () => (await import('./retention.ts')).lift,
  },
  {
    spec: {
      name: 'intake retention destroy',
      takes: '--confirm COUNT [--approved-by NAME] [--note TEXT]',
      does: 'Destroys every document that “intake retention list” names: its bytes are overwritten and removed, its row, hash and history stay, and the log says who, when and under which policy value. Only a manager may; --confirm takes how many documents the list has, and another number destroys nothing. Backups made before still hold them.',
      words: [0, 0],
      options: { confirm: 'text', 'approved-by': 'text', note: 'text' },
      examples: ['intake retention destroy --confirm 41 --approved-by "Dana Whitfield" --data ./office'],
    },
    load: async () => (await import('./retention.ts')).destroy,
  },
  {
    spec: {
      name: 'intake retention log',
      takes: '[--out FILE.csv]',
      does: 'Shows the destruction log, the last first; --out writes all of it as CSV.',
      words: [0, 0],
      options: { out: 'text' },
      examples: [
        'intake retention log --data ./office',
        'intake retention log --out log.csv --data ./office',
      ],
    },
    load: async () => (await import('./retention.ts')).log,
  },
  {
    spec: {
      name: 'intake retention certificate',
      takes: 'DESTRUCTION --out FILE.pdf',
      does: 'Prints the certificate of a destruction: each document with its hash, whose it was, and under which policy value it went.',
      words: [1, 1],
      options: { out: 'text' },
      examples: ['intake retention certificate 1 --out destruction-1.pdf --data ./office'],
    },
    load: async () => (await import('./retention.ts')).certificate,
  },
];
