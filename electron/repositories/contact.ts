import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import { refreshSearch } from '../db/search/refresh.ts';
import type { Write } from '../db/transaction.ts';

/** How to reach a member. */
export interface Contact {
  readonly email: string;
  readonly phone: string;
  readonly mailOk: boolean;
  readonly emailOk: boolean;
}

/** Changes how a member is reached, but for the postal address. */
export async function updateContact(write: Write, memberId: number, contact: Contact): Promise<void> {
  await write.kysely
    .updateTable('member')
    .set({
      email: contact.email,
      phone: contact.phone,
      mail_ok: contact.mailOk ? 1 : 0,
      email_ok: contact.emailOk ? 1 : 0,
    })
    .where('id', '=', memberId)
    .execute();
}

/**
 * Gives a member a new current address; the one before is kept with the day on which it ended. A second change on one day
 * replaces the first, since no post went between.
 */
export async function moveTo(
  write: Write,
  memberId: number,
  address: PostalAddress,
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .deleteFrom('postal_address')
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null)
    .where('valid_from', '>=', on)
    .execute();
  await write.kysely
    .updateTable('postal_address')
    .set({ valid_to: on })
    .where('member_id', '=', memberId)
    .where('valid_to', 'is', null)
    .execute();
  await write.kysely
    .insertInto('postal_address')
    .values({ member_id: memberId, ...address, valid_from: on, valid_to: null, bad_reason: null })
    .execute();
}

/** Lets lookups and the members list find the member as now written; once, after all changes of the action. */
export function refreshMember(write: Write, memberId: number): void {
  refreshSearch(write.db.sqlite, [memberId]);
}
