import { sql } from 'kysely';
import type { ReadableDatabase } from '../db/connection.ts';

/** How many certifications need attention, by what it is. */
export interface AttentionCounts {
  readonly pointsOutstanding: number;
  readonly rollBlocked: number;
  readonly auditOpen: number;
}

export async function attentionCounts(db: ReadableDatabase): Promise<AttentionCounts> {
  const row = await db.kysely
    .selectFrom('standing')
    .select([
      sql<number | null>`sum(points_attention)`.as('points'),
      sql<number | null>`sum(roll_blocked)`.as('roll'),
      sql<number | null>`sum(audit_open)`.as('audit'),
    ])
    .executeTakeFirst();
  return { pointsOutstanding: row?.points ?? 0, rollBlocked: row?.roll ?? 0, auditOpen: row?.audit ?? 0 };
}

/** Members and certifications of the office. */
export async function officeCounts(
  db: ReadableDatabase,
): Promise<{ readonly members: number; readonly certifications: number }> {
  const members = await db.kysely
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  const certifications = await db.kysely
    .selectFrom('certification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return { members: members?.count ?? 0, certifications: certifications?.count ?? 0 };
}
