import type { CertificationCode, PaymentMethod } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { DepositSource, PaymentReversalKind, RemittanceReversalKind } from './ledger.ts';
import type { StandingStatus } from './standing.ts';

// What the desk sees of deposits, the cheques in them and what became of the money. All money is whole cents.

/** A deposit and how what was entered agrees with what was counted by hand. */
export interface DepositSummary {
  readonly deposit: number;
  readonly source: DepositSource;
  readonly openedOn: CalendarDate;
  readonly openedBy: string;
  readonly closedOn: CalendarDate | null;
  readonly closedBy: string | null;
  readonly fileName: string | null;
  readonly controlCount: number;
  readonly controlCents: number;
  /** Entered, without what was mis-keyed. */
  readonly enteredCount: number;
  readonly enteredCents: number;
  /** Entered less control: positive where more is entered than was counted. */
  readonly differenceCount: number;
  readonly differenceCents: number;
  /** What of it is not yet assigned to anyone. */
  readonly unassignedCents: number;
  /** Lines of its file that are still to be entered: that is under way, or was interrupted. 0 for the post. */
  readonly awaitedLines: number;
}

/** A counter-entry. */
export interface Reversal<Kind extends string> {
  readonly kind: Kind;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly actor: string;
}

/** What a payment settled of one fee. */
export interface AllocationLine {
  readonly fee: number;
  readonly yearStart: CalendarDate;
  readonly amountCents: number;
  /** The day of the payment, or the later one on which credit was put to the fee. */
  readonly allocatedOn: CalendarDate;
  /** null while it stands. */
  readonly releasedOn: CalendarDate | null;
}

/** What a payment settled of the fee of an application for recertification. */
export interface RecertificationLine {
  readonly fee: number;
  readonly application: number;
  readonly amountCents: number;
  readonly allocatedOn: CalendarDate;
  /** null while it stands. */
  readonly releasedOn: CalendarDate | null;
}

export interface RefundLine {
  readonly amountCents: number;
  readonly on: CalendarDate;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly reason: string;
  readonly approvedBy: string;
}

/** Money of one certification. */
export interface PaymentEntry {
  readonly payment: number;
  /** The cheque or receipt that it is part of; null where it was imported. */
  readonly remittance: number | null;
  readonly deposit: number | null;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  /** When the money came. */
  readonly receivedOn: CalendarDate;
  /** When it was entered for the certification: later where it was assigned, moved or split afterwards. */
  readonly enteredOn: CalendarDate;
  readonly method: PaymentMethod;
  readonly amountCents: number;
  readonly reference: string;
  readonly allocations: readonly AllocationLine[];
  readonly recertifications: readonly RecertificationLine[];
  readonly refunds: readonly RefundLine[];
  /** What no fee has used and nobody got back. */
  readonly creditCents: number;
  readonly reversal: Reversal<PaymentReversalKind> | null;
}

/** One cheque, card or cash receipt of a deposit with the payments it was split into. */
export interface RemittanceEntry {
  readonly remittance: number;
  readonly deposit: number;
  /** In its deposit, from 1. */
  readonly position: number;
  readonly receivedOn: CalendarDate;
  readonly method: PaymentMethod;
  readonly amountCents: number;
  readonly reference: string;
  readonly payer: string;
  readonly note: string;
  readonly enteredBy: string;
  readonly unassignedCents: number;
  readonly reversal: Reversal<RemittanceReversalKind> | null;
  readonly payments: readonly PaymentEntry[];
}

export interface DepositView extends DepositSummary {
  /** In the order in which they were entered. */
  readonly entries: readonly RemittanceEntry[];
}

/** A certification year that a payment can settle. */
export interface OwedYear {
  /** null where it was never invoiced: a payment invoices it. */
  readonly fee: number | null;
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly owedCents: number;
  /** `void`: withdrawn; only a payment that names the year invoices it again. `upcoming`: its anniversary's month has not begun. */
  readonly state: 'unpaid' | 'part-paid' | 'not-invoiced' | 'void' | 'upcoming';
}

