import type { ActivityCategory, CertificationCode, PaymentMethod } from './codes.ts';
import type { ActivityFinding, CalendarDate } from './facts.ts';
import type { PaymentReversalKind } from './ledger.ts';
import type { PostalAddress } from './notice.ts';
import type { Reversal } from './payments.ts';
import type { Standing } from './standing.ts';

/** One certification year of the fee timeline. */
export interface FeeYear {
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly state: 'paid' | 'waived' | 'part-paid' | 'unpaid' | 'not-invoiced' | 'upcoming';
}

/** One cycle of the timeline, oldest first. */
export interface CycleSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** `rolled` = closed and moved on; `open` = the one being worked on; `waiting` = begun, but waits for the open one. */
  readonly state: 'rolled' | 'open' | 'waiting';
  readonly required: number;
  readonly counted: number;
  readonly attested: boolean;
}

export interface CertificationOnPage {
  readonly code: CertificationCode;
  readonly name: string;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate | null;
  readonly certificateNo: string | null;
  readonly standing: Standing;
  /** Plain sentence that answers the phone call, e.g. "Past due since 31 May 2026: annual fee 2026–27, $50.00. Paying makes it active. Lapses on 31 May 2029." */
  readonly headline: string;
  readonly feeYears: readonly FeeYear[];
  /** The last day of the newest year that is invoiced and not void; of the year of certification where none is. */
  readonly billedThrough: CalendarDate;
  /** The last day before the oldest unpaid year. */
  readonly paidThrough: CalendarDate;
  readonly cycles: readonly CycleSpan[];
}

export interface PaymentOnPage {
  readonly payment: number;
  readonly code: CertificationCode;
  readonly receivedOn: CalendarDate;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  /** What it settles; nothing once it is reversed. */
  readonly allocations: readonly { readonly yearStart: CalendarDate; readonly amountCents: number }[];
  /** What no fee has used and nobody got back. */
  readonly creditCents: number;
  /** What went back. */
  readonly refundedCents: number;
  /** The counter-entry that undid it; null while it stands. */
  readonly reversal: Reversal<PaymentReversalKind> | null;
}

export interface ActivityOnPage {
  readonly id: string;
  readonly category: ActivityCategory;
  readonly title: string;
  readonly provider: string;
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  readonly employedTo: CalendarDate | null;
  readonly points: number;
  readonly source: string;
  readonly finding: ActivityFinding | null;
  /** Per certification that does not count it in its open cycle: why, with the sentence. */
  readonly excluded: readonly {
    readonly code: CertificationCode;
    readonly citation: string;
    readonly why: string;
  }[];
}

export interface NoticeOnPage {
  readonly run: string;
  readonly month: string;
  readonly channel: 'print' | 'email' | 'held';
  readonly sheet: number | null;
  readonly heldReason: string | null;
  readonly preparedOn: CalendarDate;
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
}

export interface JournalOnPage {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Plain sentence. */
  readonly text: string;
  readonly detail: string;
}

export interface AddressOnPage extends PostalAddress {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly badReason: string | null;
}

/** Everything the member page shows. */
export interface MemberPage {
  readonly memberNo: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly suffix: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly mailOk: boolean;
  readonly emailOk: boolean;
  readonly deceasedOn: CalendarDate | null;
  /** The current address first; then the earlier ones. */
  readonly addresses: readonly AddressOnPage[];
  readonly certifications: readonly CertificationOnPage[];
  readonly payments: readonly PaymentOnPage[];
  readonly activities: readonly ActivityOnPage[];
  readonly notices: readonly NoticeOnPage[];
  readonly journal: readonly JournalOnPage[];
}
