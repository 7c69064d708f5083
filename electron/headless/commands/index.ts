import type { CommandRun } from '../command.ts';
import type { CommandSpec } from '../usage.ts';
import { AUDIT_CASE_COMMANDS } from './audit-case-specs.ts';
import { AUDIT_LETTER_COMMANDS } from './audit-letter-specs.ts';
import { AUDIT_COMMANDS } from './audit-specs.ts';
import { BADGE_COMMANDS } from './badge-specs.ts';
import { CE_COMMANDS } from './ce-specs.ts';
import { ELIGIBILITY_COMMANDS } from './eligibility-specs.ts';
import { EMAIL_COMMANDS } from './email-specs.ts';
import { INTAKE_COMMANDS } from './intake-specs.ts';
import { MAILING_COMMANDS } from './mailing-specs.ts';
import { MONEY_COMMANDS } from './money-specs.ts';
import { POINTS_COMMANDS } from './points-specs.ts';
import { POLICY_COMMANDS } from './policy-specs.ts';
import { RECERT_COMMANDS } from './recert-specs.ts';
import { RECONCILE_COMMANDS } from './reconcile-specs.ts';
import { REPORT_COMMANDS } from './reports-specs.ts';
import { RETENTION_COMMANDS } from './retention-specs.ts';
import { RETURN_COMMANDS } from './return-specs.ts';
import { WORKLIST_COMMANDS } from './worklist-specs.ts';

/** A command and how its code is loaded: only when it is called, so that a lookup starts at once. */
export interface CommandEntry {
  readonly spec: CommandSpec;
  load(): Promise<CommandRun>;
}

const none = {} as const;