/** Money of a payment that waits for a fee. */
export interface HeldCredit {
  readonly payment: number;
  readonly receivedOn: CalendarDate;
  readonly cents: number;
}

/** What a certification owes, and in which order a payment settles it. */
export interface PayableCertification {
  readonly code: CertificationCode;
  readonly name: string;
  readonly status: StandingStatus;
  readonly mustRecertify: boolean;
  /** Unpaid of every year whose anniversary's month has begun. */
  readonly owedCents: number;
  /** What the scanned stub asks for it; null without a stub. */
  readonly askedCents: number | null;
  /** What the fee of an open application for recertification still asks; null where there is none, or it is paid. */
  readonly recertificationCents: number | null;
  /** Unpaid years, oldest first, then the one ahead. */
  readonly years: readonly OwedYear[];
  readonly credits: readonly HeldCredit[];
}

/** A member whom a payment may be for. */
export interface PayingMember {
  readonly memberNo: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly deceased: boolean;
  readonly owedCents: number;
  readonly certifications: readonly PayableCertification[];
}

/** Who is meant by what was scanned or typed. */
export interface Recognised {
  readonly readAs: 'stub' | 'number' | 'name' | 'nothing';
  /** The sheet that the stub was cut from. */
  readonly stub: { readonly run: string; readonly sheet: number; readonly askedCents: number } | null;
  /** Best first; one alone where it is certain. */
  readonly candidates: readonly PayingMember[];
  /** What is wrong with what was scanned or typed, in a sentence; null where nothing is. */
  readonly message: string | null;
}

/** One member's part of a cheque. */
export interface PaymentPart {
  readonly memberNo: string;
  readonly code: CertificationCode;
  /** Whole cents, more than none. */
  readonly cents: number;
  /** The year it is meant for, or null for the oldest unpaid. */
  readonly yearStart: CalendarDate | null;
  /** For the fee of the open application for recertification, instead of annual fees. */
  readonly recertification?: boolean | undefined;
}

/** A cheque, card or cash receipt as it is typed. */
export interface RemittanceToEnter {
  readonly deposit: number;
  readonly receivedOn: CalendarDate;
  readonly method: PaymentMethod;
  readonly amountCents: number;
  /** Cheque or receipt number. */
  readonly reference: string;
  readonly payer: string;
  readonly note: string;
  /** May come to less than the amount: the rest stays unassigned. */
  readonly parts: readonly PaymentPart[];
  /** Enters it although it looks like one that was entered already. */
  readonly confirmDuplicate: boolean;
}

/** What the desk should know about an entry, in a sentence. */
export interface EntryWarning {
  readonly kind: 'duplicate' | 'must-recertify' | 'deceased' | 'credit' | 'unassigned' | 'void-year';
  readonly text: string;
}

/** What became of what was entered. */
export interface EnterOutcome {
  /** null where it looks like a duplicate and waits to be confirmed: nothing was written. */
  readonly entry: RemittanceEntry | null;
  readonly deposit: DepositSummary;
  readonly warnings: readonly EntryWarning[];
}

/** What an action on money that is already there did. */
export interface MoneyOutcome {
  /** One sentence: what was done, in cents and years. */
  readonly text: string;
  /** The payments as they are now, those made anew included. */
  readonly payments: readonly PaymentEntry[];
  readonly warnings: readonly EntryWarning[];
}

/** Credit, and the fee that it could pay: offered, never used by itself. */
export interface CreditEntry {
  readonly payment: PaymentEntry;
  readonly cents: number;
  readonly offer: {
    readonly fee: number;
    readonly code: CertificationCode;
    readonly yearStart: CalendarDate;
    readonly dueOn: CalendarDate;
    readonly owedCents: number;
    /** What of the credit would be used. */
    readonly cents: number;
  } | null;
}

/** How far a list goes: what is shown, and how many there are in all. */
export interface MoneyRows<Row> {
  readonly total: number;
  /** Of all, not only of those shown. */
  readonly totalCents: number;
  readonly rows: readonly Row[];
}
