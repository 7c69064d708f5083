import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { FeeChangeKind } from './ledger.ts';
import type { StandingStatus } from './standing.ts';

// The annual fees of a member as the ledger has them. All money is whole cents.

/** What was done to a fee by hand. */
export interface FeeChangeLine {
  readonly kind: FeeChangeKind;
  readonly on: CalendarDate;
  /** What the member owes more by it; less where negative. */
  readonly cents: number;
  readonly reason: string;
  readonly approvedBy: string | null;
  readonly actor: string;
}

/** A payment's part of a fee. */
export interface FeePaymentLine {
  readonly payment: number;
  readonly receivedOn: CalendarDate;
  readonly amountCents: number;
  readonly allocatedOn: CalendarDate;
  /** null while it stands. */
  readonly releasedOn: CalendarDate | null;
}

export type FeeState = 'paid' | 'waived' | 'written-off' | 'part-paid' | 'unpaid' | 'void';

/** One fee and everything that happened to it. */
export interface FeeDetail {
  readonly fee: number;
  readonly yearStart: CalendarDate;
  readonly yearEnd: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly invoicedOn: CalendarDate;
  /** As invoiced, before it was adjusted. */
  readonly invoicedCents: number;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly owedCents: number;
  readonly state: FeeState;
  readonly voidedOn: CalendarDate | null;
  /** Oldest first. */
  readonly changes: readonly FeeChangeLine[];
  readonly payments: readonly FeePaymentLine[];
}

export interface CertificationFees {
  readonly code: CertificationCode;
  readonly name: string;
  readonly status: StandingStatus;
  /** The last day of the newest year that is invoiced and not void; of the year of certification where none is. */
  readonly billedThrough: CalendarDate;
  /** The last day before the oldest unpaid year. */
  readonly paidThrough: CalendarDate;
  /** Unpaid of every year whose anniversary's month has begun, those never invoiced included. */
  readonly owedCents: number;
  readonly creditCents: number;
  /** Oldest first. */
  readonly fees: readonly FeeDetail[];
}

export interface MemberFees {
  readonly memberNo: string;
  readonly name: string;
  readonly certifications: readonly CertificationFees[];
}

/** A year whose invoice was withdrawn; no sweep invoices it again. */
export interface VoidedYear {
  readonly fee: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly yearStart: CalendarDate;
  readonly amountCents: number;
  readonly voidedOn: CalendarDate;
  readonly reason: string;
}
