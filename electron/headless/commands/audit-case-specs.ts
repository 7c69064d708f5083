import type { CommandEntry } from './index.ts';

/** The desk of the audit: the cases and what is done about each. */
export const AUDIT_CASE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'audit case list',
      takes: '[--state STATE] [--owner NAME] [--text TEXT]',
      does: 'Lists cases, what is due first on top: open, overdue, second-review, all, or one of the states.',
      words: [0, 0],
      options: { state: 'text', owner: 'text', text: 'text' },
      examples: [
        'audit case list --data ./office',
        'audit case list --state overdue --data ./office',
        'audit case list --owner "" --json --data ./office',
      ],
    },
    load: async () => (await import('./audit-case.ts')).list,
  },
  {
    spec: {
      name: 'audit case show',
      takes: 'AUDIT',
      does: 'Shows a case: its activities with what was found, the outcome so far and why, and its trail.',
      words: [1, 1],
      options: {},
      examples: ['audit case show 12 --data ./office'],
    },
    load: async () => (await import('./audit-case.ts')).show,
  },
  {
    spec: {
      name: 'audit case assign',
      takes: 'AUDIT… --to NAME',
      does: 'Gives cases to a reviewer, or with an empty name to nobody.',
      words: [1, 500],
      options: { to: 'text' },
      examples: [
        'audit case assign 12 13 14 --to "Ana Lindqvist" --data ./office',
        'audit case assign 12 --to "" --data ./office',
      ],
    },
    load: async () => (await import('./audit-case.ts')).assignTo,
  },
  {
    spec: {
      name: 'audit case state',
      takes: 'AUDIT STATE [--on DATE] [--note TEXT]',
      does: 'Takes a step: notice-sent, waiting, received, in-review, more-asked, extension. The day due follows from the policy.',
      words: [2, 2],
      options: { on: 'text', note: 'text' },
      examples: [
        'audit case state 12 notice-sent --on 2027-01-15 --data ./office',
        'audit case state 12 more-asked --note "A certificate with the hours on it" --data ./office',
      ],
    },
    load: async () => (await import('./audit-case.ts')).state,
  },
  {
    spec: {
      name: 'audit case find',
      takes: 'AUDIT ACTIVITY accepted|reduced|rejected [--points N] [--reason CODE] [--note TEXT]',
      does: 'Records what was found about an activity: name-missing, outside-cycle, not-proof, hours-not-shown, not-related, duplicate or provider-unknown is the reason.',
      words: [3, 3],
      options: { points: 'text', reason: 'text', note: 'text' },
      examples: [
        'audit case find 12 3381 accepted --data ./office',
        'audit case find 12 3382 reduced --points 4 --reason hours-not-shown --data ./office',
        'audit case find 12 3383 rejected --reason duplicate --note "The same course as 3381" --data ./office',
      ],
    },
    load: async () => (await import('./audit-case.ts')).find,
  },
  {
    spec: {
      name: 'audit case evidence',
      takes: 'AUDIT ACTIVITY name|sponsor|title|date|hours yes|no',
      does: 'Notes whether the proof of an activity shows what it has to.',
      words: [4, 4],
      options: {},
      examples: ['audit case evidence 12 3381 hours no --data ./office'],
    },
    load: async () => (await import('./audit-case.ts')).evidence,
  },
  {
    spec: {
      name: 'audit case decide',
      takes: 'AUDIT compliant|non-compliant [--reason TEXT] [--citation ID]',
      does: 'Confirms the outcome that the rules find. A non-compliant one waits for a second reviewer.',
      words: [2, 2],
      options: { reason: 'text', citation: 'text' },
      examples: [
        'audit case decide 12 compliant --data ./office --actor "Ana Lindqvist"',
        'audit case decide 13 compliant --reason "The provider confirmed the hours" --citation SC-CCP-3 --data ./office',
      ],
    },
    load: async () => (await import('./audit-case.ts')).decide,
  },
  {
    spec: {
      name: 'audit case second',
      takes: 'AUDIT agree|disagree [--note TEXT]',
      does: 'Says what a second reviewer, another person, finds of a proposed non-compliant outcome.',
      words: [2, 2],
      options: { note: 'text' },
      examples: [
        'audit case second 13 agree --data ./office --actor "Ben Okafor"',
        'audit case second 13 disagree --note "Page 3 shows the hours" --data ./office --actor "Ben Okafor"',
      ],
    },
    load: async () => (await import('./audit-case.ts')).second,
  },
  {
    spec: {
      name: 'audit case appeal',
      takes: 'AUDIT --grounds TEXT [--received DATE] [--approved-by MANAGER]',
      does: 'Opens a decided case again; the decision stands until the next one. A late appeal needs a manager.',
      words: [1, 1],
      options: { grounds: 'text', received: 'text', 'approved-by': 'text' },
      examples: ['audit case appeal 13 --grounds "The certificates were sent by fax" --data ./office'],
    },
    load: async () => (await import('./audit-case.ts')).appealCase,
  },
];
