import type { OpenCase } from '../../shared/domain/intake.ts';
import type { Reading } from '../db/reading.ts';

/** The audits of a member that have no final outcome or are appealed, until the letter of the appeal goes out, and the applications that are not closed, audits first. */
export async function openCases(db: Reading, memberId: number): Promise<readonly OpenCase[]> {
  const audits = await db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .select(['a.id', 'c.code', 'a.cycle_start as from'])
    .where('c.member_id', '=', memberId)
    .where((eb) => eb.or([eb('a.outcome', 'is', null), eb('a.state', '<>', 'decided')]))
    .orderBy('a.id')
    .execute();
  const applications = await db.kysely
    .selectFrom('recertification_application as r')
    .innerJoin('certification as c', 'c.id', 'r.certification_id')
    .select(['r.id', 'c.code', 'r.received_on as from'])
    .where('c.member_id', '=', memberId)
    .where('r.closed_on', 'is', null)
    .orderBy('r.id')
    .execute();
  return [
    ...audits.map((one) => ({ kind: 'audit' as const, ...one })),
    ...applications.map((one) => ({ kind: 'application' as const, ...one })),
  ];
}

/** Whose certification an audit is of; null where there is no such audit. */
export async function memberOfAudit(db: Reading, audit: number): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .select('c.member_id')
    .where('a.id', '=', audit)
    .executeTakeFirst();
  return row?.member_id ?? null;
}

/** Whose certification a case is of; null where there is no such case. */
export async function memberOfCase(
  db: Reading,
  { kind, id }: Pick<OpenCase, 'kind' | 'id'>,
): Promise<number | null> {
  if (kind === 'audit') return memberOfAudit(db, id);
  const row = await db.kysely
    .selectFrom('recertification_application as r')
    .innerJoin('certification as c', 'c.id', 'r.certification_id')
    .select('c.member_id')
    .where('r.id', '=', id)
    .executeTakeFirst();
  return row?.member_id ?? null;
}

/** Whose a printed sheet is; null where there is no such sheet. */
export async function memberOfSheet(db: Reading, run: string, sheet: number): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('run_piece')
    .select('member_id')
    .where('run_id', '=', run)
    .where('sheet', '=', sheet)
    .executeTakeFirst();
  return row?.member_id ?? null;
}

/** Whose an activity is; null where there is no such activity. */
export async function memberOfActivity(db: Reading, activity: number): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('activity')
    .select('member_id')
    .where('id', '=', activity)
    .executeTakeFirst();
  return row?.member_id ?? null;
}

/** The number of a member on record. */
export async function memberNumberOf(db: Reading, memberId: number): Promise<string> {
  const { member_no: memberNo } = await db.kysely
    .selectFrom('member')
    .select('member_no')
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  return memberNo;
}
