import type { Generated } from 'kysely';
import type { AuditDraw, AuditExclusion } from '../../shared/domain/audit-draw.ts';
import type { CaseState } from '../../shared/domain/audit-steps.ts';
import type { ActivityCategory, ActivitySource, CertificationCode } from '../../shared/domain/codes.ts';
import type { ActivityFinding, AuditOutcome } from '../../shared/domain/facts.ts';
import type { ImportKind } from '../../shared/domain/import.ts';
import type { Evidence } from '../../shared/domain/points.ts';
import type { PolicyDecisionKind } from '../../shared/domain/policy-decisions.ts';
import type { LapseCause, StandingStatus } from '../../shared/domain/standing.ts';
import type { AuditTables } from './audit-tables.ts';
import type { BadgeTables } from './badge-tables.ts';
import type { CycleTables } from './cycle-tables.ts';
import type { EligibilityTables } from './eligibility-tables.ts';
import type { IntakeTables } from './intake-tables.ts';
import type { MoneyTables } from './money-tables.ts';
import type { PointsTables } from './points-tables.ts';
import type { RecertificationTables } from './recertification-tables.ts';
import type { RetentionTables } from './retention-tables.ts';
import type { RunTables } from './run-tables.ts';

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
    MoneyTables,
    PointsTables,
    RecertificationTables,
    RetentionTables,
    RunTables {
  setting: SettingTable;
  import: ImportTable;
  member: MemberTable;
  postal_address: PostalAddressTable;
  certification: CertificationTable;
  activity: ActivityTable;
  audit_campaign: AuditCampaignTable;
  audit_draw: AuditDrawTable;
  audit_candidate: AuditCandidateTable;
  audit: AuditTable;
  lapse: LapseTable;
  standing: StandingTable;
  policy_decision: PolicyDecisionTable;
  journal: JournalTable;
}
