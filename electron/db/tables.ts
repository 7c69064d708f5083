import type { Generated } from 'kysely';
import type { AuditDraw, AuditExclusion } from '../../shared/domain/audit-draw.ts';
import type { CaseState } from '../../shared/domain/audit-steps.ts';
import type {
  ActivityCategory,
  ActivitySource,
  CertificationCode,
  PaymentMethod,
} from '../../shared/domain/codes.ts';
import type { EmailState } from '../../shared/domain/email.ts';
import type { ActivityFinding, AuditOutcome, RecertificationRoute } from '../../shared/domain/facts.ts';
import type { ImportKind } from '../../shared/domain/import.ts';
import type {
  DepositSource,
  FeeChangeKind,
  LedgerAccount,
  PaperKind,
  PaymentReversalKind,
  ReceiptOutcome,
  RemittanceReversalKind,
} from '../../shared/domain/ledger.ts';
import type { RunKind } from '../../shared/domain/notice-schedule.ts';
import type { Evidence } from '../../shared/domain/points.ts';
import type { PolicyDecisionKind } from '../../shared/domain/policy-decisions.ts';
import type { AsideKind, LineOutcome, LineState } from '../../shared/domain/receipts.ts';
import type { RecertificationPaperKind } from '../../shared/domain/recertification.ts';
import type { RecertificationStatus } from '../../shared/domain/recertification-steps.ts';
import type { HeldReason } from '../../shared/domain/renewals.ts';
import type { LapseCause, StandingStatus } from '../../shared/domain/standing.ts';
import type { AuditTables } from './audit-tables.ts';
import type { BadgeTables } from './badge-tables.ts';
import type { CycleTables } from './cycle-tables.ts';
import type { EligibilityTables } from './eligibility-tables.ts';
import type { IntakeTables } from './intake-tables.ts';
import type { PointsTables } from './points-tables.ts';
import type { RetentionTables } from './retention-tables.ts';

// Rows as SQLite holds them: dates as YYYY-MM-DD text, money as whole cents, yes/no as 1/0, documents as JSON text.
// Repositories turn them into domain values.

type Flag = 0 | 1;
type DateText = string;
type JsonText = string;

export interface SettingTable {
  key: string;
  value: JsonText;
}

export interface ImportTable {
  id: Generated<number>;
  kind: ImportKind;
  file_name: string;
  sha256: string;
  state: 'applying' | 'done';
  row_count: number;
  added: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  rejected: Generated<number>;
  actor: string;
  started_at: string;
  finished_at: string | null;
}

export interface MemberTable {
  id: Generated<number>;
  member_no: string;
  first_name: string;
  middle_name: string;
  last_name: string;
  suffix: string;
  /** Folded `last first middle suffix`, for sorting. */
  sort_name: string;
  email: string;
  phone: string;
  mail_ok: Flag;
  email_ok: Flag;
  deceased_on: DateText | null;
  import_id: number | null;
  /** Why e-mail to the present address does not arrive. */
  email_bad_reason: Generated<string | null>;
}

export interface PostalAddressTable {
  id: Generated<number>;
  member_id: number;
  address1: string;
  address2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  valid_from: DateText;
  /** null = the current address; at most one a member. */
  valid_to: DateText | null;
  bad_reason: string | null;
  source: Generated<'office' | 'import' | 'move-update'>;
}

export interface CertificationTable {
  id: Generated<number>;
  member_id: number;
  code: CertificationCode;
  certified_on: DateText;
  recertified_on: DateText | null;
  certificate_no: string | null;
  import_id: number | null;
}

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

export interface ActivityTable {
  id: Generated<number>;
  member_id: number;
  category: ActivityCategory;
  title: string;
  provider: string;
  completed_on: DateText | null;
  employed_from: DateText | null;
  employed_to: DateText | null;
  hours: number | null;
  /** Granted. */
  points: number;
  /** Bits: 1 job, 2 knowledge, 4 degree. */
  criteria: number;
  source: ActivitySource;
  finding: ActivityFinding | null;
  external_id: string | null;
  import_id: number | null;
  import_key: string | null;
  /** What was claimed; null where a file brought it. */
  claimed_points: Generated<number | null>;
  evidence: Generated<Evidence>;
  entered_on: Generated<DateText | null>;
  entered_by: Generated<string | null>;
  /** Set by its counter-entry alone. */
  withdrawn_on: Generated<DateText | null>;
}

export interface AuditCampaignTable {
  id: Generated<number>;
  year: number;
}

export interface AuditDrawTable {
  id: Generated<number>;
  campaign_id: number;
  number: number;
  algorithm: AuditDraw['algorithm'];
  seed: string;
  rate: number | null;
  size: number | null;
  population: number;
  population_sha256: string;
  reason: Generated<string>;
  drawn_on: DateText;
  drawn_by: string;
}

