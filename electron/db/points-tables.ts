import type { Generated } from 'kysely';
import type { FeedOrigin, FeedRowState } from '../../shared/domain/feed.ts';
import type { CounterKind } from '../../shared/domain/points.ts';

// What was granted, corrected and attested, and AMT's feed of online activities, as SQLite holds them: dates as YYYY-MM-DD text.

type DateText = string;
type JsonText = string;

/** Points for one certification where its cycle's cap cut them. */
export interface ActivityGrantTable {
  member_id: number;
  certification_id: number;
  activity_id: number;
  points: number;
}

/** The counter-entry to an activity. */
export interface ActivityCounterTable {
  activity_id: number;
  kind: CounterKind;
  made_on: DateText;
  reason: string;
  replaced_by: number | null;
  actor: string;
}

export interface AttestationTable {
  id: Generated<number>;
  certification_id: number;
  cycle_start: DateText;
  attested_on: DateText;
  import_id: number | null;
  /** When the office recorded the slip, and who; null where a file brought it. */
  recorded_on: Generated<DateText | null>;
  recorded_by: Generated<string | null>;
  /** The sheet whose slip it is; null where it was recorded by the member's number. */
  run_id: Generated<string | null>;
  sheet: Generated<number | null>;
  /** Set by its counter-entry alone. */
  undone_on: Generated<DateText | null>;
}

export interface AttestationUndoTable {
  attestation_id: number;
  undone_on: DateText;
  reason: string;
  actor: string;
}

export interface FeedFileTable {
  id: Generated<number>;
  name: string;
  sha256: string;
  origin: FeedOrigin;
  taken_on: DateText;
  taken_by: string;
}

export interface FeedRowTable {
  id: Generated<number>;
  file_id: number;
  /** As a spreadsheet counts. */
  row: number;
  /** The external id; what the row says where it has none that can be read. */
  key: string;
  content: JsonText;
  state: FeedRowState;
  /** Why it waits, or was dismissed. */
  why: Generated<string>;
  activity_id: number | null;
  settled_on: DateText | null;
  settled_by: string | null;
}

export interface PointsTables {
  activity_grant: ActivityGrantTable;
  activity_counter: ActivityCounterTable;
  attestation: AttestationTable;
  attestation_undo: AttestationUndoTable;
  feed_file: FeedFileTable;
  feed_row: FeedRowTable;
}
