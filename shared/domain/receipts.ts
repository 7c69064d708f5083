import type { CertificationCode, PaymentMethod } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { ReceiptOutcome } from './ledger.ts';
import type { DepositSummary, PaymentPart } from './payments.ts';
import type { ReceiptField } from './receipt-columns.ts';

// The portal's payment export and the bank's lockbox file, line by line. All money is whole cents; money that went back is negative.

export const RECEIPT_SOURCES = ['portal', 'lockbox'] as const;
export type ReceiptSource = (typeof RECEIPT_SOURCES)[number];

/**
 * Why a line brings no money in. `duplicate`: entered before; `back`: a chargeback or refund; `unpaid`: declined, void or of nothing;
 * `refused`: not readable.
 */
export const ASIDE_KINDS = ['duplicate', 'back', 'unpaid', 'refused'] as const;
export type AsideKind = (typeof ASIDE_KINDS)[number];

/** What became of a line when its file was read. */
export type LineOutcome = ReceiptOutcome | AsideKind;
export const LINE_OUTCOMES = ['matched', 'doubtful', 'unmatched', ...ASIDE_KINDS] as const;

/** How a line stands now. `reversed`: its money went back; `none`: there is nothing to do about it. */
export const LINE_STATES = ['open', 'left', 'assigned', 'reversed', 'none'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Header as in the file → what it is, null = ignored; what is left out is taken by its name. */
export type ReceiptMapping = Readonly<Record<string, ReceiptField | null>>;

/** Whom a line is perhaps from. */
export interface LineSuggestion {
  readonly memberNo: string;
  readonly memberName: string;
}

/** What a line says. */
export interface LineFacts {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly reference: string;
  readonly receivedOn: CalendarDate | null;
  /** null where they cannot be read. */
  readonly cents: number | null;
  readonly method: PaymentMethod;
  /** The number as the file has it. */
  readonly memberNo: string;
  readonly name: string;
  readonly code: CertificationCode | '';
  readonly outcome: LineOutcome;
  /** The sentence for all that is not plainly matched; for one that is, what the desk should know, mostly nothing. */
  readonly why: string;
  readonly suggestion: LineSuggestion | null;
}

/** A line before its file is entered. */
export interface LineForeseen extends LineFacts {
  /** What it would pay; empty unless matched. */
  readonly parts: readonly PaymentPart[];
}

/** A line of a file that was entered. */
export interface LineEntered extends LineFacts {
  readonly state: LineState;
  /** null for one that brings no money in and is not about any that did. */
  readonly remittance: number | null;
  readonly unassignedCents: number;
  /** What it paid, of what still stands. */
  readonly payments: readonly LinePayment[];
  /** Why the desk left it; empty unless left. */
  readonly leftBecause: string;
}

export interface LinePayment {
  readonly payment: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly cents: number;
}

export interface Tally {
  readonly count: number;
  readonly cents: number;
}

export type Tallies = Readonly<Record<LineOutcome, Tally>>;

/** What a column of a file is taken for. */
export interface ReceiptColumn {
  readonly header: string;
  readonly field: ReceiptField | null;
}

/** What entering a file would do, or did. */
export interface ReceiptReading {
  readonly source: ReceiptSource;
  readonly file: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly columns: readonly ReceiptColumn[];
  /** How the columns were taken. */
  readonly mappedBy: 'saved' | 'names' | 'given';
  /** What no column gives and every file needs, in a sentence; then there are no lines. */
  readonly missing: string | null;
  /** The deposit that this very file is already; null for a new one. */
  readonly enteredAs: number | null;
  readonly tallies: Tallies;
  /** All lines whose amount can be read, money that went back deducted. */
  readonly fileCents: number;
  readonly lines: readonly LineForeseen[];
  /** What the desk should know of the file, in sentences. */
  readonly notices: readonly string[];
}

/** What entering a file did. */
export interface ReceiptReport extends ReceiptReading {
  /** The new deposit; null where the file holds nothing new and nothing was written. */
  readonly deposit: number | null;
}

/** A file that was entered, and how far its lines are settled. */
export interface ReceiptFile extends DepositSummary {
  readonly source: ReceiptSource;
  readonly fileName: string;
  readonly tallies: Tallies;
  /** All lines whose amount can be read, money that went back deducted. */
  readonly fileCents: number;
  /** What the file's lines brought in, as the ledger has it. */
  readonly ledgerCents: number;
  /** Lines by how they stand, those without anything to do left out. */
  readonly states: Readonly<Record<Exclude<LineState, 'none'>, Tally>>;
}

/** What was done about a line. */
export interface LineOutcomeText {
  readonly text: string;
  /** Lines of the file that are still to be worked. */
  readonly open: number;
}