/** Every command of the command line, as contract.md names them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'init',
      takes: '[--sample N] [--seed S]',
      does: 'Makes an office folder; with --sample, N plausible members with years of history.',
      words: [0, 0],
      options: { sample: 'text', seed: 'text' },
      examples: ['init --data ./office', 'init --data ./try --sample 500 --seed 7'],
    },
    load: async () => (await import('./init.ts')).init,
  },
  {
    spec: {
      name: 'import',
      takes:
        '<members|certifications|fees|payments|activities|attestations> FILE.csv [--dry-run] [--skip-bad-rows] [--errors OUT.csv]',
      does: 'Takes in a CSV file, all of it or nothing; with --skip-bad-rows, the good rows.',
      words: [2, 2],
      options: { 'dry-run': 'flag', 'skip-bad-rows': 'flag', errors: 'text' },
      examples: [
        'import members members.csv --data ./office --dry-run',
        'import payments march.csv --data ./office --skip-bad-rows --errors bad.csv',
      ],
    },
    load: async () => (await import('./import.ts')).importFile,
  },
  {
    spec: {
      name: 'lookup',
      takes: 'TEXT [--limit N]',
      does: 'Finds members by name in any order, number, phone, e-mail or ZIP; one typo is forgiven.',
      words: [1, 20],
      options: { limit: 'text' },
      examples: ['lookup "obrien mary" --data ./office', 'lookup 847-823 --limit 5 --data ./office'],
    },
    load: async () => (await import('./lookup.ts')).lookupMembers,
  },
  {
    spec: {
      name: 'explain',
      takes: 'MEMBER_NO',
      does: 'Says where each certification of a member stands and why.',
      words: [1, 1],
      options: none,
      examples: [
        'explain 700412 --data ./office',
        'explain 700412 --as-of 2027-01-01 --json --data ./office',
      ],
    },
    load: async () => (await import('./explain.ts')).explainMember,
  },
  {
    spec: {
      name: 'evaluate',
      takes: 'FACTS.json',
      does: 'Applies the rules to a file of facts; needs no office.',
      words: [1, 1],
      options: none,
      examples: ['evaluate facts.json --json'],
    },
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  {
    spec: {
      name: 'sweep',
      takes: '[--dry-run]',
      does: 'Invoices the month’s fees, rolls cycles, marks lapses, refreshes worklists.',
      words: [0, 0],
      options: { 'dry-run': 'flag' },
      examples: ['sweep --dry-run --data ./office', 'sweep --as-of 2026-12-01 --data ./office'],
    },
    load: async () => (await import('./sweep.ts')).sweepOffice,
  },
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
  ...MONEY_COMMANDS,
  ...RECONCILE_COMMANDS,
  ...POINTS_COMMANDS,
  ...RECERT_COMMANDS,
  ...REPORT_COMMANDS,
  ...WORKLIST_COMMANDS,
  ...MAILING_COMMANDS,
  ...EMAIL_COMMANDS,
  ...BADGE_COMMANDS,
  ...AUDIT_COMMANDS,
  ...INTAKE_COMMANDS,
  ...RETURN_COMMANDS,
  ...RETENTION_COMMANDS,
  ...AUDIT_CASE_COMMANDS,
  ...AUDIT_LETTER_COMMANDS,
  ...CE_COMMANDS,
  ...ELIGIBILITY_COMMANDS,
  {
    spec: {
      name: 'letters list',
      takes: '',
      does: 'Lists the letters and which version of each is used.',
      words: [0, 0],
      options: none,
      examples: ['letters list --data ./office'],
    },
    load: async () => (await import('./letters.ts')).list,
  },
  {
    spec: {
      name: 'letters show',
      takes: 'LETTER [--version N]',
      does: 'Prints a letter’s text: the newest, or version N; 0 is the one that ships.',
      words: [1, 1],
      options: { version: 'text' },
      examples: [
        'letters show renewal --data ./office > renewal.txt',
        'letters show ccp --version 0 --data ./office',
      ],
    },
    load: async () => (await import('./letters.ts')).show,
  },
  {
    spec: {
      name: 'letters save',
      takes: 'LETTER FILE',
      does: 'Saves a letter’s text as its next version, for runs prepared from now on.',
      words: [2, 2],
      options: none,
      examples: ['letters save renewal renewal.txt --data ./office'],
    },
    load: async () => (await import('./letters.ts')).save,
  },
  {
    spec: {
      name: 'letters preview',
      takes: 'LETTER --member NO --out FILE.pdf [--text FILE]',
      does: 'Writes a letter as a member would get it, with the text in use or one that is not saved yet.',
      words: [1, 1],
      options: { member: 'text', out: 'text', text: 'text' },
      examples: [
        'letters preview renewal --member 700412 --out preview.pdf --text renewal.txt --data ./office',
      ],
    },
    load: async () => (await import('./letters.ts')).preview,
  },
  {
    spec: {
      name: 'mail envelope',
      takes: '[ID]',
      does: 'Shows the envelopes, or chooses the one of runs prepared from now on.',
      words: [0, 1],
      options: none,
      examples: ['mail envelope --data ./office', 'mail envelope 10-single-window --data ./office'],
    },
    load: async () => (await import('./stationery.ts')).envelope,
  },
  {
    spec: {
      name: 'mail tap-test',
      takes: '[--envelope ID] [--member NO]',
      does: 'Slides a letter to every side of its envelope and says what the windows show.',
      words: [0, 0],
      options: { envelope: 'text', member: 'text' },
      examples: [
        'mail tap-test --data ./office',
        'mail tap-test --envelope a4-dl --member 700412 --data ./office',
      ],
    },
    load: async () => (await import('./stationery.ts')).tapTest,
  },
  {
    spec: {
      name: 'mail signature',
      takes: '[--name NAME [--title TITLE] [--image FILE] | --none]',
      does: 'Shows or sets who signs the letters of runs prepared from now on.',
      words: [0, 0],
      options: { name: 'text', title: 'text', image: 'text', none: 'flag' },
      examples: [
        'mail signature --name "Dana Whitfield" --title Registrar --image signature.png --data ./office',
      ],
    },
    load: async () => (await import('./stationery.ts')).signature,
  },
  {
    spec: {
      name: 'mail calibrate',
      takes: '[--out FILE.pdf | --measured A,B]',
      does: 'Writes the page that the printer is measured with, or keeps what was measured on it, in inches.',
      words: [0, 0],
      options: { out: 'text', measured: 'text' },
      examples: [
        'mail calibrate --out calibration.pdf --data ./office',
        'mail calibrate --measured 2.03,1.98 --data ./office',
      ],
    },
    load: async () => (await import('./stationery.ts')).calibrate,
  },
  {
    spec: {
      name: 'mail returned',
      takes:
        '[CODE | RUN SHEET | MEMBER_NO] [--reason moved|unknown|insufficient|refused|deceased|vacant|temporarily-away|other] [--note TEXT] [--on DATE] [--undo]',
      does: 'Notes that a letter came back, by its QR code’s text, its run and sheet, or the member it was sent to last; alone, lists what came back.',
      words: [0, 2],
      options: { reason: 'text', note: 'text', on: 'text', undo: 'flag' },
      examples: [
        'mail returned ST1.2026-12-A.17.RN.0000 --reason moved --data ./office',
        'mail returned 2026-12-A 17 --reason other --note "box closed" --on 2026-12-09 --data ./office',
        'mail returned 2026-12-A 17 --undo --data ./office',
      ],
    },
    load: async () => (await import('./returned-mail.ts')).returned,
  },
  {
    spec: {
      name: 'mail find',
      takes: '',
      does: 'Lists the members whose post does not arrive, to find their address.',
      words: [0, 0],
      options: none,
      examples: ['mail find --data ./office'],
    },
    load: async () => (await import('./returned-mail.ts')).find,
  },
  {
    spec: {
      name: 'mail addresses',
      takes:
        'export --out FILE.csv [--run RUN] | import FILE.csv [--dry-run] [--exported-on DATE] [--member NO]…',
      does: 'Exports the members’ addresses for a move-update vendor (NCOA), or applies its answer; --dry-run shows what would change.',
      words: [1, 2],
      options: { out: 'text', run: 'text', 'dry-run': 'flag', 'exported-on': 'text', member: 'list' },
      examples: [
        'mail addresses export --out addresses.csv --data ./office',
        'mail addresses import answer.csv --dry-run --data ./office',
        'mail addresses import answer.csv --exported-on 2026-11-22 --member 700412 --data ./office',
      ],
    },
    load: async () => (await import('./addresses.ts')).addresses,
  },
  {
    spec: {
      name: 'mail confirm',
      takes: 'MEMBER_NO',
      does: 'Says that a member’s address is right after all: post goes there again.',
      words: [1, 1],
      options: none,
      examples: ['mail confirm 700412 --data ./office'],
    },
    load: async () => (await import('./returned-mail.ts')).confirm,
  },
  ...POLICY_COMMANDS,
  {
    spec: {
      name: 'profile',
      takes: '[FILE.json]',
      does: 'Shows the office’s name and return address, or sets them from a file.',
      words: [0, 1],
      options: none,
      examples: ['profile --json --data ./office > profile.json', 'profile profile.json --data ./office'],
    },
    load: async () => (await import('./profile.ts')).profile,
  },
  {
    spec: {
      name: 'backup',
      takes: 'OUT',
      does: 'Writes the whole office, database and documents, into one file, and verifies it.',
      words: [1, 1],
      options: none,
      examples: ['backup ./standing-2026-11-22.backup --data ./office'],
    },
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    spec: {
      name: 'restore',
      takes: 'FILE --data DIR',
      does: 'Restores a backup into a folder, after verifying it.',
      words: [1, 1],
      options: none,
      examples: ['restore ./standing-2026-11-22.backup --data ./restored'],
    },
    load: async () => (await import('./backup.ts')).restore,
  },
  {
    spec: {
      name: 'verify',
      takes: '',
      does: 'Checks integrity, foreign keys, document hashes, payments and the journal’s chain.',
      words: [0, 0],
      options: none,
      examples: ['verify --data ./office'],
    },
    load: async () => (await import('./backup.ts')).verify,
  },
];
