import type { CommandEntry } from './index.ts';

const reading = { 'dry-run': 'flag', map: 'list', 'skip-refused': 'flag' } as const;
const READING = 'FILE.csv [--dry-run] [--map FIELD=HEADER …] [--skip-refused]';

/** Payment files of the portal and of the bank’s lockbox, and their lines. */
export const RECONCILE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'reconcile portal',
      takes: READING,
      does: 'Enters the portal’s payment export as one deposit; what was entered before is left out. Fields for --map: reference, date, amount, number, name, first_name, last_name, certification, method, check, stub, kind, original.',
      words: [1, 1],
      options: reading,
      examples: [
        'reconcile portal payments.csv --dry-run --data ./office',
        'reconcile portal payments.csv --map reference="Order No" --map number="Customer" --data ./office',
        'reconcile portal payments.csv --skip-refused --json --data ./office',
      ],
    },
    load: async () => (await import('./reconcile.ts')).portal,
  },
  {
    spec: {
      name: 'reconcile lockbox',
      takes: READING,
      does: 'Enters a bank’s lockbox file as one deposit; a line may carry the scan line of the stub. The mapping of the columns is kept for the next file.',
      words: [1, 1],
      options: reading,
      examples: [
        'reconcile lockbox lockbox-1120.csv --dry-run --data ./office',
        'reconcile lockbox lockbox-1120.csv --map stub="OCR line" --map check="Serial" --data ./office',
      ],
    },
    load: async () => (await import('./reconcile.ts')).lockbox,
  },
  {
    spec: {
      name: 'reconcile list',
      takes: '',
      does: 'Lists the files that were entered, the newest first, and what of each is still to be worked.',
      words: [0, 0],
      options: {},
      examples: ['reconcile list --data ./office'],
    },
    load: async () => (await import('./reconcile.ts')).list,
  },
  {
    spec: {
      name: 'reconcile show',
      takes: 'DEPOSIT [--only open|left|matched|doubtful|unmatched|duplicate|back|unpaid|refused]',
      does: 'Shows a file: its lines by outcome with counts and cents, its total beside the ledger’s, and each line.',
      words: [1, 1],
      options: { only: 'text' },
      examples: ['reconcile show 12 --data ./office', 'reconcile show 12 --only open --json --data ./office'],
    },
    load: async () => (await import('./reconcile.ts')).show,
  },
  {
    spec: {
      name: 'reconcile assign',
      takes: 'DEPOSIT ROW [--member NO[:CODE[:AMOUNT]] … | --stub CODE] [--year YEAR_START]',
      does: 'Gives the money of a line to a member; without one, does what is suggested. Where money went back, its payment is marked as bounced.',
      words: [2, 2],
      options: { member: 'list', stub: 'text', year: 'text' },
      examples: [
        'reconcile assign 12 7 --data ./office',
        'reconcile assign 12 7 --member 700412:RMA --data ./office',
        'reconcile assign 12 9 --member 700412:RMA:50.00 --member 700413:MT:90.00 --data ./office',
      ],
    },
    load: async () => (await import('./reconcile.ts')).assign,
  },
  {
    spec: {
      name: 'reconcile leave',
      takes: 'DEPOSIT ROW --reason TEXT',
      does: 'Leaves a line that is nobody’s, with the reason.',
      words: [2, 2],
      options: { reason: 'text' },
      examples: ['reconcile leave 12 8 --reason "asked the bank on 20 November" --data ./office'],
    },
    load: async () => (await import('./reconcile.ts')).leave,
  },
  {
    spec: {
      name: 'reconcile undo',
      takes: 'DEPOSIT ROW --reason TEXT',
      does: 'Takes back what was done about a line, by counter-entries.',
      words: [2, 2],
      options: { reason: 'text' },
      examples: ['reconcile undo 12 7 --reason "the other Ann Lee" --data ./office'],
    },
    load: async () => (await import('./reconcile.ts')).undo,
  },
  {
    spec: {
      name: 'reconcile close',
      takes: 'DEPOSIT',
      does: 'Closes a file once every line is assigned or left.',
      words: [1, 1],
      options: {},
      examples: ['reconcile close 12 --data ./office'],
    },
    load: async () => (await import('./deposit.ts')).close,
  },
];
