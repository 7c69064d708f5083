import type { CalendarDate } from './facts.ts';
import type { HeldReason } from './renewals.ts';

/** What becomes of papers that are not accepted. `file`: they came as a file, so there is nothing to send back. */
export const PAPERS_FATES = ['enclosed', 'shredded', 'file'] as const;
export type PapersFate = (typeof PAPERS_FATES)[number];

/** The same as the letter and the list say it. */
export const PAPERS_WORDS: Readonly<Record<PapersFate, string>> = {
  enclosed: 'Enclosed with the letter',
  shredded: 'Shredded after scanning',
  file: 'Came as a file',
};

/**
 * How far a return letter is. `waiting`: for the next run; `prepared`: in a run that is not mailed yet; `mailed`; `withdrawn`: the
 * documents were let in, or put back, before it was mailed.
 */
export const RETURN_STATES = ['waiting', 'prepared', 'mailed', 'withdrawn'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** A letter that sends refused documents back to their sender (SC-DOC-1). */
export interface ReturnLetter {
  readonly letter: number;
  readonly state: ReturnState;
  /** The refused pages. */
  readonly part: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly queuedOn: CalendarDate;
  readonly withdrawnOn: CalendarDate | null;
  /** As the file was called. */
  readonly name: string;
  readonly receivedOn: CalendarDate;
  readonly pages: number;
  readonly papers: PapersFate;
  /** Why it could not be printed now; null where it can, or needs not. */
  readonly hold: { readonly reason: HeldReason; readonly detail: string; readonly fix: string } | null;
  /** The run that it was prepared with, and its sheet there. */
  readonly run: string | null;
  readonly sheet: number | null;
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
  /** When the post brought it back: its papers have a letter of their own again. */
  readonly cameBackOn: CalendarDate | null;
}

/** Return letters in a state. */
export interface ReturnLetters {
  readonly total: number;
  readonly rows: readonly ReturnLetter[];
}

/** How many letters are how far. */
export interface ReturnCounts {
  readonly waiting: number;
  /** Of those, how many cannot be printed now. */
  readonly held: number;
  readonly prepared: number;
  readonly mailed: number;
  readonly withdrawn: number;
  /** Sheets of runs not mailed yet whose letter was withdrawn: to be taken out of the pile. */
  readonly takeOut: readonly { readonly run: string; readonly sheet: number; readonly memberName: string }[];
}
