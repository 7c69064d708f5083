import type { Generated } from 'kysely';

// What the eligibility assistant found for applications by exam, as SQLite holds it: dates as YYYY-MM-DD text.

type DateText = string;
type JsonText = string;

export interface RecertificationEligibilityTable {
  id: Generated<number>;
  application_id: number;
  /** A FoundEligibility. */
  found: JsonText;
  found_on: DateText;
  actor: string;
}

export interface RecertificationDocumentTable {
  id: Generated<number>;
  eligibility_id: number;
  place: number;
  /** null = noted by mistake. */
  came_on: DateText | null;
  actor: string;
}

export interface EligibilityTables {
  recertification_eligibility: RecertificationEligibilityTable;
  recertification_document: RecertificationDocumentTable;
}
