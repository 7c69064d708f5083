import type { CommandEntry } from './index.ts';

/** The letters of the audit desk: as runs, they are printed, e-mailed and marked as mailed by the commands for notices. */
export const AUDIT_LETTER_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'audit letters',
      takes: '[--kind KIND]',
      does: 'Lists the letters of cases that did not go out: waiting, held and why, or in a run that was not mailed.',
      words: [0, 0],
      options: { kind: 'text' },
      examples: [
        'audit letters --data ./office',
        'audit letters --kind audit-non-compliant --json --data ./office',
      ],
    },
    load: async () => (await import('./audit-letters.ts')).list,
  },
  {
    spec: {
      name: 'audit letters prepare',
      takes: '--kind KIND',
      does: 'Freezes a run of the letters of a kind: audit-received, audit-more-asked, audit-extension, audit-compliant, audit-non-compliant, audit-appeal-received, audit-appeal-decision. Then: notices print, notices email, notices mark-mailed; the last makes decisions final.',
      words: [0, 0],
      options: { kind: 'text' },
      examples: [
        'audit letters prepare --kind audit-non-compliant --data ./office',
        'notices print 2027-03-B --out decisions.pdf --data ./office',
        'notices email 2027-03-B --data ./office',
        'notices mark-mailed 2027-03-B --on 2027-03-04 --data ./office',
        'notices mark-mailed 2027-03-B --undo --data ./office',
      ],
    },
    load: async () => (await import('./audit-letters.ts')).prepare,
  },
  {
    spec: {
      name: 'audit letters drop',
      takes: 'AUDIT LETTER --reason TEXT',
      does: 'Drops a letter that did not go out; that of a decision is dropped by withdrawing the decision.',
      words: [2, 2],
      options: { reason: 'text' },
      examples: ['audit letters drop 12 31 --reason "The papers came this morning" --data ./office'],
    },
    load: async () => (await import('./audit-letters.ts')).drop,
  },
  {
    spec: {
      name: 'audit case withdraw',
      takes: 'AUDIT --reason TEXT',
      does: 'Takes a decision back whose letter did not go out; it stays on record as withdrawn.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['audit case withdraw 13 --reason "A page was overlooked" --data ./office'],
    },
    load: async () => (await import('./audit-letters.ts')).withdraw,
  },
  {
    spec: {
      name: 'audit case declare-final',
      takes: 'AUDIT --way TEXT --reason TEXT [--on DATE] [--approved-by MANAGER]',
      does: 'Declares a decision final whose letter is held, on a manager’s word: the member was told in another way.',
      words: [1, 1],
      options: { way: 'text', reason: 'text', on: 'text', 'approved-by': 'text' },
      examples: [
        'audit case declare-final 13 --way "Certified mail 7021 0950, delivered" --reason "No address fits the window" --approved-by "Mona Ruiz" --data ./office',
      ],
    },
    load: async () => (await import('./audit-letters.ts')).declare,
  },
];
