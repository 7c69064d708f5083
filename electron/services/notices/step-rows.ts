import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { MemberSelection } from '../../repositories/member-selection.ts';
import { selectedAudits } from '../../repositories/selected-audits.ts';
import { type SettledQuery, settledFees } from '../../repositories/settled-fees.ts';
import type { NoticeRows } from '../../rules/notices/notice-in.ts';

/** What a step tells of beside the facts, by certification. */
export type StepRows = ReadonlyMap<number, NoticeRows>;

const NONE: StepRows = new Map();

/**
 * The rows of some members that a step of receipts or of audit notices tells of in the run of a month; none for every other step.
 * @param by which settled fees get a receipt
 */
export async function stepRows(
  db: ReadableDatabase,
  { kind }: Pick<NoticeStep, 'kind'>,
  month: string,
  members: MemberSelection,
  by: SettledQuery['by'] = 'post',
): Promise<StepRows> {
  if (kind === 'receipt') {
    const settled = await settledFees(db, members, { month, by });
    return new Map([...settled].map(([certification, fees]) => [certification, { settled: fees }]));
  }
  if (kind === 'audit') {
    const selected = await selectedAudits(db, members, month);
    return new Map([...selected].map(([certification, audits]) => [certification, { audits }]));
  }
  return NONE;
}
