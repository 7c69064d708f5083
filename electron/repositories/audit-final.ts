import type { FinalHow } from '../../shared/domain/audit-letters.ts';
import type { ActivityFinding, AuditOutcome, CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** What the rules read of an audit and of its activities; kept so that it can be read again. */
export interface ReadByRules {
  readonly outcome: AuditOutcome | null;
  readonly closedOn: CalendarDate | null;
  /** By activity. */
  readonly findings: Readonly<Record<number, ActivityFinding | null>>;
}

/** A decision that became final. */
export interface FinalEntry {
  readonly id: number;
  readonly decision: number;
  readonly how: FinalHow;
  readonly finalOn: CalendarDate;
  readonly run: string | null;
  readonly position: number | null;
  /** Where somebody declared it: how the member was told otherwise, why, and who allowed it. */
  readonly way: string;
  readonly reason: string;
  readonly approvedBy: string | null;
  readonly before: ReadByRules;
}

/** Writes down that a decision became final, or that this is taken back. */
export async function addFinal(
  { kysely, actor }: Pick<Write, 'kysely' | 'actor'>,
  entry: Omit<FinalEntry, 'id'>,
  takesBack: number | null = null,
): Promise<void> {
  await kysely
    .insertInto('audit_final')
    .values({
      decision_id: entry.decision,
      takes_back: takesBack,
      how: entry.how,
      final_on: entry.finalOn,
      run_id: entry.run,
      position: entry.position,
      way: entry.way,
      reason: entry.reason,
      approved_by: entry.approvedBy,
      before: JSON.stringify(entry.before),
      actor: actor.name,
    })
    .execute();
}

/** The final decisions of an audit, oldest first; what was taken back is none. */
export async function finalsOf(db: Reading, audit: number): Promise<readonly FinalEntry[]> {
  const rows = await standing(db).where('d.audit_id', '=', audit).execute();
  return rows.map(entryOf);
}

/** The decisions that a run made final and that still are, oldest first. */
export async function finalsOfRun(
  db: Reading,
  run: string,
): Promise<readonly (FinalEntry & { readonly audit: number })[]> {
  const rows = await standing(db).where('f.run_id', '=', run).execute();
  return rows.map((row) => ({ ...entryOf(row), audit: row.audit_id }));
}

/** What the rules read of an audit, and of some activities, now. */
export async function readByRules(
  db: Reading,
  audit: number,
  activities: readonly number[],
): Promise<ReadByRules> {
  const { outcome, closed_on: closedOn } = await db.kysely
    .selectFrom('audit')
    .select(['outcome', 'closed_on'])
    .where('id', '=', audit)
    .executeTakeFirstOrThrow();
  const rows =
    activities.length === 0
      ? []
      : await db.kysely
          .selectFrom('activity')
          .select(['id', 'finding'])
          .where('id', 'in', activities)
          .execute();
  return { outcome, closedOn, findings: Object.fromEntries(rows.map(({ id, finding }) => [id, finding])) };
}

/** Sets what the rules read of an audit and of its activities. */
export async function setReadByRules(
  { kysely }: Pick<Write, 'kysely'>,
  audit: number,
  { outcome, closedOn, findings }: ReadByRules,
): Promise<void> {
  await kysely.updateTable('audit').set({ outcome, closed_on: closedOn }).where('id', '=', audit).execute();
  for (const [activity, finding] of Object.entries(findings))
    await kysely.updateTable('activity').set({ finding }).where('id', '=', Number(activity)).execute();
}

function standing(db: Reading) {
  return db.kysely
    .selectFrom('audit_final as f')
    .innerJoin('audit_decision as d', 'd.id', 'f.decision_id')
    .select(['f.id', 'f.decision_id', 'f.how', 'f.final_on', 'f.run_id', 'f.position'])
    .select(['f.way', 'f.reason', 'f.approved_by', 'f.before', 'd.audit_id'])
    .where('f.takes_back', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('audit_final as b').select('b.id').whereRef('b.takes_back', '=', 'f.id')),
      ),
    )
    .orderBy('f.id');
}

function entryOf(
  row: Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>,
): FinalEntry {
  return {
    id: row.id,
    decision: row.decision_id,
    how: row.how,
    finalOn: row.final_on,
    run: row.run_id,
    position: row.position,
    way: row.way,
    reason: row.reason,
    approvedBy: row.approved_by,
    // Written by `addFinal` alone, but for what was taken over, which is never taken back.
    before: JSON.parse(row.before) as ReadByRules,
  };
}
