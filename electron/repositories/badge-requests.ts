import { sql } from 'kysely';
import type { BadgeReason, CredlyState } from '../../shared/domain/badges.ts';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';

/** A request as it was made. */
export interface RequestToMake {
  readonly certification: number;
  readonly reason: BadgeReason;
  readonly requestedOn: CalendarDate;
}

/** Whose certification it is; null where there is none with this id. */
export async function certificationOwner(
  db: ReadableDatabase,
  certification: number,
): Promise<{ readonly memberNo: string; readonly code: CertificationCode } | null> {
  const row = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['m.member_no', 'c.code'])
    .where('c.id', '=', certification)
    .executeTakeFirst();
  return row === undefined ? null : { memberNo: row.member_no, code: row.code };
}

/** A request of the certification that waits for its export, or the very same request; null where there is neither. */
export async function standingRequest(
  db: ReadableDatabase,
  { certification, reason, requestedOn }: RequestToMake,
): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('badge_request as r')
    .select('r.id')
    .where('r.certification_id', '=', certification)
    .where('r.withdrawn_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('r.reason', '=', reason), eb('r.requested_on', '=', requestedOn)]),
        eb.not(
          eb.exists(
            eb.selectFrom('badge_exported as e').select('e.export_id').whereRef('e.request_id', '=', 'r.id'),
          ),
        ),
      ]),
    )
    .orderBy('r.id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** @returns its number */
export async function addRequest(write: Write, request: RequestToMake): Promise<number> {
  const { id } = await write.kysely
    .insertInto('badge_request')
    .values({
      certification_id: request.certification,
      reason: request.reason,
      requested_on: request.requestedOn,
      actor: write.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A request with everything that decides how far it is; the hold of one not exported is left to the rules. */
export interface KeptRequest {
  readonly request: number;
  readonly certificationId: number;
  readonly memberNo: string;
  readonly name: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly email: string;
  readonly emailBadReason: string | null;
  readonly deceased: boolean;
  readonly code: CertificationCode;
  readonly issuedAt: CalendarDate;
  readonly reason: BadgeReason;
  readonly requestedOn: CalendarDate;
  readonly requestedBy: string;
  readonly exportedIn: number | null;
  readonly exportedOn: CalendarDate | null;
  readonly withdrawn: { readonly on: CalendarDate; readonly reason: string } | null;
  readonly stage: RequestStage;
}

/** How far a request is as far as the tables tell: `open` = not exported yet. */
export type RequestStage = 'open' | 'exported' | CredlyState | 'withdrawn';

/** Which requests: all, those of some stages, of a member, or by their numbers; the newest first unless `oldestFirst`. */
export interface RequestQuery {
  readonly stages?: readonly RequestStage[] | undefined;
  readonly memberNo?: string | undefined;
  readonly requests?: readonly number[] | undefined;
  readonly oldestFirst?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** Requests of a query. */
export async function badgeRequests(
  db: ReadableDatabase,
  query: RequestQuery,
): Promise<readonly KeptRequest[]> {
  const rows = await filtered(db, query)
    .innerJoin('certification as c', 'c.id', 's.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('badge_export as x', 'x.id', 's.export_id')
    .selectAll('s')
    .select([
      'm.member_no',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
      'm.email',
      'm.email_bad_reason',
      'm.deceased_on',
      'c.code',
      'c.certified_on',
      'c.recertified_on',
      'x.exported_on',
    ])
    .orderBy('s.request_id', query.oldestFirst === true ? 'asc' : 'desc')
    .offset(query.offset ?? 0)
    .limit(query.limit ?? ALL)
    .execute();
  return rows.map((row) => ({
    request: row.request_id,
    certificationId: row.certification_id,
    memberNo: row.member_no,
    name: fullName(row),
    firstName: row.first_name,
    middleName: row.middle_name,
    lastName: row.last_name,
    email: row.email,
    emailBadReason: row.email_bad_reason,
    deceased: row.deceased_on !== null,
    code: row.code,
    issuedAt: row.recertified_on ?? row.certified_on,
    reason: row.reason,
    requestedOn: row.requested_on,
    requestedBy: row.actor,
    exportedIn: row.export_id,
    exportedOn: row.exported_on,
    withdrawn:
      row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_reason ?? '' },
    stage: row.stage,
  }));
}

const ALL = 10_000_000;

/** How many requests there are of each stage. */
export async function requestCounts(
  db: ReadableDatabase,
  query: Pick<RequestQuery, 'memberNo'>,
): Promise<Readonly<Record<RequestStage, number>>> {
  const rows = await filtered(db, query)
    .select((eb) => ['s.stage', eb.fn.countAll<number>().as('count')])
    .groupBy('s.stage')
    .execute();
  const counts = { open: 0, exported: 0, issued: 0, claimed: 0, revoked: 0, withdrawn: 0 };
  for (const { stage, count } of rows) counts[stage] = count;
  return counts;
}

const NEWEST_EXPORT = sql`(SELECT max(e.export_id) FROM badge_exported e WHERE e.request_id = r.id)`;

/** A badge from before the recertification (SC-RECERT-1, SC-RECERT-3) is not the one that it asked for. */
const OF_REQUEST = sql`(r.reason <> 'recertified' OR b.issued_on IS NULL OR b.issued_on >= (SELECT min(r.requested_on,
  ifnull(c.recertified_on, r.requested_on)) FROM certification c WHERE c.id = r.certification_id))`;

/** What Credly has made of a request counts once its list was imported on the day of the export or later. */
function staged(db: ReadableDatabase) {
  return db.kysely.selectFrom('badge_request as r').select([
    'r.id as request_id',
    'r.certification_id',
    'r.reason',
    'r.requested_on',
    'r.actor',
    'r.withdrawn_on',
    'r.withdrawn_reason',
    sql<number | null>`${NEWEST_EXPORT}`.as('export_id'),
    sql<RequestStage>`CASE WHEN r.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN ${NEWEST_EXPORT} IS NULL THEN 'open'
        WHEN (SELECT max(imported_on) FROM credly_import) >= (SELECT exported_on FROM badge_export WHERE id = ${NEWEST_EXPORT})
        THEN coalesce((SELECT b.state FROM credly_badge b WHERE b.certification_id = r.certification_id AND ${OF_REQUEST}
          ORDER BY CASE b.state WHEN 'revoked' THEN 1 ELSE 0 END, b.issued_on DESC, b.id DESC LIMIT 1), 'exported')
        ELSE 'exported' END`.as('stage'),
  ]);
}

function filtered(db: ReadableDatabase, { stages, memberNo, requests }: RequestQuery) {
  return db.kysely
    .selectFrom(staged(db).as('s'))
    .$if(stages !== undefined, (q) => q.where('s.stage', 'in', stages ?? []))
    .$if(requests !== undefined, (q) => q.where('s.request_id', 'in', requests ?? []))
    .$if(memberNo !== undefined, (q) =>
      q.where('s.certification_id', 'in', (eb) =>
        eb
          .selectFrom('certification as mc')
          .innerJoin('member as mm', 'mm.id', 'mc.member_id')
          .select('mc.id')
          .where('mm.member_no', '=', memberNo ?? ''),
      ),
    );
}

/** Withdraws a request that is not exported. */
export async function withdrawRequest(
  write: Write,
  request: number,
  on: CalendarDate,
  reason: string,
): Promise<void> {
  await write.kysely
    .updateTable('badge_request')
    .set({ withdrawn_on: on, withdrawn_reason: reason })
    .where('id', '=', request)
    .execute();
}

/** The member's certification of a code; null where there is none. */
export async function certificationOf(
  db: ReadableDatabase,
  memberNo: string,
  code: CertificationCode,
): Promise<{ readonly id: number; readonly recertified: boolean } | null> {
  const row = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['c.id', 'c.recertified_on'])
    .where('m.member_no', '=', memberNo)
    .where('c.code', '=', code)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, recertified: row.recertified_on !== null };
}

/** Certifications whose badge was asked for and is not exported yet, or was exported on the day of the last import or later. */
export async function pendingCertifications(
  db: ReadableDatabase,
  importedOn: CalendarDate,
): Promise<ReadonlySet<number>> {
  const rows = await db.kysely
    .selectFrom(staged(db).as('s'))
    .leftJoin('badge_export as x', 'x.id', 's.export_id')
    .select('s.certification_id')
    .where('s.withdrawn_on', 'is', null)
    .where((eb) => eb.or([eb('x.id', 'is', null), eb('x.exported_on', '>=', importedOn)]))
    .execute();
  return new Set(rows.map((row) => row.certification_id));
}
