import type { CommandEntry } from './index.ts';

const period = { from: 'text', to: 'text' } as const;
const givenOut = { out: 'text', email: 'flag', 'to-folder': 'text' } as const;

/** Statements, receipts and what the accountant wants. */
export const REPORT_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'statement',
      takes: 'MEMBER_NO [--from DATE] [--to DATE] [--out FILE.pdf | --email [--to-folder DIR]]',
      does: 'What a member was asked for and paid, with the balance after each line; with --out, as a paper to send, with --email, sent with the paper attached (--to-folder writes an .eml file instead).',
      words: [1, 1],
      options: { ...period, ...givenOut },
      examples: [
        'statement 700412 --data ./office',
        'statement 700412 --from 2025-01-01 --out statement.pdf --data ./office',
        'statement 700412 --email --data ./office',
      ],
    },
    load: async () => (await import('./reports.ts')).statement,
  },
  {
    spec: {
      name: 'payments receipt',
      takes: 'PAYMENT --out FILE.pdf | PAYMENT --email [--to-folder DIR]',
      does: 'Prints or e-mails the receipt of a payment, with what else came for the member on the same cheque.',
      words: [1, 1],
      options: givenOut,
      examples: [
        'payments receipt 17 --out receipt.pdf --data ./office',
        'payments receipt 17 --email --data ./office',
        'payments receipt 17 --to-folder ./to-send --data ./office',
      ],
    },
    load: async () => (await import('./reports.ts')).receipt,
  },
  {
    spec: {
      name: 'deposit slip',
      takes: 'DEPOSIT --out FILE.pdf',
      does: 'Prints what goes to the bank with a deposit: each cheque and the cash, with count and total.',
      words: [1, 1],
      options: { out: 'text' },
      examples: ['deposit slip 1 --out slip.pdf --data ./office'],
    },
    load: async () => (await import('./reports.ts')).slip,
  },
  {
    spec: {
      name: 'payments journal',
      takes: '[--from DATE] [--to DATE] [--out FILE.csv]',
      does: 'The cash-receipts journal by day, method and certification; the month so far where no period is given.',
      words: [0, 0],
      options: { ...period, out: 'text' },
      examples: [
        'payments journal --from 2026-11-01 --to 2026-11-30 --data ./office',
        'payments journal --from 2026-11-01 --out november.csv --data ./office',
      ],
    },
    load: async () => (await import('./reports.ts')).journal,
  },
  {
    spec: {
      name: 'payments aged',
      takes: '',
      does: 'Unpaid fees by how long they have been past their due date; those from before a recertification, of lapsed certifications and of the deceased apart.',
      words: [0, 0],
      options: {},
      examples: ['payments aged --data ./office'],
    },
    load: async () => (await import('./reports.ts')).aged,
  },
  {
    spec: {
      name: 'payments ledger',
      takes: '--out FILE.csv [--from DATE] [--to DATE]',
      does: 'Writes the double entry of a period as CSV for the accountant; the month so far where no period is given.',
      words: [0, 0],
      options: { ...period, out: 'text' },
      examples: ['payments ledger --from 2026-01-01 --to 2026-12-31 --out ledger.csv --data ./office'],
    },
    load: async () => (await import('./reports.ts')).ledger,
  },
];
