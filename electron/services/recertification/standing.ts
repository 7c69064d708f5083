import type { CalendarDate, RecertificationFact } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { type Judgement, judge } from '../../rules/judge.ts';

/**
 * How a certification stands for an application: judged today, with the ten years counted to the day on which the application was
 * received (policy.md C7).
 */
export async function standingFor(
  db: ReadableDatabase,
  of: { readonly memberId: number; readonly certificationId: number },
  recertification: RecertificationFact,
  policy: Policy,
  today: CalendarDate,
): Promise<Judgement | null> {
  const records = await certificationRecords(db, { first: of.memberId, last: of.memberId }, today);
  const record = records.find(({ certificationId }) => certificationId === of.certificationId);
  if (record === undefined || (record.facts.certification.recertifiedOn ?? '') > today) return null;
  return judge({ ...record.facts, recertification }, policy, today);
}
