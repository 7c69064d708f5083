import type { CaseDecision, CaseStepTaken } from '../../shared/domain/audit-case.ts';
import type { EvidenceItem, FindingReason, Verdict } from '../../shared/domain/audit-findings.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Write } from '../db/transaction.ts';

/** A step as it is taken. */
export interface StepToTake extends Pick<CaseStepTaken, 'from' | 'to' | 'on' | 'dueOn' | 'value' | 'note'> {
  /** The run that took it. */
  readonly run?: string;
  /** The step that it takes back. */
  readonly undoes?: number;
  /** The decision whose letter is awaited from now on. */
  readonly pending?: number;
}

/**
 * Takes a step: where the case stands and by when it is due follow it. Nothing waits for a second reviewer any more.
 * @returns its id
 */
export async function addStep({ kysely, actor }: Write, audit: number, step: StepToTake): Promise<number> {
  const { id } = await kysely
    .insertInto('audit_step')
    .values({
      audit_id: audit,
      from_state: step.from,
      to_state: step.to,
      taken_on: step.on,
      due_on: step.dueOn,
      value: step.value === null ? null : JSON.stringify(step.value),
      note: step.note,
      actor: actor.name,
      run_id: step.run ?? null,
      undoes: step.undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await kysely
    .updateTable('audit')
    .set({
      state: step.to,
      since_on: step.on,
      due_on: step.dueOn,
      proposal_id: null,
      pending_id: step.pending ?? null,
    })
    .where('id', '=', audit)
    .execute();
  return id;
}

/** Gives cases to somebody; the empty name = nobody. @returns those whose owner it changes, with their members */
export async function assignCases(
  { kysely }: Write,
  audits: readonly number[],
  owner: string,
): Promise<
  readonly {
    readonly audit: number;
    readonly memberNo: string;
    readonly code: string;
    readonly before: string;
  }[]
> {
  const changed = await kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['a.id as audit', 'm.member_no as memberNo', 'c.code', 'a.owner as before'])
    .where('a.id', 'in', audits)
    .where('a.owner', '<>', owner)
    .orderBy('a.id')
    .execute();
  if (changed.length > 0)
    await kysely
      .updateTable('audit')
      .set({ owner })
      .where(
        'id',
        'in',
        changed.map(({ audit }) => audit),
      )
      .execute();
  return changed;
}

/** Adds what was found about an activity; a proposed outcome falls with it. */
export async function addFinding(
  { kysely, actor }: Write,
  audit: number,
  finding: {
    readonly activity: number;
    readonly verdict: Verdict;
    readonly points: number;
    readonly reason: FindingReason | null;
    readonly note: string;
    readonly on: CalendarDate;
  },
): Promise<void> {
  await kysely
    .insertInto('audit_finding')
    .values({
      audit_id: audit,
      activity_id: finding.activity,
      verdict: finding.verdict,
      points: finding.points,
      reason: finding.reason,
      note: finding.note,
      made_on: finding.on,
      actor: actor.name,
    })
    .execute();
  await dropProposal({ kysely }, audit);
}

/** A proposed outcome no longer waits. */
export async function dropProposal({ kysely }: Pick<Write, 'kysely'>, audit: number): Promise<void> {
  await kysely.updateTable('audit').set({ proposal_id: null }).where('id', '=', audit).execute();
}

export async function addEvidence(
  { kysely, actor }: Write,
  audit: number,
  seen: {
    readonly activity: number;
    readonly item: EvidenceItem;
    readonly shown: boolean;
    readonly on: CalendarDate;
  },
): Promise<void> {
  await kysely
    .insertInto('audit_evidence')
    .values({
      audit_id: audit,
      activity_id: seen.activity,
      item: seen.item,
      shown: seen.shown ? 1 : 0,
      made_on: seen.on,
      actor: actor.name,
    })
    .execute();
}

export async function addSubstitution(
  { kysely, actor }: Write,
  audit: number,
  put: { readonly activity: number; readonly replaces: number; readonly on: CalendarDate },
): Promise<void> {
  await kysely
    .insertInto('audit_substitution')
    .values({
      audit_id: audit,
      activity_id: put.activity,
      replaces: put.replaces,
      made_on: put.on,
      actor: actor.name,
    })
    .execute();
  await dropProposal({ kysely }, audit);
}

/** Adds an opinion; a first reviewer’s then waits for a second one’s, which ends the waiting. */
export async function addOpinion(
  { kysely, actor }: Write,
  audit: number,
  opinion: {
    /** null = a first reviewer’s. */
    readonly of: number | null;
    readonly agrees: boolean | null;
    readonly citation: string;
    readonly note: string;
    readonly on: CalendarDate;
    readonly reviewer: string;
  },
): Promise<void> {
  const { id } = await kysely
    .insertInto('audit_opinion')
    .values({
      audit_id: audit,
      of_opinion: opinion.of,
      agrees: opinion.agrees === null ? null : opinion.agrees ? 1 : 0,
      citation: opinion.citation,
      note: opinion.note,
      made_on: opinion.on,
      reviewer: opinion.reviewer,
      actor: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await kysely
    .updateTable('audit')
    .set({ proposal_id: opinion.of === null ? id : null })
    .where('id', '=', audit)
    .execute();
}

/** A decision as it is made. */
export type NewDecision = Omit<CaseDecision, 'decision' | 'state' | 'final'>;

/** Records a decision; the rules read nothing of it before it is final. @returns its id */
export async function addDecision({ kysely }: Write, audit: number, decision: NewDecision): Promise<number> {
  const { id } = await kysely
    .insertInto('audit_decision')
    .values({
      audit_id: audit,
      outcome: decision.outcome,
      decided_on: decision.decidedOn,
      decided_by: decision.decidedBy,
      second_by: decision.secondBy,
      counted: decision.counted,
      required: decision.required,
      citation: decision.citation,
      reason: decision.reason,
      reasons: JSON.stringify(decision.reasons),
      reversal: decision.reversal ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
