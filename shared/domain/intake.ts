import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { Leaf } from './page-order.ts';
import type { DestroyedMark } from './retention.ts';

/** What a document is by its content, whatever its name says. */
export const DOCUMENT_TYPES = ['pdf', 'jpeg', 'png', 'tiff', 'heic', 'unknown'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** How a document came in. */
export const INTAKE_CHANNELS = ['dropped', 'chosen', 'command', 'watched', 'pasted'] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** `waiting`: in the queue; `quarantined`: kept, but its pages cannot be read; `dismissed`: taken out of the queue unfiled, with a reason. */
export const PART_STATES = ['filed', 'waiting', 'refused', 'quarantined', 'dismissed'] as const;
export type ListedState = (typeof PART_STATES)[number];
/** `joined`: its pages went into another part of the document; it stays on record without any. */
export type PartState = ListedState | 'joined';

/** An audit or an application that a member's papers can be filed to. */
export interface OpenCase {
  readonly kind: 'audit' | 'application';
  readonly id: number;
  readonly code: CertificationCode;
  /** Start of the audited cycle, or the day the application came. */
  readonly from: CalendarDate;
}

/** `audit 12`, `application 4`: how the command line names a case. */
export function caseName({ kind, id }: Pick<OpenCase, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** What became of a part of a file. */
export type IntakeOutcome = 'filed' | 'unmatched' | 'refused' | 'duplicate';

/** A part of a file: pages in a row, from 1. */
export interface PartOutcome {
  readonly part: number;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly outcome: Exclude<IntakeOutcome, 'duplicate'>;
  readonly memberNo?: string;
  readonly case?: string;
  readonly reason?: string;
}

/** What became of a file. */
export interface FileOutcome {
  readonly file: string;
  /** Empty where the file could not be read at all. */
  readonly sha256: string;
  /** Of several parts the one that needs somebody most: unmatched before refused before filed. */
  readonly outcome: IntakeOutcome;
  /** Where every filed part is of one case. */
  readonly case?: string;
  readonly reason?: string;
  /** null where nothing was kept. */
  readonly pages: number | null;
  readonly parts: readonly PartOutcome[];
  /** It lay in a folder that was taken in, and is no document: hidden, half written, a link. */
  readonly skipped?: true;
}

/** A member that a waiting part may be of. */
export interface IntakeSuggestion {
  readonly memberNo: string;
  readonly name: string;
  readonly codes: string;
  /** What speaks for this member: `the pages before`. */
  readonly because: string;
  readonly cases: readonly OpenCase[];
}

/** A part of a document in one of the lists. */
export interface IntakePart {
  readonly part: number;
  readonly document: number;
  readonly sha256: string;
  readonly type: DocumentType;
  readonly bytes: number;
  /** Of the whole document; null where they cannot be read. */
  readonly pages: number | null;
  /** Its lowest and its highest page. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Its pages in their order. */
  readonly leaves: readonly Leaf[];
  readonly state: PartState;
  readonly why: string;
  readonly member: { readonly memberNo: string; readonly name: string } | null;
  readonly case: OpenCase | null;
  /** Title of the activity that the pages prove, where their cover named one. */
  readonly activity: string | null;
  readonly allowedBy: string | null;
  /** Whether a letter that sends the papers back waits. */
  readonly returnLetter: boolean;
  readonly settledOn: CalendarDate | null;
  readonly settledBy: string | null;
  readonly name: string;
  readonly channel: IntakeChannel;
  readonly receivedOn: CalendarDate;
  readonly receivedBy: string;
  /** How often the very same bytes came again. */
  readonly again: number;
  /** When the document was destroyed by the retention policy, and why; null where it is there. */
  readonly destroyed: DestroyedMark | null;
}

export interface IntakeParts {
  readonly total: number;
  readonly rows: readonly IntakePart[];
}

/** How many parts are in each state, and what the office has set. */
export interface IntakeState {
  readonly counts: Readonly<Record<ListedState, number>>;
  /** Documents kept whose pages were not read yet. */
  readonly unread: number;
  readonly returnLetters: number;
  readonly limitMegabytes: number;
}

/** What is known of a member to whom a part may be filed. */
export interface IntakeMember {
  readonly memberNo: string;
  readonly name: string;
  readonly codes: string;
  readonly cases: readonly OpenCase[];
}

/** The sentence of the gate (SC-DOC-1). */
export const NOT_ACCEPTED =
  'AMT does not accept documents for review and entry unless selected for the Annual CCP Audit or Recertification purposes.';

/** The folder that the scanner writes to, as it is watched. */
export interface ScanFolder {
  /** null = none is watched. */
  readonly folder: string | null;
  /** Files stay in it when they were taken; else they are moved to its folder `done`. */
  readonly leave: boolean;
  /** When it was first missed, as a moment; null = it can be read. */
  readonly awaySince: string | null;
  /** When it came back after it had been away; null = it never was. */
  readonly backSince: string | null;
  /** Files that lie there and were not taken, with the reason. */
  readonly untaken: readonly { readonly name: string; readonly reason: string }[];
  /** Folders that lie in it, which are not looked into. */
  readonly folders: readonly string[];
}

/** A file of the scan folder that lies there still. */
export interface UntakenScan {
  readonly name: string;
  readonly reason: string;
  /** It may be taken when it is tried again as it is. */
  readonly passing: boolean;
}

/** What came of some files of the scan folder. */
export interface ScanReport {
  readonly files: readonly FileOutcome[];
  readonly untaken: readonly UntakenScan[];
}

/** What lay on the clipboard: files by their paths, a picture under the number by which it is held, or nothing that could be a document. */
export type Pasted =
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'picture'; readonly held: number }
  | { readonly kind: 'nothing' };
