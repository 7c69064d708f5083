import type { CommandEntry } from './index.ts';

/** Commands about what lies between printing a run and handing it to the post. */
export const MAILING_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'notices spoil',
      takes: 'RUN --sheets 12,15-17 --reason TEXT',
      does: 'Marks sheets of a printed run as spoiled; each waits for its reprint, and the run for them.',
      words: [1, 1],
      options: { sheets: 'text', reason: 'text' },
      examples: ['notices spoil 2026-12-A --sheets 12,15-17 --reason "jammed in the folder" --data ./office'],
    },
    load: async () => (await import('./mailing.ts')).spoil,
  },
  {
    spec: {
      name: 'notices cover',
      takes: 'RUN --out FILE.pdf',
      does: 'Writes the cover sheet of a run: the reconciliation, the trays and lines to sign.',
      words: [1, 1],
      options: { out: 'text' },
      examples: ['notices cover 2026-12-A --out cover.pdf --data ./office'],
    },
    load: async () => (await import('./mailing.ts')).cover,
  },
  {
    spec: {
      name: 'notices trays',
      takes: 'RUN',
      does: 'Counts the trays of a run by ZIP Code and says what it weighs.',
      words: [1, 1],
      options: {},
      examples: ['notices trays 2026-12-A --data ./office'],
    },
    load: async () => (await import('./mailing.ts')).trays,
  },
  {
    spec: {
      name: 'notices sent',
      takes: 'RUN MEMBER_NO [--out FILE]',
      does: 'Says what a run sent to a member: the page of the kept PDF, or the message; --out writes a copy of that file.',
      words: [2, 2],
      options: { out: 'text' },
      examples: ['notices sent 2026-12-A 700412 --out what-we-sent.pdf --data ./office'],
    },
    load: async () => (await import('./mailing.ts')).sent,
  },
  {
    spec: {
      name: 'notices re-evaluate',
      takes: 'RUN MEMBER_NO',
      does: 'Says what would become of a held piece in a further run; the run itself stays as it is.',
      words: [2, 2],
      options: {},
      examples: ['notices re-evaluate 2026-12-A 700412 --data ./office'],
    },
    load: async () => (await import('./mailing.ts')).reevaluate,
  },
  {
    spec: {
      name: 'notices labels',
      takes: 'RUN | --members FILE, --out FILE.pdf [--start N]',
      does: 'Writes address labels (Avery 5160) for whom a run holds because the address does not fit the window, or for the members named in a file, one number a line.',
      words: [0, 1],
      options: { members: 'text', out: 'text', start: 'text' },
      examples: [
        'notices labels 2026-12-A --out labels.pdf --data ./office',
        'notices labels --members members.txt --out labels.pdf --start 7 --data ./office',
      ],
    },
    load: async () => (await import('./mailing.ts')).labels,
  },
  {
    spec: {
      name: 'mail check',
      takes: 'MEMBER_NO | --run RUN',
      does: 'Checks a member’s address, or those of a run, against USPS Publication 28.',
      words: [0, 1],
      options: { run: 'text' },
      examples: ['mail check 700412 --data ./office', 'mail check --run 2026-12-A --json --data ./office'],
    },
    load: async () => (await import('./mailing.ts')).check,
  },
  {
    spec: {
      name: 'mail postal',
      takes: '[--duplex on|off] [--mailer-id N|off] [--service-type NNN] [--barcode-id NN]',
      does: 'Shows or sets how the office prints and posts: blank backs, and Intelligent Mail barcodes with its Mailer ID.',
      words: [0, 0],
      options: { duplex: 'text', 'mailer-id': 'text', 'service-type': 'text', 'barcode-id': 'text' },
      examples: [
        'mail postal --data ./office',
        'mail postal --mailer-id 912345678 --service-type 300 --data ./office',
      ],
    },
    load: async () => (await import('./mailing.ts')).postal,
  },
];
