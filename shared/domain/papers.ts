import type { EmailState } from './email.ts';
import type { CalendarDate } from './facts.ts';
import type { PaperKind } from './ledger.ts';
import type { Period } from './reports.ts';

/** A paper about money that can be given out. */
export type PaperRequest =
  | { readonly kind: 'receipt'; readonly payment: number }
  | ({ readonly kind: 'statement'; readonly memberNo: string } & Period)
  | { readonly kind: 'deposit-slip'; readonly deposit: number };

/** A paper that goes to a member. */
export type MemberPaperRequest = Exclude<PaperRequest, { readonly kind: 'deposit-slip' }>;

/** A paper as it would be given out; nothing is kept yet. */
export interface PaperPreview {
  /** e.g. `Receipt`. */
  readonly title: string;
  /** A name to save it under, with `.pdf`. */
  readonly fileName: string;
  /** The PDF, base64. */
  readonly pdf: string;
  readonly pages: number;
  /** How it could be e-mailed; null where it is no member's. */
  readonly email: {
    readonly address: string;
    /** Why it cannot be, as part of a sentence; null where it can. */
    readonly whyNot: string | null;
  } | null;
}

/** What became of a paper that was e-mailed. */
export interface PaperEmailReport {
  readonly address: string;
  readonly state: EmailState;
  /** The server's answer, or what was done. */
  readonly outcome: string;
  /** The .eml file, where it was written into a folder. */
  readonly file: string | null;
}

/** A paper that was given out, and each e-mail it went with. */
export interface PaperGiven {
  readonly paper: number;
  readonly kind: PaperKind;
  readonly subjectId: string;
  readonly issuedOn: CalendarDate;
  readonly actor: string;
  readonly emails: readonly {
    readonly address: string;
    readonly state: EmailState;
    readonly outcome: string;
  }[];
}

/** Papers in the words of the desk. */
export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = {
  receipt: 'Receipt',
  statement: 'Statement',
  'deposit-slip': 'Deposit slip',
  refund: 'Refund',
  'cover-sheet': 'Cover sheet',
};
