import type { Generated } from 'kysely';
import type { EvidenceItem, FindingReason, Verdict } from '../../shared/domain/audit-findings.ts';
import type { AuditLetterKind, FinalHow } from '../../shared/domain/audit-letters.ts';
import type { CaseState } from '../../shared/domain/audit-steps.ts';
import type { AuditOutcome } from '../../shared/domain/facts.ts';

// Rows of the audit desk, as `tables.ts` describes them.

type Flag = 0 | 1;
type DateText = string;
type JsonText = string;

export interface AuditStepTable {
  id: Generated<number>;
  audit_id: number;
  from_state: CaseState;
  to_state: CaseState;
  taken_on: DateText;
  due_on: DateText | null;
  /** `{ name, days, confirmed }` */
  value: JsonText | null;
  note: Generated<string>;
  actor: string;
  /** The run that took it. */
  run_id: Generated<string | null>;
  /** The step that it takes back. */
  undoes: Generated<number | null>;
}

export interface AuditFindingTable {
  id: Generated<number>;
  audit_id: number;
  activity_id: number;
  verdict: Verdict;
  points: number;
  reason: FindingReason | null;
  note: Generated<string>;
  made_on: DateText;
  actor: string;
}

export interface AuditEvidenceTable {
  id: Generated<number>;
  audit_id: number;
  activity_id: number;
  item: EvidenceItem;
  shown: Flag;
  made_on: DateText;
  actor: string;
}

export interface AuditSubstitutionTable {
  id: Generated<number>;
  audit_id: number;
  activity_id: number;
  replaces: number;
  made_on: DateText;
  actor: string;
}

export interface AuditOpinionTable {
  id: Generated<number>;
  audit_id: number;
  /** The first reviewer's opinion that this one answers. */
  of_opinion: number | null;
  agrees: Flag | null;
  citation: Generated<string>;
  note: Generated<string>;
  made_on: DateText;
  /** Whose it is; the actor typed it in. */
  reviewer: string;
  actor: string;
}

export interface AuditDecisionTable {
  id: Generated<number>;
  audit_id: number;
  outcome: AuditOutcome;
  decided_on: DateText;
  decided_by: string;
  second_by: string | null;
  counted: number;
  required: number;
  citation: string;
  reason: Generated<string>;
  /** `Reason[]` */
  reasons: JsonText;
  reversal: Flag;
}

export interface AuditLetterTable {
  id: Generated<number>;
  audit_id: number;
  kind: AuditLetterKind;
  /** What asks for it: a step, or else a decision. */
  step_id: number | null;
  decision_id: number | null;
  asked_on: DateText;
}

export interface AuditLetterDroppedTable {
  letter_id: number;
  dropped_on: DateText;
  reason: string;
  actor: string;
}

export interface AuditFinalTable {
  id: Generated<number>;
  decision_id: number;
  /** null = it became final; else that entry is taken back. */
  takes_back: number | null;
  how: FinalHow;
  final_on: DateText;
  run_id: string | null;
  position: number | null;
  way: Generated<string>;
  reason: Generated<string>;
  approved_by: string | null;
  /** What the rules had read before: `{ outcome, closedOn, findings }`. */
  before: JsonText;
  actor: string;
}

export interface PulledSheetTable {
  run_id: string;
  sheet: number;
  reason: string;
  pulled_on: DateText;
  actor: string;
}

export interface AuditTables {
  audit_step: AuditStepTable;
  audit_finding: AuditFindingTable;
  audit_evidence: AuditEvidenceTable;
  audit_substitution: AuditSubstitutionTable;
  audit_opinion: AuditOpinionTable;
  audit_decision: AuditDecisionTable;
  audit_letter: AuditLetterTable;
  audit_letter_dropped: AuditLetterDroppedTable;
  audit_final: AuditFinalTable;
  pulled_sheet: PulledSheetTable;
}
