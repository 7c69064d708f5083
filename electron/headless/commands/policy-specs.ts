import type { CommandEntry } from './index.ts';

const byManager = { reason: 'text', reference: 'text', 'approved-by': 'text' } as const;

/** The policy book, what the office decides about it, and what would follow from another value. */
export const POLICY_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'policy list',
      takes: '[--unconfirmed]',
      does: 'Lists every policy value as in force on the day; with --unconfirmed, those that the office has to confirm.',
      words: [0, 0],
      options: { unconfirmed: 'flag' },
      examples: ['policy list --unconfirmed --data ./office'],
    },
    load: async () => (await import('./policy.ts')).list,
  },
  {
    spec: {
      name: 'policy show',
      takes: 'NAME',
      does: 'Shows a policy value from day to day, and what the office decided about it.',
      words: [1, 1],
      options: {},
      examples: ['policy show annual-fee.RMA --data ./office'],
    },
    load: async () => (await import('./policy.ts')).show,
  },
  {
    spec: {
      name: 'policy set',
      takes: 'NAME=VALUE --from DATE --reason TEXT --reference TEXT [--approved-by NAME]',
      does: 'Sets a policy value from a day on; a manager allows it. Money is whole cents or "$55.00", a rate 0.05 or 5%. What holds before that day stays; try it first with what-if --set … --from DATE --on DATE.',
      words: [1, 1],
      options: { from: 'text', ...byManager },
      examples: [
        'policy set annual-fee.RMA=5500 --from 2027-01-01 --reason "new fee table" --reference "Board minutes 2026-11" --approved-by "M. Ortiz" --data ./office',
      ],
    },
    load: async () => (await import('./policy.ts')).set,
  },
  {
    spec: {
      name: 'policy confirm',
      takes: 'NAME --reference TEXT [--value VALUE [--from DATE]] [--reason TEXT] [--approved-by NAME]',
      does: 'Confirms a default as it is, or sets another value in its place from a day on (today unless --from says otherwise); a manager allows it.',
      words: [1, 1],
      options: { value: 'text', from: 'text', ...byManager },
      examples: [
        'policy confirm points-grace-days --reference "Board minutes 2026-11" --data ./office',
        'policy confirm audit-sample-rate --value 8% --from 2027-01-01 --reference "Audit manual, p. 3" --data ./office',
      ],
    },
    load: async () => (await import('./policy.ts')).confirm,
  },
  {
    spec: {
      name: 'policy withdraw',
      takes: 'DECISION --reason TEXT [--approved-by NAME]',
      does: 'Withdraws a decision, by its number in the history: what held without it holds again; the decision stays on record.',
      words: [1, 1],
      options: { reason: 'text', 'approved-by': 'text' },
      examples: ['policy withdraw 3 --reason "typed for the wrong year" --data ./office'],
    },
    load: async () => (await import('./policy.ts')).withdraw,
  },
  {
    spec: {
      name: 'policy history',
      takes: '[NAME]',
      does: 'Lists what the office decided about its policy, newest first: who, when, why, from which day, and whether it holds.',
      words: [0, 1],
      options: {},
      examples: ['policy history --data ./office', 'policy history annual-fee.RMA --json --data ./office'],
    },
    load: async () => (await import('./policy.ts')).history,
  },
  {
    spec: {
      name: 'what-if',
      takes: '--set NAME=VALUE … [--from DATE] [--on DATE] [--reasons] [--export FILE.csv]',
      does: 'Evaluates everyone under changed policy values, or on another day, and lists whose status changes; writes nothing. Values hold always unless --from says from when; --reasons says why for each.',
      words: [0, 0],
      options: { set: 'list', from: 'text', on: 'text', reasons: 'flag', export: 'text' },
      examples: [
        'what-if --set points-required.RMA=36 --data ./office',
        'what-if --set lapse-after-months=24 --json --data ./office',
        'what-if --set annual-fee.RMA=5500 --from 2027-01-01 --as-of 2027-06-01 --reasons --data ./office',
        'what-if --on 2027-03-01 --export march.csv --data ./office',
      ],
    },
    load: async () => (await import('./what-if.ts')).whatIf,
  },
];
