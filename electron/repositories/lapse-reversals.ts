import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Lapse } from '../../shared/domain/standing.ts';
import type { LapseReversal } from '../../shared/domain/worklists.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** Lapses of a member's certifications that were reversed, oldest first. */
export async function reversalsOfMember(db: Reading, memberId: number): Promise<readonly LapseReversal[]> {
  const rows = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('lapse_reversal as r', 'r.certification_id', 'c.id')
    .select(['c.code', 'r.cause', 'r.since', 'r.reversed_on as on', 'r.correction', 'r.citation', 'r.reason'])
    .select(['r.allowed_by as allowedBy', 'r.actor'])
    .where('c.member_id', '=', memberId)
    .orderBy('r.id')
    .execute();
  // Written by recordReversal alone.
  return rows.map((row) => ({ ...row, correction: (JSON.parse(row.correction) as { what: string }).what }));
}

/** Records that a lapse was reversed, and by what. */
export async function recordReversal(
  { kysely, actor }: Write,
  certificationId: number,
  reversal: Lapse & {
    readonly on: CalendarDate;
    readonly correction: { readonly what: string; readonly changes: readonly object[] };
    readonly citation: string;
    readonly reason: string;
    readonly allowedBy: string;
  },
): Promise<void> {
  await kysely
    .insertInto('lapse_reversal')
    .values({
      certification_id: certificationId,
      cause: reversal.cause,
      since: reversal.since,
      reversed_on: reversal.on,
      correction: JSON.stringify(reversal.correction),
      citation: reversal.citation,
      reason: reversal.reason,
      allowed_by: reversal.allowedBy,
      actor: actor.name,
    })
    .execute();
}
