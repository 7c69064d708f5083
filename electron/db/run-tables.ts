import type { Generated } from 'kysely';
import type { EmailState } from '../../shared/domain/email.ts';
import type { PaperKind } from '../../shared/domain/ledger.ts';
import type { RunKind } from '../../shared/domain/notice-schedule.ts';
import type { HeldReason } from '../../shared/domain/renewals.ts';

// Runs of notices, their pieces, e-mails, returned mail, letters and papers, as SQLite holds them: dates as YYYY-MM-DD text, money as whole cents, yes/no as 1/0, documents as JSON text.

type Flag = 0 | 1;
type DateText = string;
type JsonText = string;

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

export interface RunTables {
  run: RunTable;
  run_piece: RunPieceTable;
  run_print: RunPrintTable;
  notice_given: NoticeGivenTable;
  spoiled_sheet: SpoiledSheetTable;
  email_message: EmailMessageTable;
  returned_mail: ReturnedMailTable;
  letter_version: LetterVersionTable;
  paper: PaperTable;
  paper_email: PaperEmailTable;
}
