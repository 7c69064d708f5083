import type { ActivityCategory } from './codes.ts';
import type { ActivityCriteria, CalendarDate } from './facts.ts';

/** How a file of AMT's feed came in. */
export const FEED_ORIGINS = ['dropped', 'command', 'watched'] as const;
export type FeedOrigin = (typeof FEED_ORIGINS)[number];

/** What became of a row of the feed. */
export const FEED_ROW_STATES = ['recorded', 'waiting', 'dismissed'] as const;
export type FeedRowState = (typeof FEED_ROW_STATES)[number];

/** What a row of the feed says. What could not be read is in `problems`, and its field is empty. */
export interface FeedContent {
  readonly externalId: string;
  readonly memberNo: string;
  readonly name: string;
  readonly email: string;
  readonly category: ActivityCategory;
  readonly title: string;
  readonly provider: string;
  readonly completedOn: CalendarDate | '';
  readonly hours: number | null;
  readonly points: number | null;
  readonly criteria: ActivityCriteria;
  /** e.g. `completed_on “31.2.2026” is no day of the calendar`. */
  readonly problems: readonly string[];
}

/** A member that a waiting row may be about. */
export interface FeedSuggestion {
  readonly memberNo: string;
  readonly name: string;
  /** Codes held, e.g. `RMA, MT`. */
  readonly codes: string;
  /** What speaks for this member: `same e-mail`. */
  readonly because: string;
}

/** A row of the feed in the queue, or settled. */
export interface FeedRow {
  readonly id: number;
  readonly file: string;
  readonly row: number;
  readonly content: FeedContent;
  readonly state: FeedRowState;
  readonly why: string;
  readonly suggestions: readonly FeedSuggestion[];
  /** Whose it became. */
  readonly member: { readonly memberNo: string; readonly name: string } | null;
  readonly settledOn: CalendarDate | null;
  readonly settledBy: string | null;
}

export interface FeedRows {
  readonly total: number;
  readonly rows: readonly FeedRow[];
}

/** What taking a file of the feed did. */
export interface FeedReport {
  readonly file: string;
  readonly rows: number;
  /** Recorded as activities now. */
  readonly recorded: number;
  /** Known from an earlier file, or recorded already. */
  readonly known: number;
  /** Waiting in the queue because of this file. */
  readonly queued: number;
}

/** What became of the files in the watched folder. */
export interface FolderReport {
  readonly taken: readonly FeedReport[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** The feed as a whole. */
export interface FeedState {
  /** The watched folder; null where none is. */
  readonly folder: string | null;
  readonly waiting: number;
  readonly files: readonly {
    readonly name: string;
    readonly takenOn: CalendarDate;
    readonly takenBy: string;
    readonly origin: FeedOrigin;
    readonly rows: number;
    readonly recorded: number;
    readonly waiting: number;
  }[];
}
