import type { Generated } from 'kysely';
import type { ActivityCategory } from '../../shared/domain/codes.ts';
import type { RecertificationRoute } from '../../shared/domain/facts.ts';
import type { RecertificationPaperKind } from '../../shared/domain/recertification.ts';
import type { RecertificationStatus } from '../../shared/domain/recertification-steps.ts';

// Applications for recertification and what belongs to them, as SQLite holds them: dates as YYYY-MM-DD text, money as whole cents, yes/no as 1/0, documents as JSON text.

type Flag = 0 | 1;
type DateText = string;

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

export interface RecertificationTables {
  recertification_application: RecertificationApplicationTable;
  recertification_points: RecertificationPointsTable;
  recertification_felony: RecertificationFelonyTable;
  recertification_attempt: RecertificationAttemptTable;
  recertification_step: RecertificationStepTable;
  recertification_paper: RecertificationPaperTable;
  recertification_fee: RecertificationFeeTable;
  recertification_allocation: RecertificationAllocationTable;
}
