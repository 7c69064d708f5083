import { AUDIT_LETTER_KINDS } from './audit-letters.ts';

/** What a run's pieces are: which letter they are written with. */
export const RUN_KINDS = [
  'renewal',
  'reminder',
  'past-due',
  'final',
  'ccp',
  'lapse',
  'receipt',
  'audit',
  'return',
  'decision',
  'labels',
  ...AUDIT_LETTER_KINDS,
] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** The kinds of notices that the schedule sends out by the calendar; each has its rule in `electron/rules/notices/`. */
export const STEP_KINDS = [
  'renewal',
  'reminder',
  'past-due',
  'final',
  'ccp',
  'lapse',
  'receipt',
  'audit',
] as const satisfies readonly RunKind[];
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * What the day of a step is counted from, for the run of a month as a whole. `anniversary-month`: the month's first day. `due-date`: its
 * last. `cycle-end`: the first day of the month in which the cycle ends, so that nobody is told later than the schedule says. `lapse`:
 * the last day of the month in which the certification lapses, by when everyone has who does in that month. `payment`: the first day of
 * the month in which a year's fee was settled; each waits the step's days from its own day. `selection`: the first day of the month in
 * which the audit selected them.
 */
export const NOTICE_ANCHORS = [
  'anniversary-month',
  'due-date',
  'cycle-end',
  'lapse',
  'payment',
  'selection',
] as const;
export type NoticeAnchor = (typeof NOTICE_ANCHORS)[number];

/**
 * How a piece goes: the first way that is open to the member. There is one piece a member and run, whichever way it goes;
 * `print-and-email` is printed first, and the printed piece goes by e-mail, too, where the member can be e-mailed.
 */
export const NOTICE_CHANNELS = ['print-first', 'email-first', 'print-only', 'print-and-email'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** One step of the notice schedule. */
export interface NoticeStep {
  /** e.g. `second-past-due`: what a run and a given notice are kept under. */
  readonly id: string;
  readonly kind: StepKind;
  /** e.g. `Second past-due notice`. */
  readonly title: string;
  readonly anchor: NoticeAnchor;
  /** Days after the anchor; negative = before it. */
  readonly offsetDays: number;
  /** The policy value that holds the days before the anchor (PB-CCP-4), where it is one; null = the schedule's own. */
  readonly offsetPolicy: string | null;
  readonly channel: NoticeChannel;
  /** Which letter: one of `LETTERS`. */
  readonly letter: string;
}

/** A letter that notices are written with. */
export interface NoticeLetter {
  /** Also its file in `resources/letters/`, without `.txt`. */
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
}

/** Every letter of the schedule. */
export const LETTERS: readonly NoticeLetter[] = [
  { id: 'renewal', kind: 'renewal', title: 'Renewal notice' },
  { id: 'reminder', kind: 'reminder', title: 'Reminder' },
  { id: 'past-due', kind: 'past-due', title: 'Past-due notice' },
  { id: 'second-past-due', kind: 'past-due', title: 'Second past-due notice' },
  { id: 'final', kind: 'final', title: 'Final notice' },
  { id: 'ccp', kind: 'ccp', title: 'CCP compliance notice' },
  { id: 'lapse', kind: 'lapse', title: 'Lapse notice' },
  { id: 'receipt', kind: 'receipt', title: 'Receipt' },
  { id: 'audit', kind: 'audit', title: 'Audit notice' },
];

/** The letter of an id, or null. */
export function letterOf(id: string): NoticeLetter | null {
  return LETTERS.find((letter) => letter.id === id) ?? null;
}
