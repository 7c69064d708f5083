import type { Generated } from 'kysely';
import type { DocumentType, IntakeChannel, PartState } from '../../shared/domain/intake.ts';
import type { ArrangementStep } from '../../shared/domain/page-order.ts';
import type { PapersFate } from '../../shared/domain/return-letters.ts';

// Rows of documents that came in, as `tables.ts` describes rows.

type Flag = 0 | 1;
type DateText = string;
type JsonText = string;

export interface IntakeDocumentTable {
  id: Generated<number>;
  sha256: string;
  bytes: number;
  type: DocumentType;
  read_at: Generated<string | null>;
  pages: Generated<number | null>;
  unreadable: Generated<string | null>;
}

export interface IntakeArrivalTable {
  id: Generated<number>;
  document_id: number;
  name: string;
  channel: IntakeChannel;
  received_on: DateText;
  received_at: string;
  received_by: string;
  /** Where it lay in the scan folder. */
  path: Generated<string | null>;
  modified_ms: Generated<number | null>;
}

export interface IntakePageTable {
  document_id: number;
  page: number;
  /** Texts of the codes that look like ours. */
  codes: JsonText;
  damaged: Flag;
  blank: Flag;
}

export interface IntakePartTable {
  id: Generated<number>;
  document_id: number;
  first_page: number;
  last_page: number;
  place: Generated<number | null>;
  /** `[page, quarter turns]` each; null = as scanned. */
  leaves: Generated<JsonText | null>;
  state: PartState;
  why: string;
  member_id: number | null;
  audit_id: number | null;
  activity_id: number | null;
  application_id: number | null;
  allowed_by: string | null;
  settled_on: DateText | null;
  settled_by: string | null;
}

export interface IntakeStepTable {
  id: Generated<number>;
  part_id: number;
  from_state: PartState | null;
  to_state: PartState;
  member_id: number | null;
  audit_id: number | null;
  activity_id: number | null;
  application_id: number | null;
  why: string;
  allowed_by: string | null;
  taken_on: DateText;
  actor: string;
  at: string;
}

export interface IntakeArrangementTable {
  id: Generated<number>;
  document_id: number;
  step: ArrangementStep;
  page: number;
  of_id: number | null;
  before: JsonText;
  after: JsonText;
  taken_on: DateText;
  actor: string;
  at: string;
}

export interface IntakeReturnLetterTable {
  id: Generated<number>;
  part_id: number;
  member_id: number;
  queued_on: DateText;
  withdrawn_on: Generated<DateText | null>;
  papers: Generated<PapersFate>;
  run_id: Generated<string | null>;
  position: Generated<number | null>;
}

export interface IntakeTables {
  intake_document: IntakeDocumentTable;
  intake_arrival: IntakeArrivalTable;
  intake_page: IntakePageTable;
  intake_part: IntakePartTable;
  intake_step: IntakeStepTable;
  intake_arrangement: IntakeArrangementTable;
  intake_return_letter: IntakeReturnLetterTable;
}
