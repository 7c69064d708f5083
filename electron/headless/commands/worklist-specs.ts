import type { CommandEntry } from './index.ts';

const rows = {
  code: 'list',
  state: 'list',
  show: 'text',
  sort: 'text',
  descending: 'flag',
  offset: 'text',
  limit: 'text',
  out: 'text',
} as const;
const decided = { citation: 'text', reason: 'text', 'approved-by': 'text' } as const;
const corrected = {
  'certified-on': 'text',
  'recertified-on': 'text',
  activity: 'text',
  'completed-on': 'text',
  'employed-from': 'text',
  'employed-to': 'text',
  cycle: 'text',
  'attested-on': 'text',
} as const;
const FACT =
  '(--certified-on CODE:DATE | --recertified-on CODE:DATE | --activity N --completed-on DATE | --activity N --employed-from DATE [--employed-to DATE] | --cycle CODE:START --attested-on DATE)';
const FILTERS =
  '[--code CODE …] [--state ST …] [--show open|snoozed|done] [--sort on|member|code|outstanding|owed [--descending]]';

/** Cycles, the worklists of CCP, and lapses. */
export const WORKLIST_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'ccp worklist',
      takes: `[ending|ended-short|roll-blocked|over-cap|duplicates|unsupported] [--days N] ${FILTERS} [--offset N] [--limit N] [--out FILE.csv]`,
      does: 'Shows a worklist of CCP; without a name, how many rows each has. --days: at most so many days ahead or back.',
      words: [0, 1],
      options: { ...rows, days: 'text' },
      examples: [
        'ccp worklist --data ./office',
        'ccp worklist ending --days 90 --code RMA --state IL --data ./office',
        'ccp worklist duplicates --out duplicates.csv --data ./office',
      ],
    },
    load: async () => (await import('./worklists.ts')).ccpWorklist,
  },
  {
    spec: {
      name: 'ccp mark',
      takes:
        'LIST ITEM MEMBER_NO (--note TEXT | --snooze DATE --reason TEXT | --done [--reason TEXT] | --back)',
      does: 'Writes down what was done about a row of a worklist: a note, out of sight until a date, done, or back on the list.',
      words: [3, 3],
      options: { note: 'text', snooze: 'text', reason: 'text', done: 'flag', back: 'flag' },
      examples: [
        'ccp mark ending c17:2024-05-01 700412 --snooze 2027-01-15 --reason "certificate is on its way" --data ./office',
        'ccp mark duplicates m3:41-57 700412 --done --reason "two courses of one day" --data ./office',
      ],
    },
    load: async () => (await import('./worklists.ts')).mark,
  },
  {
    spec: {
      name: 'cycles',
      takes: 'MEMBER_NO',
      does: 'Shows every cycle of a member: where it stands, what counts, and what was decided when it rolled.',
      words: [1, 1],
      options: {},
      examples: ['cycles 700412 --data ./office', 'cycles 700412 --json --data ./office'],
    },
    load: async () => (await import('./cycles.ts')).cycles,
  },
  {
    spec: {
      name: 'cycles preview',
      takes: `MEMBER_NO ${FACT.replace(')', ' | --undo-payment N)')}`,
      does: 'Says what a correction would change in each standing and cycle; writes nothing.',
      words: [1, 1],
      options: { ...corrected, 'undo-payment': 'text' },
      examples: [
        'cycles preview 700412 --certified-on RMA:2019-05-15 --data ./office',
        'cycles preview 700412 --activity 41 --completed-on 2021-04-30 --data ./office',
      ],
    },
    load: async () => (await import('./cycles.ts')).preview,
  },
  {
    spec: {
      name: 'cycles correct',
      takes: `MEMBER_NO ${FACT} --reason TEXT`,
      does: 'Corrects a date; fees, attestations and audits go along, and the standings are judged anew.',
      words: [1, 1],
      options: { ...corrected, reason: 'text' },
      examples: [
        'cycles correct 700412 --activity 41 --completed-on 2021-04-30 --reason "certificate says April" --data ./office',
      ],
    },
    load: async () => (await import('./cycles.ts')).correct,
  },
  {
    spec: {
      name: 'cycles reopen',
      takes: 'MEMBER_NO CODE CYCLE_START --citation SENTENCE --reason TEXT [--approved-by NAME]',
      does: 'Takes back the roll of a cycle that the corrected facts no longer support; it stays on record. Needs a manager.',
      words: [3, 3],
      options: decided,
      examples: [
        'cycles reopen 700412 RMA 2019-05-01 --citation SC-CCP-7 --reason "course was of 2023" --approved-by Maya --data ./office',
      ],
    },
    load: async () => (await import('./cycles.ts')).reopen,
  },
  {
    spec: {
      name: 'lapse list',
      takes: `[lapsed|in-grace|past-due] [--cause fees|points|audit] [--route ccp|exam] [--crossing] ${FILTERS} [--offset N] [--limit N] [--out FILE.csv]`,
      does: 'Shows who has lapsed, since when and by which routes it comes back; --crossing: crosses the ten-year line (past due: lapses) in the next 12 months.',
      words: [0, 1],
      options: { ...rows, cause: 'list', route: 'text', crossing: 'flag' },
      examples: [
        'lapse list --data ./office',
        'lapse list --crossing --cause fees --data ./office',
        'lapse list past-due --crossing --sort owed --descending --data ./office',
      ],
    },
    load: async () => (await import('./lapse.ts')).list,
  },
  {
    spec: {
      name: 'lapse reverse',
      takes:
        'MEMBER_NO CODE --citation SENTENCE --reason TEXT [--approved-by NAME] [--waive YEAR_START …] [--attested CYCLE_START:DATE] [--audit-compliant CYCLE_START] [--certified-on DATE] [--activity N:DATE[:LAST_DAY] …]',
      does: 'Reverses a lapse by correcting what was wrong, or by what the office decides with a sentence; the next evaluation agrees, or nothing is written. Needs a manager.',
      words: [2, 2],
      options: {
        ...decided,
        waive: 'list',
        attested: 'text',
        'audit-compliant': 'text',
        'certified-on': 'text',
        activity: 'list',
      },
      examples: [
        'lapse reverse 700412 RMA --waive 2021-05-01 --citation SC-LAPSE-1 --reason "paid in 2021, receipt 77 seen" --approved-by Maya --data ./office',
        'lapse reverse 700412 MT --attested 2022-05-01:2025-04-20 --citation PB-CCP-3 --reason "slip found in the scans" --approved-by Maya --data ./office',
      ],
    },
    load: async () => (await import('./lapse.ts')).reverse,
  },
];
