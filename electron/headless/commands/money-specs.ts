import type { CommandEntry } from './index.ts';

const control = { count: 'text', total: 'text' } as const;
const counter = { entry: 'text', reason: 'text', on: 'text' } as const;
const byHand = { reason: 'text' } as const;
const byManager = { reason: 'text', 'approved-by': 'text' } as const;
const members = { member: 'list', stub: 'text', year: 'text', recertification: 'flag' } as const;

const FEE = 'MEMBER_NO CODE YEAR_START --reason TEXT';

/** Deposits, payments and fees, and who may allow exceptions. */
export const MONEY_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'deposit open',
      takes: '--count N --total AMOUNT',
      does: 'Opens a deposit for post that was counted and totalled by hand.',
      words: [0, 0],
      options: control,
      examples: ['deposit open --count 12 --total 640.00 --data ./office'],
    },
    load: async () => (await import('./deposit.ts')).open,
  },
  {
    spec: {
      name: 'deposit add',
      takes:
        'DEPOSIT --amount A --method cheque|card|cash|online [--reference R] [--payer NAME] [--note TEXT] [--received DATE] [--member NO[:CODE[:AMOUNT]] … | --stub CODE] [--year YEAR_START | --recertification] [--confirm-duplicate]',
      does: 'Enters a cheque and splits it among members, the oldest unpaid year first; without a member it waits unassigned.',
      words: [1, 1],
      options: {
        amount: 'text',
        method: 'text',
        reference: 'text',
        payer: 'text',
        note: 'text',
        received: 'text',
        'confirm-duplicate': 'flag',
        ...members,
      },
      examples: [
        'deposit add 1 --amount 50.00 --method cheque --reference 1041 --member 700412 --data ./office',
        'deposit add 1 --amount 140 --method cheque --reference 77 --payer "St. Mary Clinic" --member 700412:RMA:50 --member 700977:MT:90 --data ./office',
        'deposit add 1 --amount 50 --method cheque --reference 2207 --stub ST1.2026-12-A.17.RN.7K2M --data ./office',
      ],
    },
    load: async () => (await import('./deposit.ts')).add,
  },
  {
    spec: {
      name: 'deposit control',
      takes: 'DEPOSIT --count N --total AMOUNT',
      does: 'Corrects what was counted, while the deposit is open.',
      words: [1, 1],
      options: control,
      examples: ['deposit control 1 --count 13 --total 690.00 --data ./office'],
    },
    load: async () => (await import('./deposit.ts')).control,
  },
  {
    spec: {
      name: 'deposit close',
      takes: 'DEPOSIT',
      does: 'Closes a deposit that agrees with its count and total; where they disagree, says by how much.',
      words: [1, 1],
      options: {},
      examples: ['deposit close 1 --data ./office'],
    },
    load: async () => (await import('./deposit.ts')).close,
  },
  {
    spec: {
      name: 'deposit list',
      takes: '[--open]',
      does: 'Lists the deposits, the open ones first, and how each agrees.',
      words: [0, 0],
      options: { open: 'flag' },
      examples: ['deposit list --open --data ./office'],
    },
    load: async () => (await import('./deposit.ts')).list,
  },
  {
    spec: {
      name: 'deposit show',
      takes: 'DEPOSIT',
      does: 'Shows a deposit with every entry and what its money settled.',
      words: [1, 1],
      options: {},
      examples: ['deposit show 1 --json --data ./office'],
    },
    load: async () => (await import('./deposit.ts')).show,
  },
  {
    spec: {
      name: 'payments list',
      takes: 'MEMBER_NO',
      does: 'Lists what was paid for a member, newest first, and what became of it.',
      words: [1, 1],
      options: {},
      examples: ['payments list 700412 --data ./office'],
    },
    load: async () => (await import('./payments.ts')).list,
  },
  {
    spec: {
      name: 'payments find',
      takes: 'STUB|MEMBER_NO|NAME',
      does: 'Says who is meant by a scanned stub, a number or a name, and what each certification owes.',
      words: [1, 20],
      options: {},
      examples: [
        'payments find ST1.2026-12-A.17.RN.7K2M --data ./office',
        'payments find obrien mary --data ./office',
      ],
    },
    load: async () => (await import('./payments.ts')).find,
  },
  {
    spec: {
      name: 'payments reverse',
      takes: 'PAYMENT --reason TEXT [--on DATE] | --entry ENTRY --reason TEXT [--on DATE]',
      does: 'Meets what was mis-keyed by a counter-entry: one payment, whose money is then unassigned, or a whole entry.',
      words: [0, 1],
      options: counter,
      examples: [
        'payments reverse 512 --reason "typed for the wrong year" --data ./office',
        'payments reverse --entry 40 --reason "the amount was mistyped" --data ./office',
      ],
    },
    load: async () => (await import('./payments.ts')).reverse,
  },
  {
    spec: {
      name: 'payments bounce',
      takes: 'PAYMENT --reason TEXT [--on DATE] | --entry ENTRY --reason TEXT [--on DATE]',
      does: 'Notes that the bank did not honour a cheque: every fee that it paid is open again.',
      words: [0, 1],
      options: counter,
      examples: [
        'payments bounce 512 --reason "insufficient funds" --on 2026-12-04 --data ./office',
        'payments bounce --entry 40 --reason "account closed" --data ./office',
      ],
    },
    load: async () => (await import('./payments.ts')).bounce,
  },
  {
    spec: {
      name: 'payments move',
      takes: 'PAYMENT --to NO:CODE --reason TEXT [--year YEAR_START | --recertification] [--on DATE]',
      does: 'Gives a payment to the certification that it was meant for.',
      words: [1, 1],
      options: { to: 'text', reason: 'text', year: 'text', recertification: 'flag', on: 'text' },
      examples: ['payments move 512 --to 700977:MT --reason "the cheque was her sister’s" --data ./office'],
    },
    load: async () => (await import('./payments.ts')).move,
  },
  {
    spec: {
      name: 'payments assign',
      takes: 'ENTRY --member NO[:CODE[:AMOUNT]] … [--year YEAR_START | --recertification]',
      does: 'Gives what is unassigned of an entry to members.',
      words: [1, 1],
      options: { member: 'list', year: 'text', recertification: 'flag' },
      examples: ['payments assign 40 --member 700412:RMA:50 --data ./office'],
    },
    load: async () => (await import('./payments.ts')).assign,
  },
  {
    spec: {
      name: 'payments refund',
      takes: 'PAYMENT --amount A --method M --reason TEXT [--approved-by NAME] [--reference R]',
      does: 'Gives money back, credit first; what settled a fee only as an exception that a manager allows (PB-FEE-1).',
      words: [1, 1],
      options: { amount: 'text', method: 'text', reason: 'text', 'approved-by': 'text', reference: 'text' },
      examples: [
        'payments refund 512 --amount 50 --method cheque --reason "paid twice" --approved-by "M. Ortiz" --data ./office',
      ],
    },
    load: async () => (await import('./payments.ts')).refund,
  },
  {
    spec: {
      name: 'payments credits',
      takes: '',
      does: 'Lists payments with credit, each with the open fee that it could pay.',
      words: [0, 0],
      options: {},
      examples: ['payments credits --data ./office'],
    },
    load: async () => (await import('./payments.ts')).credits,
  },
  {
    spec: {
      name: 'payments apply-credit',
      takes: 'PAYMENT --fee FEE',
      does: 'Puts the credit of a payment to an open fee of the same member.',
      words: [1, 1],
      options: { fee: 'text' },
      examples: ['payments apply-credit 512 --fee 2048 --data ./office'],
    },
    load: async () => (await import('./payments.ts')).useCredit,
  },
  {
    spec: {
      name: 'payments unassigned',
      takes: '',
      does: 'Lists money that no member has yet.',
      words: [0, 0],
      options: {},
      examples: ['payments unassigned --data ./office'],
    },
    load: async () => (await import('./payments.ts')).unassigned,
  },
  {
    spec: {
      name: 'fees show',
      takes: 'MEMBER_NO',
      does: 'Shows each fee of a member, what was done to it, and how far is billed and how far is paid.',
      words: [1, 1],
      options: {},
      examples: ['fees show 700412 --data ./office'],
    },
    load: async () => (await import('./fees.ts')).show,
  },
  {
    spec: {
      name: 'fees invoice',
      takes: FEE,
      does: 'Invoices a year by hand, at the amount in force at its start.',
      words: [3, 3],
      options: byHand,
      examples: ['fees invoice 700412 RMA 2027-05-10 --reason "asked to pay ahead" --data ./office'],
    },
    load: async () => (await import('./fees.ts')).invoice,
  },
  {
    spec: {
      name: 'fees waive',
      takes: `${FEE} [--approved-by NAME]`,
      does: 'Waives what is unpaid of a fee; a manager allows it.',
      words: [3, 3],
      options: byManager,
      examples: [
        'fees waive 700412 RMA 2026-05-10 --reason hardship --approved-by "M. Ortiz" --data ./office',
      ],
    },
    load: async () => (await import('./fees.ts')).waive,
  },
  {
    spec: {
      name: 'fees unwaive',
      takes: `${FEE} [--approved-by NAME]`,
      does: 'Takes a waiver back; a manager allows it.',
      words: [3, 3],
      options: byManager,
      examples: [
        'fees unwaive 700412 RMA 2026-05-10 --reason "granted in error" --approved-by "M. Ortiz" --data ./office',
      ],
    },
    load: async () => (await import('./fees.ts')).unwaive,
  },
  {
    spec: {
      name: 'fees adjust',
      takes: `${FEE} --amount A`,
      does: 'Changes the amount of a fee that nothing was paid of yet.',
      words: [3, 3],
      options: { ...byHand, amount: 'text' },
      examples: ['fees adjust 700412 RMA 2026-05-10 --amount 40 --reason "student rate" --data ./office'],
    },
    load: async () => (await import('./fees.ts')).adjust,
  },
  {
    spec: {
      name: 'fees void',
      takes: FEE,
      does: 'Withdraws an invoice that nothing was paid of yet; no sweep invoices the year again.',
      words: [3, 3],
      options: byHand,
      examples: ['fees void 700412 RMA 2026-05-10 --reason "invoiced in error" --data ./office'],
    },
    load: async () => (await import('./fees.ts')).voidIt,
  },
  {
    spec: {
      name: 'fees reissue',
      takes: FEE,
      does: 'Issues a voided invoice again, at the amount it had.',
      words: [3, 3],
      options: byHand,
      examples: ['fees reissue 700412 RMA 2026-05-10 --reason "voided in error" --data ./office'],
    },
    load: async () => (await import('./fees.ts')).reissue,
  },
  {
    spec: {
      name: 'fees voided',
      takes: '',
      does: 'Lists the years whose invoice was withdrawn.',
      words: [0, 0],
      options: {},
      examples: ['fees voided --data ./office'],
    },
    load: async () => (await import('./fees.ts')).voided,
  },
  {
    spec: {
      name: 'managers',
      takes: '[NAME …]',
      does: 'Shows who may allow waivers and refunds, or names them anew; after the first time a manager does.',
      words: [0, 50],
      options: {},
      examples: [
        'managers --data ./office',
        'managers "M. Ortiz" "J. Chen" --actor "M. Ortiz" --data ./office',
      ],
    },
    load: async () => (await import('./managers.ts')).managers,
  },
];
