import type { Generated } from 'kysely';
import type { MetBy } from '../../shared/domain/cycles.ts';
import type { LapseCause } from '../../shared/domain/standing.ts';
import type { FindingList, MarkKind, WorklistName } from '../../shared/domain/worklists.ts';

// Rows of rolled cycles, reversed lapses and worklists, as `tables.ts` describes them.

type Flag = 0 | 1;
type DateText = string;
type JsonText = string;

export interface PolicySnapshotTable {
  id: Generated<number>;
  used: JsonText;
}

export interface RolledCycleTable {
  id: Generated<number>;
  certification_id: number;
  cycle_start: DateText;
  cycle_end: DateText;
  points_required: number;
  points_counted: number;
  attested: Flag;
  rolled_on: DateText;
  /** null with what belongs to it: taken over without its decision. */
  met_by: MetBy | null;
  snapshot_id: number | null;
  /** `[[activity, points], …]` */
  activities: JsonText | null;
  reopened_on: Generated<DateText | null>;
  reopened_citation: Generated<string | null>;
  reopened_reason: Generated<string | null>;
  reopened_allowed_by: Generated<string | null>;
  reopened_actor: Generated<string | null>;
}

export interface LapseReversalTable {
  id: Generated<number>;
  certification_id: number;
  cause: LapseCause;
  since: DateText;
  reversed_on: DateText;
  correction: JsonText;
  citation: string;
  reason: string;
  allowed_by: string;
  actor: string;
}

export interface WorklistFindingTable {
  list: FindingList;
  item: string;
  member_id: number;
  certification_id: number | null;
  on_date: DateText;
  found: JsonText;
}

export interface WorklistMarkTable {
  id: Generated<number>;
  list: WorklistName;
  item: string;
  member_id: number;
  kind: MarkKind;
  until: DateText | null;
  text: string;
  marked_on: DateText;
  actor: string;
}

export interface WorklistAwayTable {
  list: WorklistName;
  item: string;
  /** null = done. */
  until: DateText | null;
}

export interface CycleTables {
  policy_snapshot: PolicySnapshotTable;
  rolled_cycle: RolledCycleTable;
  lapse_reversal: LapseReversalTable;
  worklist_finding: WorklistFindingTable;
  worklist_mark: WorklistMarkTable;
  worklist_away: WorklistAwayTable;
}
