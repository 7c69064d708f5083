import type { Generated } from 'kysely';
import type { DocumentType } from '../../shared/domain/intake.ts';
import type { RetentionPolicy } from '../../shared/domain/retention.ts';

// Rows of what is kept for how long, and of what was destroyed, as `tables.ts` describes rows.

type DateText = string;
type JsonText = string;

export interface RetentionHoldTable {
  id: Generated<number>;
  document_id: number | null;
  member_id: number | null;
  reason: string;
  placed_on: DateText;
  placed_by: string;
  placed_at: string;
  lifted_on: Generated<DateText | null>;
  lifted_by: Generated<string | null>;
  lifted_why: Generated<string | null>;
}

export interface DestructionTable {
  id: Generated<number>;
  destroyed_on: DateText;
  actor: string;
  approved_by: string;
  note: string;
  at: string;
}

export interface DestroyedDocumentTable {
  id: Generated<number>;
  destruction_id: number;
  document_id: number;
  sha256: string;
  bytes: number;
  type: DocumentType;
  pages: number | null;
  arrivals: JsonText;
  parts: JsonText;
  kept_from: DateText;
  policy: RetentionPolicy;
  years: number;
  due_on: DateText;
  gone_at: Generated<string | null>;
  bytes_kept_for: Generated<string | null>;
  came_again_at: Generated<string | null>;
}

export interface RetentionTables {
  retention_hold: RetentionHoldTable;
  destruction: DestructionTable;
  destroyed_document: DestroyedDocumentTable;
}
