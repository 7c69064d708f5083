import { sql } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import type { Reading } from '../db/reading.ts';
import { fullName } from './facts.ts';

/** A member and the current address, as a move-update vendor asks about it. */
export interface AddressedMember {
  readonly memberId: number;
  readonly memberNo: string;
  readonly name: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly suffix: string;
  readonly deceasedOn: CalendarDate | null;
  /** null where there is no current one. */
  readonly address:
    | (PostalAddress & {
        readonly id: number;
        readonly validFrom: CalendarDate;
        readonly badReason: string | null;
      })
    | null;
}

const MEMBERS = (db: Reading) =>
  db.kysely
    .selectFrom('member as m')
    .leftJoin('postal_address as a', (join) =>
      join.onRef('a.member_id', '=', 'm.id').on('a.valid_to', 'is', null),
    )
    .select([
      'm.id',
      'm.member_no',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
      'm.deceased_on',
    ])
    .select(['a.id as address_id', 'a.address1', 'a.address2', 'a.city', 'a.state', 'a.zip', 'a.country'])
    .select(['a.valid_from', 'a.bad_reason']);

/** Members after an id, in id order: of a run, or of the whole office with null. */
export async function addressedAfter(
  db: Reading,
  run: string | null,
  after: number,
  limit: number,
): Promise<readonly AddressedMember[]> {
  let query = MEMBERS(db).where('m.id', '>', after);
  if (run !== null)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('run_piece as p')
          .whereRef('p.member_id', '=', 'm.id')
          .where('p.run_id', '=', run)
          .select('p.position'),
      ),
    );
  return (await query.orderBy('m.id').limit(limit).execute()).map(toAddressed);
}

const LIVING_AT_HOME = (db: Reading) =>
  db.kysely
    .selectFrom('member as m')
    .innerJoin('postal_address as a', 'a.member_id', 'm.id')
    .select('m.member_no')
    .where('a.valid_to', 'is', null)
    .where('a.bad_reason', 'is', null)
    .where('a.country', '=', 'US')
    .where('m.deceased_on', 'is', null);

/** Numbers of living members with the longest usable addresses at home, the longest first. */
export async function longestAddressed(db: Reading, limit: number): Promise<readonly string[]> {
  const rows = await LIVING_AT_HOME(db)
    .orderBy(sql`length(a.address1) + length(a.address2)`, 'desc')
    .orderBy('m.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.member_no);
}

/** Numbers of some living members with a usable address at home. */
export async function someAddressed(db: Reading, limit: number): Promise<readonly string[]> {
  const rows = await LIVING_AT_HOME(db).orderBy('m.id').limit(limit).execute();
  return rows.map((row) => row.member_no);
}

/** The members with these numbers, some hundred at a time. */
export async function addressedByNumber(
  db: Reading,
  memberNos: readonly string[],
): Promise<ReadonlyMap<string, AddressedMember>> {
  if (memberNos.length === 0) return new Map();
  const rows = await MEMBERS(db).where('m.member_no', 'in', memberNos).execute();
  return new Map(rows.map((row) => [row.member_no, toAddressed(row)]));
}

function toAddressed(
  row: Awaited<ReturnType<ReturnType<typeof MEMBERS>['execute']>>[number],
): AddressedMember {
  const { address_id: id, valid_from: validFrom } = row;
  return {
    memberId: row.id,
    memberNo: row.member_no,
    name: fullName(row),
    firstName: row.first_name,
    middleName: row.middle_name,
    lastName: row.last_name,
    suffix: row.suffix,
    deceasedOn: row.deceased_on,
    address:
      id === null || validFrom === null
        ? null
        : {
            id,
            validFrom,
            address1: row.address1 ?? '',
            address2: row.address2 ?? '',
            city: row.city ?? '',
            state: row.state ?? '',
            zip: row.zip ?? '',
            country: row.country ?? '',
            badReason: row.bad_reason,
          },
  };
}
