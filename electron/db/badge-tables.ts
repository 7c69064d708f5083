import type { Generated } from 'kysely';
import type { BadgeReason, CredlyState } from '../../shared/domain/badges.ts';
import type { ActivityCategory } from '../../shared/domain/codes.ts';

// Badges at Credly and the continuing education on offer, as SQLite holds them: dates as YYYY-MM-DD text, money as whole cents.

type DateText = string;
type JsonText = string;

export interface BadgeRequestTable {
  id: Generated<number>;
  certification_id: number;
  reason: BadgeReason;
  requested_on: DateText;
  actor: string;
  withdrawn_on: Generated<DateText | null>;
  withdrawn_reason: Generated<string | null>;
}

export interface BadgeExportTable {
  id: Generated<number>;
  kind: 'issue' | 'correct';
  exported_on: DateText;
  actor: string;
}

/** A file of an export; its bytes lie in documents/ under their hash. */
export interface BadgeExportFileTable {
  export_id: number;
  position: number;
  name: string;
  rows: number;
  sha256: string;
}

/** Which request is in which export. */
export interface BadgeExportedTable {
  export_id: number;
  request_id: number;
  /** 0 = its first export. */
  again: 0 | 1;
}

export interface CredlyImportTable {
  id: Generated<number>;
  file_name: string;
  sha256: string;
  imported_on: DateText;
  rows: number;
  actor: string;
}

export interface CredlyBadgeTable {
  id: Generated<number>;
  /** Credly's own. */
  badge_id: string;
  /** null = of nobody whom the office knows. */
  certification_id: number | null;
  template_id: string;
  /** The member number that our exports carry; empty where Credly has none. */
  earner_id: string;
  email: string;
  first_name: string;
  last_name: string;
  state: CredlyState;
  issued_on: DateText | null;
  /** When it came to be in this state, where Credly says so. */
  state_on: DateText | null;
  /** The import that last changed it. */
  import_id: number;
}

export interface CredlyBadgeChangeTable {
  id: Generated<number>;
  credly_badge_id: number;
  import_id: number;
  before: JsonText;
  after: JsonText;
}

export interface CeOfferingTable {
  id: Generated<number>;
  external_id: string | null;
  title: string;
  provider: string;
  category: Exclude<ActivityCategory, 'employment-verification'>;
  points: number;
  from_date: DateText;
  to_date: DateText | null;
}

export interface CePriceTable {
  id: Generated<number>;
  offering_id: number;
  from_date: DateText;
  list_cents: number;
  member_cents: number;
  set_on: DateText;
  actor: string;
}

/** The tables of this file by their names. */
export interface BadgeTables {
  badge_request: BadgeRequestTable;
  badge_export: BadgeExportTable;
  badge_export_file: BadgeExportFileTable;
  badge_exported: BadgeExportedTable;
  credly_import: CredlyImportTable;
  credly_badge: CredlyBadgeTable;
  credly_badge_change: CredlyBadgeChangeTable;
  ce_offering: CeOfferingTable;
  ce_price: CePriceTable;
}
