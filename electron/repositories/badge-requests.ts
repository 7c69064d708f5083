import type { BadgeReason } from '../../shared/domain/badges.ts';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

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
    .where((eb) =>
      eb.or([
        eb.and([eb('r.reason', '=', reason), eb('r.requested_on', '=', requestedOn)]),
        eb.and([
          eb('r.withdrawn_on', 'is', null),
          eb.not(
            eb.exists(
              eb
                .selectFrom('badge_exported as e')
                .select('e.export_id')
                .whereRef('e.request_id', '=', 'r.id'),
            ),
          ),
        ]),
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
