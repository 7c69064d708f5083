import type {
  CaseDecision,
  CaseFinding,
  CaseOpinion,
  CaseStepTaken,
  DecisionFinal,
  DueValue,
} from '../../shared/domain/audit-case.ts';
import type { EvidenceItem } from '../../shared/domain/audit-findings.ts';
import type { Reason } from '../../shared/domain/standing.ts';
import type { Reading } from '../db/reading.ts';
import { type FinalEntry, finalsOf } from './audit-final.ts';

/** The steps of a case, oldest first. */
export async function caseSteps(db: Reading, audit: number): Promise<readonly CaseStepTaken[]> {
  const rows = await db.kysely
    .selectFrom('audit_step')
    .selectAll()
    .where('audit_id', '=', audit)
    .orderBy('id')
    .execute();
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.map((row) => ({
    step: row.id,
    from: row.from_state,
    to: row.to_state,
    on: row.taken_on,
    dueOn: row.due_on,
    // Written by `addStep` alone.
    value: row.value === null ? null : (JSON.parse(row.value) as DueValue),
    note: row.note,
    actor: row.actor,
    run: row.run_id,
    takenBack: undone.has(row.id),
  }));
}

/** Everything found about each activity, oldest first; by activity. */
export async function caseFindings(
  db: Reading,
  audit: number,
): Promise<ReadonlyMap<number, readonly CaseFinding[]>> {
  const rows = await db.kysely
    .selectFrom('audit_finding')
    .selectAll()
    .where('audit_id', '=', audit)
    .orderBy('id')
    .execute();
  const found = new Map<number, CaseFinding[]>();
  for (const row of rows) {
    const known = found.get(row.activity_id) ?? [];
    found.set(row.activity_id, known);
    const { verdict, points, reason, note } = row;
    known.push({ verdict, points, reason, note, on: row.made_on, by: row.actor });
  }
  return found;
}

/** What the proof of each activity was last said to show; by activity. */
export async function caseEvidence(
  db: Reading,
  audit: number,
): Promise<ReadonlyMap<number, Readonly<Partial<Record<EvidenceItem, boolean>>>>> {
  const rows = await db.kysely
    .selectFrom('audit_evidence')
    .select(['activity_id', 'item', 'shown'])
    .where('audit_id', '=', audit)
    .orderBy('id')
    .execute();
  const seen = new Map<number, Partial<Record<EvidenceItem, boolean>>>();
  for (const { activity_id: activity, item, shown } of rows) {
    const known = seen.get(activity) ?? {};
    seen.set(activity, known);
    known[item] = shown === 1;
  }
  return seen;
}

/** Which activity each substitute was put in the place of. */
export async function caseSubstitutions(db: Reading, audit: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db.kysely
    .selectFrom('audit_substitution')
    .select(['activity_id', 'replaces'])
    .where('audit_id', '=', audit)
    .execute();
  return new Map(rows.map((row) => [row.activity_id, row.replaces]));
}

/** An opinion with what it is kept under. */
export interface RecordedOpinion extends CaseOpinion {
  readonly id: number;
  readonly citation: string;
}

/** What reviewers said of the outcome, oldest first. */
export async function caseOpinions(db: Reading, audit: number): Promise<readonly RecordedOpinion[]> {
  const rows = await db.kysely
    .selectFrom('audit_opinion')
    .selectAll()
    .where('audit_id', '=', audit)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.of_opinion === null ? 'first' : 'second',
    agrees: row.agrees === null ? null : row.agrees === 1,
    citation: row.citation,
    note: row.note,
    on: row.made_on,
    by: row.reviewer,
  }));
}

/**
 * The decisions on a case, oldest first.
 * @param pending the one whose letter is awaited
 */
export async function caseDecisions(
  db: Reading,
  audit: number,
  pending: number | null,
): Promise<readonly CaseDecision[]> {
  const rows = await db.kysely
    .selectFrom('audit_decision')
    .selectAll()
    .where('audit_id', '=', audit)
    .orderBy('id')
    .execute();
  const finals = new Map((await finalsOf(db, audit)).map((entry) => [entry.decision, entry]));
  return rows.map((row) => ({
    decision: row.id,
    state: row.id === pending ? 'waiting' : finals.has(row.id) ? 'final' : 'withdrawn',
    final: shownFinal(finals.get(row.id)),
    outcome: row.outcome,
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    secondBy: row.second_by,
    counted: row.counted,
    required: row.required,
    citation: row.citation,
    reason: row.reason,
    // Written by `addDecision` alone.
    reasons: JSON.parse(row.reasons) as readonly Reason[],
    reversal: row.reversal === 1,
  }));
}

function shownFinal(entry: FinalEntry | undefined): DecisionFinal | null {
  if (entry === undefined) return null;
  const { finalOn: on, how, run, way, reason, approvedBy } = entry;
  return { on, how, run, way, reason, approvedBy };
}
