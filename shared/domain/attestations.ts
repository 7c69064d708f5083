import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { QuotedSentence, StandingChange } from './points.ts';

/** An attestation on record (PB-CCP-3). */
export interface AttestationEntry {
  readonly attestation: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly attestedOn: CalendarDate;
  /** When and by whom it was recorded; null where a file brought it. */
  readonly recordedOn: CalendarDate | null;
  readonly recordedBy: string | null;
  /** The sheet whose slip it is. */
  readonly slip: { readonly run: string; readonly sheet: number } | null;
  /** The counter-entry; null while it stands. */
  readonly undone: { readonly on: CalendarDate; readonly reason: string; readonly by: string } | null;
}

export interface AttestationRows {
  readonly total: number;
  readonly rows: readonly AttestationEntry[];
}

/** A cycle that a member may attest, or why not. */
export interface CycleToAttest {
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly cycleEnd: CalendarDate;
  readonly required: number;
  readonly counted: number;
  /** Whether the slip has a box for it; true for all where no slip was scanned. */
  readonly onSlip: boolean;
  /** Why it cannot be attested; null where it can. */
  readonly refusal: { readonly text: string; readonly quoted: QuotedSentence | null } | null;
  /** What attesting it would change. */
  readonly change: StandingChange;
}

/** Whose slip it is and what it may attest, as signed on a day. */
export interface AttestationSlip {
  readonly memberNo: string;
  readonly memberName: string;
  readonly slip: { readonly run: string; readonly sheet: number } | null;
  readonly attestedOn: CalendarDate;
  readonly cycles: readonly CycleToAttest[];
  /** PB-CCP-3. */
  readonly quoted: QuotedSentence;
}

/** Who is meant by a scanned slip, a number or a name. */
export interface SlipRecognised {
  /** Whose it is; null where it is not plain. */
  readonly slip: AttestationSlip | null;
  readonly candidates: readonly { readonly memberNo: string; readonly name: string }[];
  /** What cannot be read, in a sentence. */
  readonly message: string | null;
}
