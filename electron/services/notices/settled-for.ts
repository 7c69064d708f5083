import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { SettledFee } from '../../../shared/domain/settled-fee.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { MemberSelection } from '../../repositories/member-selection.ts';
import { settledFees } from '../../repositories/settled-fees.ts';

/** Fees that were settled, by certification. */
export type Settled = ReadonlyMap<number, readonly SettledFee[]>;

const NONE: Settled = new Map();

/** The fees of some members that a step of receipts tells of in the run of a month; none for every other step. */
export async function settledFor(
  db: ReadableDatabase,
  { kind }: Pick<NoticeStep, 'kind'>,
  month: string,
  members: MemberSelection,
): Promise<Settled> {
  return kind === 'receipt' ? settledFees(db, members, { month, by: 'post' }) : NONE;
}
