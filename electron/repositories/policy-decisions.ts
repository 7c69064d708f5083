import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PolicyDecision } from '../../shared/domain/policy-decisions.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** Everything that was ever decided about policy values, in the order in which it was decided. */
export async function policyDecisions(db: ReadableDatabase): Promise<readonly PolicyDecision[]> {
  const rows = await db.kysely.selectFrom('policy_decision').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    decision: row.id,
    kind: row.kind,
    name: row.name,
    from: row.from_date,
    value: row.value ?? row.date_value,
    reason: row.reason,
    reference: row.reference,
    actor: row.actor,
    approvedBy: row.approved_by,
    at: row.set_at,
  }));
}

/** What is to be kept of a decision; who and when come from the write. */
export type NewDecision = Omit<PolicyDecision, 'decision' | 'actor' | 'at' | 'approvedBy'> & {
  /** null = who acts. */
  readonly approvedBy: string | null;
};

/** Adds a decision to the trail; the caller writes the journal entry. */
export async function addDecision(write: Write, decision: NewDecision): Promise<PolicyDecision> {
  const { kind, name, from, value, reason, reference } = decision;
  const { name: actor, at } = write.actor;
  const approvedBy = decision.approvedBy ?? actor;
  const { id } = await write.kysely
    .insertInto('policy_decision')
    .values({
      kind,
      name,
      from_date: from,
      value: typeof value === 'number' ? value : null,
      date_value: dateOf(value),
      reason,
      reference,
      actor,
      approved_by: approvedBy,
      set_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { decision: id, kind, name, from, value, reason, reference, actor, approvedBy, at };
}

function dateOf(value: number | CalendarDate | null): CalendarDate | null {
  return typeof value === 'string' ? value : null;
}
