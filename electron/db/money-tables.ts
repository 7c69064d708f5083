import type { Generated } from 'kysely';
import type { PaymentMethod } from '../../shared/domain/codes.ts';
import type {
  DepositSource,
  FeeChangeKind,
  LedgerAccount,
  PaymentReversalKind,
  ReceiptOutcome,
  RemittanceReversalKind,
} from '../../shared/domain/ledger.ts';
import type { AsideKind, LineOutcome, LineState } from '../../shared/domain/receipts.ts';

// Fees, payments, deposits and payment files, as SQLite holds them: dates as YYYY-MM-DD text, money as whole cents, yes/no as 1/0, documents as JSON text.

type Flag = 0 | 1;
type DateText = string;

export interface AnnualFeeTable {
  id: Generated<number>;
  certification_id: number;
  year_start: DateText;
  due_on: DateText;
  amount_cents: number;
  /** Kept by triggers on payment_allocation. */
  paid_cents: Generated<number>;
  waived: Flag;
  invoiced_on: DateText;
  import_id: number | null;
  /** Withdrawn: the year counts as not invoiced. */
  voided_on: Generated<DateText | null>;
}

/** What was done to a fee by hand. */
export interface FeeChangeTable {
  id: Generated<number>;
  annual_fee_id: number;
  kind: FeeChangeKind;
  changed_on: DateText;
  /** What the member owes more by it, or less where negative. */
  cents: number;
  reason: string;
  approved_by: string | null;
  actor: string;
}

export interface PaymentTable {
  id: Generated<number>;
  certification_id: number;
  received_on: DateText;
  amount_cents: number;
  method: PaymentMethod;
  reference: string;
  import_id: number | null;
  /** Identity of an imported row, so that the same file twice adds nothing. */
  import_key: string | null;
  /** The cheque or receipt it is part of; null where it was imported. */
  remittance_id: Generated<number | null>;
}

export interface PaymentAllocationTable {
  payment_id: number;
  annual_fee_id: number;
  amount_cents: number;
  /** When credit was put to the fee; null = with the payment. */
  allocated_on: Generated<DateText | null>;
}

export interface DepositTable {
  id: Generated<number>;
  source: DepositSource;
  opened_on: DateText;
  control_count: number;
  control_cents: number;
  file_name: string | null;
  file_sha256: string | null;
  opened_by: string;
  closed_on: DateText | null;
  closed_by: string | null;
  file_lines: number | null;
}

export interface RemittanceTable {
  id: Generated<number>;
  deposit_id: number;
  position: number;
  received_on: DateText;
  method: PaymentMethod;
  amount_cents: number;
  reference: string;
  payer: string;
  note: string;
  entered_by: string;
}

export interface AllocationReleaseTable {
  id: Generated<number>;
  payment_id: number;
  annual_fee_id: number;
  amount_cents: number;
  released_on: DateText;
}

export interface PaymentReversalTable {
  payment_id: number;
  kind: PaymentReversalKind;
  reversed_on: DateText;
  reason: string;
  actor: string;
}

export interface RemittanceReversalTable {
  remittance_id: number;
  kind: RemittanceReversalKind;
  reversed_on: DateText;
  reason: string;
  actor: string;
}

export interface RefundTable {
  id: Generated<number>;
  payment_id: number;
  amount_cents: number;
  refunded_on: DateText;
  method: PaymentMethod;
  reference: string;
  reason: string;
  approved_by: string;
  actor: string;
}

/** A view: what of each payment is credit. */
export interface PaymentCreditView {
  payment_id: number;
  certification_id: number;
  cents: number;
}

/** A view: what of each remittance no payment has. */
export interface RemittanceUnassignedView {
  remittance_id: number;
  deposit_id: number;
  cents: number;
}

/** A view: what each deposit holds, without what was mis-keyed. */
export interface DepositTotalView {
  deposit_id: number;
  remittances: number;
  cents: number;
}

export interface DepositAwaitedView {
  deposit_id: number;
  lines: number;
}

export interface ReceiptLineTable {
  id: Generated<number>;
  deposit_id: number;
  source: 'portal' | 'lockbox';
  row: number;
  transaction_reference: string;
  received_on: DateText;
  amount_cents: number;
  method: PaymentMethod;
  member_no: string;
  name: string;
  code: string;
  outcome: ReceiptOutcome;
  why: string;
  suggested_member_id: number | null;
  remittance_id: number;
  /** The transaction's own number, of which several lines may each pay a part. */
  transaction_no: string;
}

/** A line of such a file that brings no money in. */
export interface ReceiptAsideTable {
  id: Generated<number>;
  deposit_id: number;
  source: 'portal' | 'lockbox';
  row: number;
  kind: AsideKind;
  transaction_reference: string;
  received_on: DateText | null;
  /** As in the file; null where they cannot be read. */
  cents: number | null;
  method: PaymentMethod;
  member_no: string;
  name: string;
  code: string;
  why: string;
  remittance_id: number | null;
}

/** What the desk said of a line; the last word counts. */
export interface ReceiptNoteTable {
  id: Generated<number>;
  deposit_id: number;
  row: number;
  kind: 'left' | 'taken-up';
  noted_on: DateText;
  reason: string;
  actor: string;
}

/** A view: every line of every file, with how it stands. */
export interface ReceiptFileLineView {
  deposit_id: number;
  row: number;
  source: 'portal' | 'lockbox';
  transaction_reference: string;
  received_on: DateText | null;
  cents: number | null;
  method: PaymentMethod;
  member_no: string;
  name: string;
  code: string;
  outcome: LineOutcome;
  why: string;
  suggested_member_id: number | null;
  remittance_id: number | null;
  unassigned_cents: number;
  state: LineState;
}

/** A view: the double entry of all money. */
export interface LedgerView {
  entered_on: DateText;
  kind: string;
  certification_id: number | null;
  source_id: number;
  debit: LedgerAccount;
  credit: LedgerAccount;
  cents: number;
  method: PaymentMethod | null;
  reference: string;
}

export interface MoneyTables {
  annual_fee: AnnualFeeTable;
  fee_change: FeeChangeTable;
  payment: PaymentTable;
  payment_allocation: PaymentAllocationTable;
  deposit: DepositTable;
  remittance: RemittanceTable;
  allocation_release: AllocationReleaseTable;
  payment_reversal: PaymentReversalTable;
  remittance_reversal: RemittanceReversalTable;
  refund: RefundTable;
  payment_credit: PaymentCreditView;
  remittance_unassigned: RemittanceUnassignedView;
  deposit_total: DepositTotalView;
  deposit_awaited: DepositAwaitedView;
  receipt_line: ReceiptLineTable;
  receipt_aside: ReceiptAsideTable;
  receipt_note: ReceiptNoteTable;
  receipt_file_line: ReceiptFileLineView;
  ledger: LedgerView;
}
