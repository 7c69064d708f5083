import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';

/** A fee that is invoiced and not settled. Whole cents. */
export interface OpenFee {
  readonly fee: number;
  readonly memberId: number;
  readonly certificationId: number;
  readonly code: CertificationCode;
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly owedCents: number;
}

/** The open fees of some members, the oldest due first. */
export async function openFees(
  db: ReadableDatabase,
  memberIds: readonly number[],
): Promise<readonly OpenFee[]> {
  if (memberIds.length === 0) return [];
  return db.kysely
    .selectFrom('certification as c')
    .innerJoin('annual_fee as f', 'f.certification_id', 'c.id')
    .select(['f.id as fee', 'c.member_id as memberId', 'c.id as certificationId', 'c.code'])
    .select(['f.year_start as yearStart', 'f.due_on as dueOn'])
    .select((eb) => eb('f.amount_cents', '-', eb.ref('f.paid_cents')).as('owedCents'))
    .where('c.member_id', 'in', [...new Set(memberIds)])
    .where('f.voided_on', 'is', null)
    .where('f.waived', '=', 0)
    .whereRef('f.paid_cents', '<', 'f.amount_cents')
    .orderBy('f.due_on')
    .orderBy('f.id')
    .execute();
}
