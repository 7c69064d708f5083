import type { CertificationCode } from './codes.ts';
import type { CalendarDate, RecertificationRoute } from './facts.ts';
import type { LapseCause, Standing, StandingStatus } from './standing.ts';

/** The worklists of CCP. */
export const CCP_WORKLISTS = [
  'ending',
  'ended-short',
  'roll-blocked',
  'over-cap',
  'duplicates',
  'unsupported',
] as const;

/** The worklists of Lapse. */
export const LAPSE_WORKLISTS = ['lapsed', 'in-grace', 'past-due'] as const;

export const WORKLISTS = [...CCP_WORKLISTS, ...LAPSE_WORKLISTS] as const;

export type WorklistName = (typeof WORKLISTS)[number];

/** The lists whose rows are found beside the standings. */
export type FindingList = 'over-cap' | 'duplicates' | 'unsupported';

export const FINDING_LISTS: readonly FindingList[] = ['over-cap', 'duplicates', 'unsupported'];

export function isFindingList(list: WorklistName): list is FindingList {
  return FINDING_LISTS.some((one) => one === list);
}

/** What the desk does about a row: a note beside it; out of sight until a date; out of sight for good; in sight again. */
export const MARK_KINDS = ['note', 'snoozed', 'done', 'back'] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

export const WORKLIST_SORTS = ['on', 'member', 'code', 'outstanding', 'owed'] as const;

export type WorklistSort = (typeof WORKLIST_SORTS)[number];

/** Which rows: those to work on, or those someone put out of sight. */
export const WORKLIST_SHOWS = ['open', 'snoozed', 'done'] as const;

export type WorklistShow = (typeof WORKLIST_SHOWS)[number];

export interface WorklistFilter {
  readonly code?: readonly CertificationCode[] | undefined;
  /** US state of the address. */
  readonly state?: readonly string[] | undefined;
  /** At most so many days from today, ahead or back, to the date that the list is about. */
  readonly days?: number | undefined;
  readonly cause?: readonly LapseCause[] | undefined;
  readonly route?: RecertificationRoute | undefined;
  /** Lapsed: crosses the ten-year line in the next 12 months; past due: lapses in them. */
  readonly crossing?: boolean | undefined;
  readonly show?: WorklistShow | undefined;
}

export interface WorklistQuery {
  readonly list: WorklistName;
  readonly filter: WorklistFilter;
  readonly sort: { readonly by: WorklistSort; readonly descending: boolean };
}

/** Whether a member was told of a lapse. */
export interface LapseNotice {
  /** `held`: prepared, but neither printed nor e-mailed; `failed`: came back or bounced. */
  readonly state: 'not-told' | 'prepared' | 'sent' | 'held' | 'failed';
  /** The run; null where none is prepared. */
  readonly run: string | null;
  readonly on: CalendarDate | null;
  /** `YYYY-MM`: the month whose lapse notices tell of it. */
  readonly month: string;
}

/** What a row of a lapsed certification says beyond the others. */
export interface LapsedPart {
  readonly cause: LapseCause;
  readonly since: CalendarDate;
  /** Whole years from then to today, or to the day the application waiting was received. */
  readonly years: number;
  /** The day from which only the exam recertifies (SC-RECERT-2). */
  readonly examOnlyFrom: CalendarDate;
  /** An application that waits, which stops the count; null where there is none. */
  readonly appliedOn: CalendarDate | null;
  readonly routes: readonly RecertificationRoute[];
  readonly boundByCcp: boolean;
  readonly notice: LapseNotice;
}

/** One row of a worklist. */
export interface WorklistRow {
  /** What the row is about, stable: marks belong to it. */
  readonly item: string;
  readonly memberNo: string;
  readonly memberName: string;
  /** US state or country of the address; empty where there is none. */
  readonly state: string;
  /** null: of the member, not of one certification. */
  readonly code: CertificationCode | null;
  readonly status: StandingStatus | null;
  /** The date it is about: the cycle's end, the due date, the day since which it is lapsed. */
  readonly on: CalendarDate;
  /** From today to that date; negative once it is past. */
  readonly days: number;
  readonly required: number;
  readonly counted: number;
  readonly outstanding: number;
  readonly owedCents: number;
  /** What is the matter, in one sentence. */
  readonly text: string;
  /** What would settle it, in one sentence. */
  readonly settle: string;
  /** The policy's sentence. */
  readonly citation: string;
  /** Snoozed until then; null where it is not. */
  readonly awayUntil: CalendarDate | null;
  readonly done: boolean;
  readonly lapse: LapsedPart | null;
}

export interface WorklistRows {
  readonly total: number;
  readonly rows: readonly WorklistRow[];
}

/** How many rows each list has to work on. */
export type WorklistCounts = Readonly<Record<WorklistName, number>>;

/** What was done about a row. */
export interface WorklistMark {
  readonly id: number;
  readonly kind: MarkKind;
  readonly until: CalendarDate | null;
  readonly text: string;
  readonly on: CalendarDate;
  readonly actor: string;
}

/** A row with what it takes to work it: how the member stands and why, and what was done about it before. */
export interface WorklistItem {
  readonly list: WorklistName;
  /** null: nothing is the matter any more; what was done about it stays. */
  readonly row: WorklistRow | null;
  readonly memberNo: string;
  readonly memberName: string;
  /** The certification of the row, or all where it is of the member. */
  readonly standings: readonly Standing[];
  /** How each of them stands and what changes that, in one sentence. */
  readonly headlines: Readonly<Partial<Record<CertificationCode, string>>>;
  readonly marks: readonly WorklistMark[];
  /** Lapses of the certification that were reversed. */
  readonly reversals: readonly LapseReversal[];
}

/** A lapse that was taken back by a correction. */
export interface LapseReversal {
  readonly code: CertificationCode;
  readonly cause: LapseCause;
  readonly since: CalendarDate;
  readonly on: CalendarDate;
  /** What was corrected. */
  readonly correction: string;
  readonly citation: string;
  readonly reason: string;
  readonly allowedBy: string;
  readonly actor: string;
}
