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
import { LETTER_COMMANDS } from './letter-specs.ts';
import { MAILING_COMMANDS } from './mailing-specs.ts';
import { MONEY_COMMANDS } from './money-specs.ts';
import { NOTICE_COMMANDS } from './notice-specs.ts';
import { POINTS_COMMANDS } from './points-specs.ts';
import { POLICY_COMMANDS } from './policy-specs.ts';
import { RECERT_COMMANDS } from './recert-specs.ts';
import { RECONCILE_COMMANDS } from './reconcile-specs.ts';
import { REPORT_COMMANDS } from './reports-specs.ts';
import { RETENTION_COMMANDS } from './retention-specs.ts';
import { RETURN_COMMANDS } from './return-specs.ts';
import { RETURNED_MAIL_COMMANDS } from './returned-mail-specs.ts';
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
  ...NOTICE_COMMANDS,
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
  ...LETTER_COMMANDS,
  ...RETURNED_MAIL_COMMANDS,
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
