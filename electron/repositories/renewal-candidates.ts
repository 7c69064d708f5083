import { sql } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import { addMonths, monthText } from '../../shared/util/dates.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';
import { type MemberSelection, within } from './member-selection.ts';

/** How a member wants to be and can be reached. */
export interface Recipient {
  readonly memberId: number;
  readonly memberNo: string;
  readonly name: string;
  /** Last, first, middle, suffix, folded: what a tray is sorted by within a ZIP. */
  readonly sortName: string;
  readonly email: string;
  readonly mailOk: boolean;
  readonly emailOk: boolean;
  /** Why e-mail to the address does not arrive, or null. */
  readonly emailBadReason: string | null;
  readonly deceasedOn: CalendarDate | null;
  readonly address: PostalAddress | null;
  /** Why post came back from the address, or null. */
  readonly badReason: string | null;
}

// The day that anniversaries are counted from (policy.md C7).
const ANCHOR = sql<string>`coalesce(recertified_on, certified_on)`;

/** Ids of the members with a certification whose anniversary lies in the month (`YYYY-MM`), in id order. */
export async function membersWithAnniversaryIn(
  db: ReadableDatabase,
  month: string,
): Promise<readonly number[]> {
  const rows = await db.kysely
    .selectFrom('certification')
    .select('member_id')
    .distinct()
    .where(sql<boolean>`substr(${ANCHOR}, 6, 2) = ${month.slice(5)}`)
    .where(sql<boolean>`substr(${ANCHOR}, 1, 4) < ${month.slice(0, 4)}`)
    .orderBy('member_id')
    .execute();
  return rows.map((row) => row.member_id);
}

/** Ids of the members with a certification whose CCP cycle may end in the month: the day after is an anniversary. In id order. */
export async function membersWithYearEndIn(db: ReadableDatabase, month: string): Promise<readonly number[]> {
  const next = monthText(addMonths(`${month}-01`, 1));
  const rows = await db.kysely
    .selectFrom('certification')
    .select('member_id')
    .distinct()
    .where(sql<boolean>`(substr(${ANCHOR}, 6, 2) = ${month.slice(5)} AND substr(${ANCHOR}, 9, 2) <> '01'
      OR substr(${ANCHOR}, 6, 5) = ${`${next.slice(5)}-01`})`)
    .where(sql<boolean>`substr(${ANCHOR}, 1, 4) < ${next.slice(0, 4)}`)
    .orderBy('member_id')
    .execute();
  return rows.map((row) => row.member_id);
}

/** Ids of the members with an audit that closed as non-compliant in the month, in id order. */
export async function membersFailedIn(db: ReadableDatabase, month: string): Promise<readonly number[]> {
  const rows = await db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .select('c.member_id')
    .distinct()
    .where('a.outcome', '=', 'non-compliant')
    .where(sql<boolean>`substr(a.closed_on, 1, 7) = ${month}`)
    .orderBy('c.member_id')
    .execute();
  return rows.map((row) => row.member_id);
}

/** How many certifications of earlier years have their anniversary in a month `YYYY-MM`; a fourth of the work of all twelve. */
export async function anniversariesIn(db: ReadableDatabase, month: string): Promise<number> {
  const row = await db.kysely
    .selectFrom('certification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(sql<boolean>`substr(${ANCHOR}, 6, 2) = ${month.slice(5)}`)
    .where(sql<boolean>`substr(${ANCHOR}, 1, 4) < ${month.slice(0, 4)}`)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** How many certifications have their anniversary in each month of the year, by `MM`, counting those certified before the year `before`. */
export async function anniversariesByMonth(
  db: ReadableDatabase,
  before: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.kysely
    .selectFrom('certification')
    .select([sql<string>`substr(${ANCHOR}, 6, 2)`.as('month'), sql<number>`count(*)`.as('count')])
    .where(sql<boolean>`substr(${ANCHOR}, 1, 4) < ${before}`)
    .groupBy('month')
    .execute();
  return new Map(rows.map((row) => [row.month, row.count]));
}

/** The recipients among some members, by member id. */
export async function recipients(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, Recipient>> {
  const rows = await db.kysely
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
      'm.sort_name',
    ])
    .select(['m.email', 'm.mail_ok', 'm.email_ok', 'm.email_bad_reason', 'm.deceased_on'])
    .select(['a.address1', 'a.address2', 'a.city', 'a.state', 'a.zip', 'a.country', 'a.bad_reason'])
    .where(within('m.id', members))
    .execute();
  return new Map(
    rows.map((row): [number, Recipient] => [
      row.id,
      {
        memberId: row.id,
        memberNo: row.member_no,
        name: fullName(row),
        sortName: row.sort_name,
        email: row.email,
        mailOk: row.mail_ok === 1,
        emailOk: row.email_ok === 1,
        emailBadReason: row.email_bad_reason,
        deceasedOn: row.deceased_on,
        address:
          row.country === null
            ? null
            : {
                address1: row.address1 ?? '',
                address2: row.address2 ?? '',
                city: row.city ?? '',
                state: row.state ?? '',
                zip: row.zip ?? '',
                country: row.country,
              },
        badReason: row.bad_reason,
      },
    ]),
  );
}