export interface AuditCandidateTable {
  draw_id: number;
  certification_id: number;
  public_id: string;
  cycle_start: DateText;
  cycle_end: DateText;
  how: 'recorded' | 'attested';
  excluded: AuditExclusion | null;
  selected: Flag;
}

export interface AuditTable {
  id: Generated<number>;
  campaign_id: number | null;
  certification_id: number;
  cycle_start: DateText;
  selected_on: DateText;
  closed_on: DateText | null;
  outcome: AuditOutcome | null;
  draw_id: Generated<number | null>;
  for_cause: Generated<string | null>;
  state: Generated<CaseState>;
  /** Set when the row is made. */
  since_on: Generated<DateText | null>;
  due_on: Generated<DateText | null>;
  owner: Generated<string>;
  proposal_id: Generated<number | null>;
  /** The decision whose letter is awaited. */
  pending_id: Generated<number | null>;
}

export interface RecertificationApplicationTable {
  id: Generated<number>;
  certification_id: number;
  route: RecertificationRoute;
  received_on: DateText;
  closed_on: DateText | null;
  status: Generated<RecertificationStatus>;
  attested_on: Generated<DateText | null>;
  eligible_by: Generated<string | null>;
  eligible_checked_on: Generated<DateText | null>;
  felony_answered: Generated<Flag>;
}

export interface RecertificationPointsTable {
  id: Generated<number>;
  application_id: number;
  category: ActivityCategory;
  title: string;
  completed_on: DateText | null;
  employed_from: DateText | null;
  employed_to: DateText | null;
  points: number;
  /** Bits: 1 job, 2 knowledge, 4 degree. */
  criteria: number;
  proof_on: DateText | null;
  refused_why: string | null;
  withdrawn_on: DateText | null;
}

/** Read by those who may alone, and journalled each time. */
export interface RecertificationFelonyTable {
  application_id: number;
  answer: 'no' | 'yes';
  happened_on: string;
  nature: string;
  court: string;
  outcome: string;
  recorded_by: string;
  recorded_at: string;
}

export interface RecertificationAttemptTable {
  id: Generated<number>;
  application_id: number;
  number: number;
  exam_on: DateText;
  place: string;
  outcome: 'passed' | 'failed' | 'cancelled' | null;
  outcome_on: DateText | null;
}

export interface RecertificationStepTable {
  id: Generated<number>;
  application_id: number;
  from_status: RecertificationStatus | null;
  to_status: RecertificationStatus;
  taken_on: DateText;
  reason: string;
  actor: string;
  at: string;
}

export interface RecertificationPaperTable {
  id: Generated<number>;
  application_id: number;
  kind: RecertificationPaperKind;
  sha256: string;
  issued_on: DateText;
  actor: string;
  letter_version: Generated<number | null>;
}

export interface RecertificationFeeTable {
  id: Generated<number>;
  application_id: number;
  certification_id: number;
  invoiced_on: DateText;
  amount_cents: number;
  /** Kept by triggers on recertification_allocation. */
  paid_cents: Generated<number>;
  voided_on: DateText | null;
}

export interface RecertificationAllocationTable {
  id: Generated<number>;
  payment_id: number;
  recertification_fee_id: number;
  amount_cents: number;
  allocated_on: DateText;
  released_on: DateText | null;
}

export interface LapseTable {
  id: Generated<number>;
  certification_id: number;
  cause: LapseCause;
  since: DateText;
  marked_on: DateText;
  lifted_on: DateText | null;
}

/** Where each certification stood when it was last evaluated: what lists sort and filter by. */
export interface StandingTable {
  certification_id: number;
  as_of: DateText;
  status: StandingStatus;
  bound_by_ccp: Flag;
  cycle_start: DateText;
  cycle_end: DateText;
  points_required: number;
  points_counted: number;
  points_outstanding: number;
  attested: Flag;
  next_due_on: DateText;
  owed_cents: number;
  oldest_unpaid_due_on: DateText | null;
  lapse_cause: LapseCause | null;
  lapse_since: DateText | null;
  exam_only: Flag;
  points_attention: Flag;
  audit_open: Flag;
  roll_blocked: Flag;
}

export interface RunTable {
  /** e.g. `2026-12-A`. */
  id: string;
  kind: RunKind;
  /** Which step of the notice schedule. */
  step: string;
  /** `YYYY-MM`. */
  month: string;
  prepared_on: DateText;
  selected: number;
  to_print: number;
  to_email: number;
  held: number;
  /** Office profile, letter version and envelope as they were when the run was prepared. */
  frozen: JsonText;
  pdf_sha256: string | null;
  printed_on: DateText | null;
  mailed_on: DateText | null;
  /** Sheets handed over, as counted. */
  mailed_count: Generated<number | null>;
  /** Printed pieces that go by e-mail, too. */
  also_emailed: Generated<number>;
}

