import type { CertificationCode, PaymentMethod } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { LedgerAccount } from './ledger.ts';
import type { StandingStatus } from './standing.ts';

/** From the first to the last day, both inside. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What came in on a day in one way for one certification. All money is whole cents; what went back is negative. */
export interface CashLine {
  readonly on: CalendarDate;
  readonly method: PaymentMethod;
  /** null = nobody's yet, or, where negative, found out whose it was. */
  readonly code: CertificationCode | null;
  readonly cents: number;
}

/** The cash-receipts journal: its lines add up to what the bank account changed by. */
export interface CashJournal extends Period {
  readonly lines: readonly CashLine[];
  readonly totalCents: number;
}

/** How long fees have been past their due date. */
export const AGE_BUCKETS = [
  'current',
  '1–30 days',
  '31–60 days',
  '61–90 days',
  'over 90 days',
  '1–2 years',
  '2–3 years',
  '3 years and more',
] as const;
export const AGED_GROUPS = ['renewable', 'recertified', 'lapsed', 'deceased'] as const;
export type AgedGroup = (typeof AGED_GROUPS)[number];
export type AgeBucket = (typeof AGE_BUCKETS)[number];

/**
 * Unpaid invoiced fees of one certification code by age. Apart from those that a renewal asks for: those from before a recertification,
 * which count no more (policy.md C7), of lapsed certifications, and of the deceased.
 */
export interface AgedLine {
  readonly code: CertificationCode;
  readonly group: AgedGroup;
  readonly bucket: AgeBucket;
  readonly fees: number;
  readonly cents: number;
}

export interface AgedReceivables {
  readonly asOf: CalendarDate;
  readonly lines: readonly AgedLine[];
  /** Agrees with the ledger's account `receivable`. */
  readonly totalCents: number;
  /** What is held as credit against it. */
  readonly creditCents: number;
  readonly unassignedCents: number;
}

/** One line of a member's statement. */
export interface StatementLine {
  readonly on: CalendarDate;
  readonly text: string;
  readonly code: CertificationCode;
  /** What is owed more by it, or less where negative. */
  readonly cents: number;
  /** Owed after it; negative = credit. */
  readonly balanceCents: number;
}

export interface Statement extends Period {
  readonly memberNo: string;
  readonly name: string;
  readonly openingCents: number;
  readonly lines: readonly StatementLine[];
  readonly closingCents: number;
  readonly certifications: readonly { readonly code: CertificationCode; readonly status: StandingStatus }[];
}

/** One entry of the ledger as the accountant gets it: always positive, from the account in `credit` to the one in `debit`. */
export interface LedgerLine {
  readonly on: CalendarDate;
  readonly kind: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly cents: number;
  readonly memberNo: string;
  readonly code: string;
  readonly method: string;
  readonly reference: string;
}

/** A paper that was printed and kept. */
export interface PrintedPaper {
  readonly file: string;
  readonly sha256: string;
  readonly pages: number;
}

/** A book that was written as CSV. */
export interface BookFile {
  readonly file: string;
  readonly lines: number;
  /** Of the ledger: what was debited, which is what was credited. Of the cash journal: what came in less what went back. */
  readonly totalCents: number;
}
