import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { beforeChange, refreshChanged } from '../db/search/refresh.ts';
import type { Write } from '../db/transaction.ts';
import { compiledRead, compiledWrite } from './compiled-query.ts';

/** How to reach a member. */
export interface Contact {
  readonly email: string;
  readonly phone: string;
  readonly mailOk: boolean;
  readonly emailOk: boolean;
}

/** How a member is reached now. */
export interface CurrentContact extends Contact {
  readonly memberId: number;
  /** null where no address is current. */
  readonly address: PostalAddress | null;
}

/** How the member with the number is reached now, or null where there is no such member. */
export async function currentContact(db: ReadableDatabase, memberNo: string): Promise<CurrentContact | null> {
  const [member] = await MEMBER(db, memberNo);
  if (member === undefined) return null;
  const { id, email, phone, mail_ok, email_ok } = member;
  const [address = null] = await ADDRESS(db, id);
  return { memberId: id, email, phone, mailOk: mail_ok === 1, emailOk: email_ok === 1, address };
}

/** A new postal address and the day from which it is the current one. */
export interface Move {
  readonly address: PostalAddress;
  readonly on: CalendarDate;
  /** Who says so; the office where left out. */
  readonly source?: 'office' | 'move-update';
}

/**
 * Changes how a member is reached, with a new current address where there is a move, so that lookups and the members list find the
 * member as now written.
 */
export async function changeContact(
  write: Write,
  memberId: number,
  contact: Contact,
  move: Move | null,
): Promise<void> {
  const { sqlite } = write.db;
  const before = beforeChange(sqlite, memberId);
  const { email, phone, mailOk, emailOk } = contact;
  await UPDATE(write, memberId, email, phone, mailOk ? 1 : 0, emailOk ? 1 : 0);
  if (move !== null) await moveTo(write, memberId, move);
  refreshChanged(sqlite, before);
}

/** Gives a member a new current address and changes nothing else; lookups and the members list know it at once. */
export async function moveMember(write: Write, memberId: number, move: Move): Promise<void> {
  const { sqlite } = write.db;
  const before = beforeChange(sqlite, memberId);
  await moveTo(write, memberId, move);
  refreshChanged(sqlite, before);
}

/**
 * The address before is kept with the day on which it ended. A second change on one day replaces the first, unless post came back
 * from it: no post went between.
 */
async function moveTo(
  write: Write,
  memberId: number,
  { address, on, source = 'office' }: Move,
): Promise<void> {
  const { address1, address2, city, state, zip, country } = address;
  await REMOVE_ADDRESS_SINCE(write, memberId, on);
  await END_ADDRESS(write, memberId, on);
  await ADD_ADDRESS(write, memberId, address1, address2, city, state, zip, country, on, source);
}

const MEMBER = compiledRead((kysely, memberNo: string) =>
  kysely
    .selectFrom('member')
    .select(['id', 'email', 'phone', 'mail_ok', 'email_ok'])
    .where('member_no', '=', memberNo),
);

const ADDRESS = compiledRead((kysely, memberId: number) =>
  kysely
    .selectFrom('postal_address')
    .select(['address1', 'address2', 'city', 'state', 'zip', 'country'])
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null),
);

const UPDATE = compiledWrite(
  (kysely, memberId: number, email: string, phone: string, mailOk: 0 | 1, emailOk: 0 | 1) =>
    kysely
      .updateTable('member')
      .set((eb) => ({
        email,
        phone,
        mail_ok: mailOk,
        email_ok: emailOk,
        // What is known of the old address says nothing of a new one.
        email_bad_reason: eb.case().when('email', '=', email).then(eb.ref('email_bad_reason')).end(),
      }))
      .where('id', '=', memberId),
);

const REMOVE_ADDRESS_SINCE = compiledWrite((kysely, memberId: number, on: CalendarDate) =>
  kysely
    .deleteFrom('postal_address')
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null)
    .where('valid_from', '>=', on)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('returned_mail as r')
            .whereRef('r.member_id', '=', 'postal_address.member_id')
            .whereRef('r.postal_address_id', '=', 'postal_address.id')
            .select('r.id'),
        ),
      ),
    ),
);

const END_ADDRESS = compiledWrite((kysely, memberId: number, on: CalendarDate) =>
  kysely
    .updateTable('postal_address')
    .set({ valid_to: on })
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null),
);

const ADD_ADDRESS = compiledWrite(
  (
    kysely,
    member_id: number,
    address1: string,
    address2: string,
    city: string,
    state: string,
    zip: string,
    country: string,
    valid_from: CalendarDate,
    source: 'office' | 'move-update',
  ) =>
    kysely.insertInto('postal_address').values({
      member_id,
      address1,
      address2,
      city,
      state,
      zip,
      country,
      valid_from,
      valid_to: null,
      bad_reason: null,
      source,
    }),
);
