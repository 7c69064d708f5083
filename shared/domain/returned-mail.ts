import type { CalendarDate } from './facts.ts';
import type { PostalAddress } from './notice.ts';

/** Why post came back, in the post office's own endorsements; the words are what the address is marked with. */
export const RETURN_REASONS = [
  { id: 'moved', words: 'moved, left no forwarding address' },
  { id: 'unknown', words: 'addressee not known there' },
  { id: 'insufficient', words: 'insufficient or no such address' },
  { id: 'refused', words: 'refused' },
  { id: 'deceased', words: 'addressee reported deceased' },
  { id: 'vacant', words: 'vacant' },
  { id: 'temporarily-away', words: 'temporarily away' },
  { id: 'other', words: 'returned without a reason' },
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number]['id'];
export const RETURN_REASON_IDS = RETURN_REASONS.map(({ id }) => id);

/** What is said of a reason; the person's own words where there are some. */
export function returnWords(reason: ReturnReason, note: string): string {
  if (note.trim() !== '') return note.trim();
  return RETURN_REASONS.find(({ id }) => id === reason)?.words ?? reason;
}

/** A letter that came back, found by what was scanned or typed. */
export interface ReturnedLetter {
  readonly run: string;
  readonly sheet: number;
  /** Which step of the notice schedule it was. */
  readonly step: string;
  readonly mailedOn: CalendarDate | null;
  readonly memberNo: string;
  readonly memberName: string;
  /** As printed. */
  readonly addressLines: readonly string[];
  /** Whether it was sent to the address that is still the member's current one. */
  readonly sentToCurrent: boolean;
  /** The member's e-mail can take the next notice. */
  readonly canBeEmailed: boolean;
  /** Why the current address is already marked as bad, or null. */
  readonly badReason: string | null;
  /** When it was noted before; null where it was not. */
  readonly already: { readonly on: CalendarDate; readonly reason: string } | null;
}

/** One returned letter on record, newest first in lists. */
export interface ReturnedRow {
  readonly run: string;
  readonly sheet: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly reason: string;
  readonly returnedOn: CalendarDate;
  readonly actor: string;
  /** The member has had another address since. */
  readonly corrected: boolean;
}

/** A member whose post does not arrive. */
export interface AddressToFind {
  readonly memberNo: string;
  readonly memberName: string;
  readonly email: string;
  readonly phone: string;
  /** null where there never was one. */
  readonly address: PostalAddress | null;
  /** Why the address is bad; null where there is none. */
  readonly badReason: string | null;
  /** The last day on which post came back from it. */
  readonly returnedOn: CalendarDate | null;
}

export interface ReturnedRows {
  readonly total: number;
  readonly rows: readonly ReturnedRow[];
}

export interface AddressesToFind {
  readonly total: number;
  readonly rows: readonly AddressToFind[];
}
