import type { CommandEntry } from './index.ts';

const activity = {
  category: 'text',
  title: 'text',
  provider: 'text',
  on: 'text',
  from: 'text',
  to: 'text',
  hours: 'text',
  points: 'text',
  criteria: 'text',
  source: 'text',
  seen: 'flag',
  'confirm-duplicate': 'flag',
  'dry-run': 'flag',
} as const;

const ACTIVITY =
  '[--provider P] [--hours N] [--points N] [--criteria job;knowledge;degree] [--source member|staff|amt-online] [--seen] [--confirm-duplicate] [--dry-run]';

/** CCP points, AMT's feed of online activities, and attestations. */
export const POINTS_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'points add',
      takes: `MEMBER_NO --category C --title T (--on DATE | --from DATE [--to DATE]) ${ACTIVITY}`,
      does: 'Enters an activity with the points that the rules grant, and says for each certification whether it counts, with the policy’s sentence; --dry-run only says it.',
      words: [1, 1],
      options: activity,
      examples: [
        'points add 700412 --category professional-education --title "Phlebotomy update" --on 2026-03-01 --hours 6 --criteria job --data ./office',
        'points add 700412 --category employment-verification --title "Lakeside Clinic" --from 2018-06-01 --to 2021-03-31 --points 12 --criteria job --dry-run --data ./office',
      ],
    },
    load: async () => (await import('./points.ts')).add,
  },
  {
    spec: {
      name: 'points list',
      takes: 'MEMBER_NO',
      does: 'Lists a member’s activities, newest first, with what each counts for and what was corrected or withdrawn.',
      words: [1, 1],
      options: {},
      examples: ['points list 700412 --data ./office', 'points list 700412 --json --data ./office'],
    },
    load: async () => (await import('./points.ts')).list,
  },
  {
    spec: {
      name: 'points correct',
      takes: `ACTIVITY --reason TEXT [--category C] [--title T] [--on DATE] [--from DATE] [--to DATE] ${ACTIVITY}`,
      does: 'Corrects an activity by a counter-entry, the old one kept; --dry-run says what would change in each standing.',
      words: [1, 1],
      options: { ...activity, reason: 'text' },
      examples: [
        'points correct 52 --on 2025-05-02 --reason "the certificate says May" --dry-run --data ./office',
        'points correct 52 --points 4 --reason "four hours, not six" --data ./office',
      ],
    },
    load: async () => (await import('./points.ts')).correct,
  },
  {
    spec: {
      name: 'points withdraw',
      takes: 'ACTIVITY --reason TEXT [--dry-run]',
      does: 'Withdraws an activity by a counter-entry, the old one kept, and says what that changes.',
      words: [1, 1],
      options: { reason: 'text', 'dry-run': 'flag' },
      examples: ['points withdraw 52 --reason "entered for the wrong member" --data ./office'],
    },
    load: async () => (await import('./points.ts')).withdraw,
  },
  {
    spec: {
      name: 'points feed',
      takes: '[FILE.csv]',
      does: 'Takes in a file of AMT’s online activities, each row once by its external id; without a file, what lies in the watched folder.',
      words: [0, 1],
      options: {},
      examples: ['points feed online-2026-11.csv --data ./office', 'points feed --data ./office'],
    },
    load: async () => (await import('./feed.ts')).take,
  },
  {
    spec: {
      name: 'points folder',
      takes: '[DIR | --none]',
      does: 'Sets the folder that the feed’s files are laid in, or says which it is.',
      words: [0, 1],
      options: { none: 'flag' },
      examples: ['points folder ./feed --data ./office', 'points folder --none --data ./office'],
    },
    load: async () => (await import('./feed.ts')).folder,
  },
  {
    spec: {
      name: 'points queue',
      takes: '[--recorded | --dismissed]',
      does: 'Lists the rows of the feed that wait, why, and whom they may be about; or those that were settled.',
      words: [0, 0],
      options: { recorded: 'flag', dismissed: 'flag' },
      examples: ['points queue --data ./office', 'points queue --recorded --json --data ./office'],
    },
    load: async () => (await import('./feed.ts')).queue,
  },
  {
    spec: {
      name: 'points match',
      takes: 'ROW MEMBER_NO',
      does: 'Records a waiting row of the feed for a member.',
      words: [2, 2],
      options: {},
      examples: ['points match 12 700412 --data ./office'],
    },
    load: async () => (await import('./feed.ts')).match,
  },
  {
    spec: {
      name: 'points dismiss',
      takes: 'ROW --reason TEXT',
      does: 'Takes a row out of the queue without recording it; it is kept with the reason.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['points dismiss 12 --reason "not a member of ours" --data ./office'],
    },
    load: async () => (await import('./feed.ts')).dismiss,
  },
  {
    spec: {
      name: 'points requeue',
      takes: 'ROW',
      does: 'Puts a settled row of the feed back into the queue; the activity it was recorded as is withdrawn by a counter-entry.',
      words: [1, 1],
      options: {},
      examples: ['points requeue 12 --data ./office'],
    },
    load: async () => (await import('./feed.ts')).requeue,
  },
  {
    spec: {
      name: 'attest',
      takes: 'SLIP|MEMBER_NO [--code C …] [--signed DATE]',
      does: 'Records a signed attestation slip by its scanned code or the member’s number; refused when it was signed after the cycle’s end.',
      words: [1, 1],
      options: { code: 'list', signed: 'text' },
      examples: [
        'attest ST1.2026-12-A.17.CC.7K2M --signed 2026-12-04 --data ./office',
        'attest 700412 --code RMA --code MT --signed 2026-12-04 --data ./office',
      ],
    },
    load: async () => (await import('./attest.ts')).attest,
  },
  {
    spec: {
      name: 'attest list',
      takes: '',
      does: 'Lists the attestations that the office recorded, newest first.',
      words: [0, 0],
      options: {},
      examples: ['attest list --json --data ./office'],
    },
    load: async () => (await import('./attest.ts')).list,
  },
  {
    spec: {
      name: 'attest undo',
      takes: 'ATTESTATION --reason TEXT',
      does: 'Meets an attestation that was recorded wrongly by a counter-entry.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['attest undo 3 --reason "the slip is another member’s" --data ./office'],
    },
    load: async () => (await import('./attest.ts')).undo,
  },
];