export interface RunPieceTable {
  run_id: string;
  position: number;
  member_id: number;
  channel: 'print' | 'email' | 'held';
  sheet: number | null;
  held_reason: HeldReason | null;
  /** The reason in a sentence, where it has more to say. */
  held_detail: string | null;
  /** Whole cents; 0 where held. */
  asked_cents: number;
  /** What the sheet says, frozen. */
  content: JsonText | null;
  /** Whether it goes by e-mail, too. */
  email_copy: Generated<Flag>;
  /** The letter of the audit desk that the piece is. */
  audit_letter_id: Generated<number | null>;
}

export interface RunPrintTable {
  id: Generated<number>;
  run_id: string;
  first_sheet: number;
  last_sheet: number;
  sha256: string;
  printed_at: string;
  actor: string;
  /** `12,15-17` where it is not all of first_sheet to last_sheet. */
  sheets: string | null;
  /** Each sheet followed by a blank back. */
  duplex: Generated<Flag>;
  /** Whether its PDF lies in documents/. */
  kept: Generated<Flag>;
}

/** Which certification was given which step of the schedule. */
export interface NoticeGivenTable {
  id: Generated<number>;
  run_id: string;
  position: number;
  certification_id: number;
  step: string;
  for_date: DateText;
  failed: Generated<'bounced' | 'refused' | 'returned' | 'spoiled' | null>;
  failed_on: Generated<DateText | null>;
}

export interface SpoiledSheetTable {
  id: Generated<number>;
  run_id: string;
  sheet: number;
  reason: string;
  spoiled_at: string;
  actor: string;
  /** The print that replaces it; null while it waits for one. */
  reprint_id: number | null;
}

export interface EmailMessageTable {
  id: Generated<number>;
  run_id: string;
  position: number;
  member_id: number;
  address: string;
  message_id: string;
  state: EmailState;
  attempts: Generated<number>;
  outcome: Generated<string>;
  recorded_at: string;
  settled_at: string | null;
  eml_sha256: string | null;
}

export interface ReturnedMailTable {
  id: Generated<number>;
  run_id: string;
  sheet: number;
  member_id: number;
  postal_address_id: number | null;
  reason: string;
  returned_on: DateText;
  actor: string;
}

export interface LetterVersionTable {
  letter: string;
  version: number;
  text: string;
  saved_on: DateText;
  saved_by: string;
}

/** A receipt, statement or slip that was given out; its PDF lies in documents/ under its hash. */
export interface PaperTable {
  id: Generated<number>;
  kind: PaperKind;
  member_id: number | null;
  subject_id: string;
  sha256: string;
  issued_on: DateText;
  actor: string;
}

/** A paper that went by e-mail. */
export interface PaperEmailTable {
  id: Generated<number>;
  paper_id: number;
  member_id: number;
  address: string;
  message_id: string;
  state: EmailState;
  outcome: Generated<string>;
  recorded_at: string;
  settled_at: string | null;
  eml_sha256: string | null;
}

export interface PolicyDecisionTable {
  id: Generated<number>;
  kind: PolicyDecisionKind;
  name: string;
  from_date: DateText;
  value: number | null;
  date_value: DateText | null;
  reason: string;
  reference: string;
  actor: string;
  approved_by: string;
  set_at: string;
}

export interface JournalTable {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  subject_id: string;
  detail: JsonText;
  prev_hash: string;
  hash: string;
}

export interface Tables
  extends AuditTables,
    BadgeTables,
    CycleTables,
    EligibilityTables,
    IntakeTables,
    PointsTables,
    RetentionTables {
  setting: SettingTable;
  import: ImportTable;
  member: MemberTable;
  postal_address: PostalAddressTable;
  certification: CertificationTable;
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
  activity: ActivityTable;
  audit_campaign: AuditCampaignTable;
  audit_draw: AuditDrawTable;
  audit_candidate: AuditCandidateTable;
  audit: AuditTable;
  recertification_application: RecertificationApplicationTable;
  recertification_points: RecertificationPointsTable;
  recertification_felony: RecertificationFelonyTable;
  recertification_attempt: RecertificationAttemptTable;
  recertification_step: RecertificationStepTable;
  recertification_paper: RecertificationPaperTable;
  recertification_fee: RecertificationFeeTable;
  recertification_allocation: RecertificationAllocationTable;
  lapse: LapseTable;
  standing: StandingTable;
  run: RunTable;
  run_piece: RunPieceTable;
  run_print: RunPrintTable;
  notice_given: NoticeGivenTable;
  spoiled_sheet: SpoiledSheetTable;
  email_message: EmailMessageTable;
  returned_mail: ReturnedMailTable;
  letter_version: LetterVersionTable;
  paper: PaperTable;
  policy_decision: PolicyDecisionTable;
  paper_email: PaperEmailTable;
  journal: JournalTable;
}
