import type { CommandEntry } from './index.ts';

const APPLICATION = 'an application is named by its number, as “recert list” shows it';

/** Applications for recertification. */
export const RECERT_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'recert check',
      takes: 'MEMBER_NO CODE [--received DATE]',
      does: 'Says which routes are open to a lapsed certification and why, the points required and the fees.',
      words: [2, 2],
      options: { received: 'text' },
      examples: ['recert check 700412 RMA --data ./office'],
    },
    load: async () => (await import('./recert.ts')).check,
  },
  {
    spec: {
      name: 'recert start',
      takes: 'MEMBER_NO CODE --by ccp|exam [--received DATE]',
      does: 'Enters an application as received and invoices its fee; by CCP only before ten years have passed.',
      words: [2, 2],
      options: { by: 'text', received: 'text' },
      examples: [
        'recert start 700412 RMA --by ccp --received 2026-11-02 --data ./office',
        'recert start 700412 RMA --by exam --data ./office',
      ],
    },
    load: async () => (await import('./recert.ts')).start,
  },
  {
    spec: {
      name: 'recert list',
      takes: '[--closed | --all] [--member NO]',
      does: 'Lists applications, those that came last first; without an option, the open ones.',
      words: [0, 0],
      options: { closed: 'flag', all: 'flag', member: 'text' },
      examples: ['recert list --data ./office', 'recert list --all --member 700412 --json --data ./office'],
    },
    load: async () => (await import('./recert.ts')).list,
  },
  {
    spec: {
      name: 'recert show',
      takes: 'APPLICATION',
      does: `Shows an application with its checklist, points, fee and trail; ${APPLICATION}.`,
      words: [1, 1],
      options: {},
      examples: ['recert show 12 --data ./office'],
    },
    load: async () => (await import('./recert.ts')).show,
  },
  {
    spec: {
      name: 'recert form',
      takes: 'APPLICATION [--attested DATE] [--eligible-by TEXT --eligible-checked DATE]',
      does: 'Records the day of the signed attestation, and by which current route the exam may be taken.',
      words: [1, 1],
      options: { attested: 'text', 'eligible-by': 'text', 'eligible-checked': 'text' },
      examples: [
        'recert form 12 --attested 2026-10-30 --data ./office',
        'recert form 13 --eligible-by "Graduate of an accredited program" --eligible-checked 2026-11-03 --data ./office',
      ],
    },
    load: async () => (await import('./recert-form.ts')).form,
  },
  {
    spec: {
      name: 'recert eligibility',
      takes: 'APPLICATION --way ID [--answers FILE.json]',
      does: 'Keeps a way to the exam that “eligibility” found with an application by exam: the answers, and the documents to send.',
      words: [1, 1],
      options: { way: 'text', answers: 'text' },
      examples: ['recert eligibility 13 --way work --answers answers.json --data ./office'],
    },
    load: async () => (await import('./recert-eligibility.ts')).keep,
  },
  {
    spec: {
      name: 'recert document',
      takes: 'APPLICATION PLACE [--came DATE | --undo]',
      does: 'Notes that a document of the way to the exam came, by its place in the list; --undo where that was noted by mistake.',
      words: [2, 2],
      options: { came: 'text', undo: 'flag' },
      examples: ['recert document 13 2 --came 2026-11-20 --data ./office'],
    },
    load: async () => (await import('./recert-eligibility.ts')).document,
  },
  {
    spec: {
      name: 'recert points',
      takes:
        'APPLICATION --category C --title TEXT --points N (--completed DATE | --from DATE [--to DATE]) --criteria job;knowledge;degree [--proof DATE]',
      does: 'Lists points on an application by CCP; what of them counts is said with the sentence that decides.',
      words: [1, 1],
      options: {
        category: 'text',
        title: 'text',
        points: 'text',
        completed: 'text',
        from: 'text',
        to: 'text',
        criteria: 'text',
        proof: 'text',
      },
      examples: [
        'recert points 12 --category professional-education --title "Phlebotomy update" --points 12 --completed 2025-05-02 --criteria job --proof 2026-11-02 --data ./office',
      ],
    },
    load: async () => (await import('./recert-form.ts')).points,
  },
  {
    spec: {
      name: 'recert line',
      takes: 'APPLICATION LINE (--proof DATE | --refuse WHY | --accept | --withdraw)',
      does: 'Notes the proof of a line of points, refuses or accepts it on review, or takes it off.',
      words: [2, 2],
      options: { proof: 'text', refuse: 'text', accept: 'flag', withdraw: 'flag' },
      examples: ['recert line 12 40 --proof 2026-11-20 --data ./office'],
    },
    load: async () => (await import('./recert-form.ts')).line,
  },
  {
    spec: {
      name: 'recert felony',
      takes: 'APPLICATION [--answer no|yes [--date TEXT] [--nature TEXT] [--court TEXT] [--outcome TEXT]]',
      does: 'Records the answer to the felony question, or reads it: for those named alone, and journalled.',
      words: [1, 1],
      options: { answer: 'text', date: 'text', nature: 'text', court: 'text', outcome: 'text' },
      examples: ['recert felony 12 --answer no --actor "Maya Ortiz" --data ./office'],
    },
    load: async () => (await import('./recert-form.ts')).felony,
  },
  {
    spec: {
      name: 'recert felony-readers',
      takes: '[NAME …]',
      does: 'Lists who may see felony details, or names them anew.',
      words: [0, 50],
      options: {},
      examples: ['recert felony-readers "Maya Ortiz" --actor "Maya Ortiz" --data ./office'],
    },
    load: async () => (await import('./recert-form.ts')).readers,
  },
  {
    spec: {
      name: 'recert fee',
      takes: 'APPLICATION [--from-credit]',
      does: 'Invoices the fee of an application that has none, or pays it from credit of the certification.',
      words: [1, 1],
      options: { 'from-credit': 'flag' },
      examples: ['recert fee 12 --from-credit --data ./office'],
    },
    load: async () => (await import('./recert.ts')).fee,
  },
  {
    spec: {
      name: 'recert step',
      takes:
        'APPLICATION incomplete|under-review|approved|denied|authorised|scheduled|passed|failed|badge|withdrawn [--on DATE] [--reason TEXT] [--exam-on DATE] [--place TEXT]',
      does: 'Takes a step: what it needs is checked, its letter or certificate is kept, the trail says who and why.',
      words: [2, 2],
      options: { on: 'text', reason: 'text', 'exam-on': 'text', place: 'text' },
      examples: [
        'recert step 12 incomplete --data ./office',
        'recert step 12 denied --reason "the program is not accredited" --data ./office',
        'recert step 13 scheduled --exam-on 2026-12-14 --place "Rosemont" --data ./office',
      ],
    },
    load: async () => (await import('./recert.ts')).step,
  },
  {
    spec: {
      name: 'recert papers',
      takes: 'APPLICATION --out FOLDER',
      does: 'Copies the letters, the certificate and the card of an application into a folder.',
      words: [1, 1],
      options: { out: 'text' },
      examples: ['recert papers 12 --out ./papers --data ./office'],
    },
    load: async () => (await import('./recert.ts')).papers,
  },
];
