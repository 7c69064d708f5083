import type { PostalAddress } from '../../shared/domain/notice.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { type LastAddressLine, lastLines } from '../db/run-pieces.ts';
import { fullName } from './facts.ts';

/** A member and the current address. */
export interface MemberAddress {
  readonly memberNo: string;
  readonly name: string;
  readonly address: PostalAddress;
}

const ADDRESS = ['a.address1', 'a.address2', 'a.city', 'a.state', 'a.zip', 'a.country'] as const;
const NAME = ['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'] as const;

/** The last line of each printed sheet's address, in sheet order. */
export function lastAddressLines(db: ReadableDatabase, run: string): readonly LastAddressLine[] {
  return lastLines(db.sqlite, run);
}

/** The current addresses of a run's members, in the run's order; who has none is left out. */
export async function addressesOfRun(db: ReadableDatabase, run: string): Promise<readonly MemberAddress[]> {
  const rows = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .innerJoin('postal_address as a', (join) =>
      join.onRef('a.member_id', '=', 'm.id').on('a.valid_to', 'is', null),
    )
    .select(NAME)
    .select(ADDRESS)
    .where('p.run_id', '=', run)
    .orderBy('p.position')
    .execute();
  return rows.map((row) => ({ memberNo: row.member_no, name: fullName(row), address: addressIn(row) }));
}

/** A member's current address; `address` null where there is none; null where there is no such member. */
export async function addressOfMember(
  db: ReadableDatabase,
  memberNo: string,
): Promise<(Omit<MemberAddress, 'address'> & { readonly address: PostalAddress | null }) | null> {
  const row = await db.kysely
    .selectFrom('member as m')
    .leftJoin('postal_address as a', (join) =>
      join.onRef('a.member_id', '=', 'm.id').on('a.valid_to', 'is', null),
    )
    .select(NAME)
    .select(ADDRESS)
    .where('m.member_no', '=', memberNo)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { address1, address2, city, state, zip, country } = row;
  const none =
    address1 === null ||
    address2 === null ||
    city === null ||
    state === null ||
    zip === null ||
    country === null;
  const address = none ? null : { address1, address2, city, state, zip, country };
  return { memberNo: row.member_no, name: fullName(row), address };
}

function addressIn({ address1, address2, city, state, zip, country }: PostalAddress): PostalAddress {
  return { address1, address2, city, state, zip, country };
}
