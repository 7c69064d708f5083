import { sql } from 'kysely';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate, RecertificationRoute } from '../../shared/domain/facts.ts';
import type { ApplicationState } from '../../shared/domain/recertification.ts';
import type { RecertificationStatus } from '../../shared/domain/recertification-steps.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';

/** An application with whose it is. */
export interface ApplicationRecord {
  readonly application: number;
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly deceased: boolean;
  readonly certificationId: number;
  readonly code: CertificationCode;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate | null;
  readonly certificateNo: string | null;
  readonly route: RecertificationRoute;
  readonly receivedOn: CalendarDate;
  readonly status: RecertificationStatus;
  readonly sinceOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  readonly attestedOn: CalendarDate | null;
  readonly eligibleBy: string | null;
  readonly eligibleCheckedOn: CalendarDate | null;
  /** Whether every part of the felony question is answered; what was answered is not here. */
  readonly felonyAnswered: boolean;
}

/** An application; null where there is none with this number. */
export async function applicationById(
  db: ReadableDatabase,
  application: number,
): Promise<ApplicationRecord | null> {
  const row = await applications(db).where('a.id', '=', application).executeTakeFirst();
  return row === undefined ? null : record(row);
}

/** The open application of a certification. */
export async function openApplication(db: ReadableDatabase, certificationId: number): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('recertification_application')
    .select('id')
    .where('certification_id', '=', certificationId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface ApplicationQuery {
  readonly state: ApplicationState;
  /** null = everyone's. */
  readonly memberNo: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Applications, those that came last first. */
export async function listApplications(
  db: ReadableDatabase,
  { state, memberNo, offset, limit }: ApplicationQuery,
): Promise<{ readonly total: number; readonly rows: readonly ApplicationRecord[] }> {
  let all = applications(db);
  if (state !== 'all') all = all.where('a.closed_on', state === 'open' ? 'is' : 'is not', null);
  if (memberNo !== null) all = all.where('m.member_no', '=', memberNo);
  const count = await all
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirst();
  const rows = await all
    .orderBy('a.received_on', 'desc')
    .orderBy('a.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total: count?.total ?? 0, rows: rows.map(record) };
}

function applications(db: ReadableDatabase) {
  return db.kysely
    .selectFrom('recertification_application as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['a.id', 'a.route', 'a.received_on', 'a.closed_on', 'a.status', 'a.attested_on'])
    .select(['a.eligible_by', 'a.eligible_checked_on', 'a.felony_answered'])
    .select(['c.id as certification_id', 'c.code', 'c.certified_on', 'c.recertified_on', 'c.certificate_no'])
    .select(['m.id as member_id', 'm.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select('m.deceased_on')
    .select(
      sql<CalendarDate>`coalesce((select max(s.taken_on) from recertification_step s where s.application_id = a.id), a.received_on)`.as(
        'since_on',
      ),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof applications>['execute']>>[number];

function record(row: Row): ApplicationRecord {
  return {
    application: row.id,
    memberId: row.member_id,
    memberNo: row.member_no,
    memberName: fullName(row),
    deceased: row.deceased_on !== null,
    certificationId: row.certification_id,
    code: row.code,
    certifiedOn: row.certified_on,
    recertifiedOn: row.recertified_on,
    certificateNo: row.certificate_no,
    route: row.route,
    receivedOn: row.received_on,
    status: row.status,
    sinceOn: row.since_on,
    closedOn: row.closed_on,
    attestedOn: row.attested_on,
    eligibleBy: row.eligible_by,
    eligibleCheckedOn: row.eligible_checked_on,
    felonyAnswered: row.felony_answered === 1,
  };
}

/** @returns its number */
export async function addApplication(
  { kysely }: Write,
  application: {
    readonly certificationId: number;
    readonly route: RecertificationRoute;
    readonly receivedOn: CalendarDate;
  },
): Promise<number> {
  const { id } = await kysely
    .insertInto('recertification_application')
    .values({
      certification_id: application.certificationId,
      route: application.route,
      received_on: application.receivedOn,
      closed_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What the form of an application says beside its points. */
export interface FormFields {
  readonly attestedOn: CalendarDate | null;
  readonly eligibleBy: string | null;
  readonly eligibleCheckedOn: CalendarDate | null;
}

export async function saveForm(
  { kysely }: Write,
  application: number,
  { attestedOn, eligibleBy, eligibleCheckedOn }: FormFields,
): Promise<void> {
  await kysely
    .updateTable('recertification_application')
    .set({ attested_on: attestedOn, eligible_by: eligibleBy, eligible_checked_on: eligibleCheckedOn })
    .where('id', '=', application)
    .execute();
}

export async function setStatus(
  { kysely }: Write,
  application: number,
  status: RecertificationStatus,
  closedOn: CalendarDate | null,
): Promise<void> {
  await kysely
    .updateTable('recertification_application')
    .set({ status, closed_on: closedOn })
    .where('id', '=', application)
    .execute();
}

/** When a certification was recertified; null where it never was. */
export async function recertifiedOnOf(
  db: ReadableDatabase,
  certificationId: number,
): Promise<CalendarDate | null> {
  const row = await db.kysely
    .selectFrom('certification')
    .select('recertified_on')
    .where('id', '=', certificationId)
    .executeTakeFirst();
  return row?.recertified_on ?? null;
}

/** Makes a certification recertified from a day on. */
export async function recertifyOn(
  { kysely }: Write,
  certificationId: number,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .updateTable('certification')
    .set({ recertified_on: on })
    .where('id', '=', certificationId)
    .execute();
}
