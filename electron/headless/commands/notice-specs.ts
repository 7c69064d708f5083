import type { CommandEntry } from './index.ts';

const none = {} as const;

/** Runs of notices and their schedule. */
export const NOTICE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'notices prepare',
      takes: '--kind STEP --month YYYY-MM [--again]',
      does: 'Freezes the run of a step of the notice schedule (renewal, reminder, past-due, second-past-due, final, ccp-1, ccp-2, ccp-3, lapse, receipt, audit) for a month; --again makes a further run for whom the earlier ones did not reach.',
      words: [0, 0],
      options: { kind: 'text', month: 'text', again: 'flag' },
      examples: [
        'notices prepare --kind renewal --month 2026-12 --data ./office',
        'notices prepare --kind past-due --month 2026-10 --again --data ./office',
        'notices prepare --kind audit --month 2027-01 --data ./office',
      ],
    },
    load: async () => (await import('./notices.ts')).prepare,
  },
  {
    spec: {
      name: 'notices print',
      takes: 'RUN --out FILE.pdf [--from N] [--to N] [--spoiled] [--duplex | --one-sided] [--calibrated]',
      does: 'Writes the PDF of a run, or only some of its sheets: those of a range, or the spoiled ones that wait for their reprint; --duplex puts a blank back behind each, --calibrated moves the file against the printer’s error.',
      words: [1, 1],
      options: {
        out: 'text',
        from: 'text',
        to: 'text',
        spoiled: 'flag',
        duplex: 'flag',
        'one-sided': 'flag',
        calibrated: 'flag',
      },
      examples: [
        'notices print 2026-12-A --out december.pdf --data ./office',
        'notices print 2026-12-A --out again.pdf --from 214 --to 230 --data ./office',
        'notices print 2026-12-A --out spoiled.pdf --spoiled --data ./office',
      ],
    },
    load: async () => (await import('./notices.ts')).print,
  },
  {
    spec: {
      name: 'notices mark-mailed',
      takes: 'RUN [--on DATE] [--count N] | --undo',
      does: 'Notes that a printed run was handed to the post, with the sheets counted, or takes that back.',
      words: [1, 1],
      options: { on: 'text', count: 'text', undo: 'flag' },
      examples: [
        'notices mark-mailed 2026-12-A --on 2026-11-24 --count 812 --data ./office',
        'notices mark-mailed 2026-12-A --undo --data ./office',
      ],
    },
    load: async () => (await import('./notices.ts')).mark,
  },
  {
    spec: {
      name: 'notices list',
      takes: '',
      does: 'Lists the runs and how far each is.',
      words: [0, 0],
      options: none,
      examples: ['notices list --data ./office'],
    },
    load: async () => (await import('./notices.ts')).list,
  },
  {
    spec: {
      name: 'notices due',
      takes: '',
      does: 'Lists the runs that are to be prepared now, and how many certifications wait for each.',
      words: [0, 0],
      options: none,
      examples: ['notices due --data ./office', 'notices due --as-of 2027-01-15 --json --data ./office'],
    },
    load: async () => (await import('./notice-schedule.ts')).due,
  },
  {
    spec: {
      name: 'notices complete',
      takes: '--month YYYY-MM',
      does: 'Proves a month complete: lists everyone who should have had a notice and has not, with why.',
      words: [0, 0],
      options: { month: 'text' },
      examples: ['notices complete --month 2026-12 --data ./office'],
    },
    load: async () => (await import('./notice-schedule.ts')).complete,
  },
  {
    spec: {
      name: 'notices schedule',
      takes: '[--set FILE.json [--dry-run] [--month YYYY-MM]]',
      does: 'Shows the notice schedule, or sets it from a file; with --dry-run, only who would get what.',
      words: [0, 0],
      options: { set: 'text', 'dry-run': 'flag', month: 'text' },
      examples: [
        'notices schedule --json --data ./office > schedule.json',
        'notices schedule --set schedule.json --dry-run --data ./office',
        'notices schedule --set schedule.json --data ./office',
      ],
    },
    load: async () => (await import('./notice-schedule.ts')).schedule,
  },
];
