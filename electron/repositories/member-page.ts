import type {
  ActivityOnPage,
  AddressOnPage,
  NoticeOnPage,
  PaymentOnPage,
} from '../../shared/domain/member-page.ts';
import { dateKey } from '../../shared/util/dates.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { JournalTable } from '../db/tables.ts';
import { paymentsOfMember } from './ledger-payments.ts';

/** A member's own data. */
export async function memberById(db: ReadableDatabase, id: number) {
  return db.kysely
    .selectFrom('member')
    .select([
      'member_no',
      'first_name',
      'middle_name',
      'last_name',
      'suffix',
      'email',
      'phone',
      'mail_ok',
      'email_ok',
      'deceased_on',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** The addresses of a member, the current one first. */
export async function addressesOf(db: ReadableDatabase, memberId: number): Promise<readonly AddressOnPage[]> {
  return db.kysely
    .selectFrom('postal_address')
    .select([
      'address1',
      'address2',
      'city',
      'state',
      'zip',
      'country',
      'valid_from as validFrom',
      'valid_to as validTo',
      'bad_reason as badReason',
    ])
    .where('member_id', '=', memberId)
    .orderBy((eb) => eb.case().when('valid_to', 'is', null).then(0).else(1).end())
    .orderBy('valid_from', 'desc')
    .execute();
}

/** The payments for a member's certifications with what they settle now, newest first. */
export async function paymentsOf(db: ReadableDatabase, memberId: number): Promise<readonly PaymentOnPage[]> {
  const payments = await paymentsOfMember(db, memberId);
  return payments
    .toSorted((a, b) => dateKey(b.receivedOn) - dateKey(a.receivedOn) || b.payment - a.payment)
    .map(({ payment, code, receivedOn, amountCents, method, reference, ...rest }) => ({
      payment,
      code,
      receivedOn,
      amountCents,
      method,
      reference,
      allocations: rest.allocations
        .filter(({ releasedOn }) => releasedOn === null)
        .map(({ yearStart, amountCents: cents }) => ({ yearStart, amountCents: cents })),
      creditCents: rest.creditCents,
      refundedCents: rest.refunds.reduce((sum, back) => sum + back.amountCents, 0),
      reversal: rest.reversal,
    }));
}

/** A member's activities that stand, newest first, without what excludes them. */
export async function activitiesOfMember(
  db: ReadableDatabase,
  memberId: number,
): Promise<readonly Omit<ActivityOnPage, 'excluded'>[]> {
  const rows = await db.kysely
    .selectFrom('activity')
    .select([
      'id',
      'category',
      'title',
      'provider',
      'completed_on as completedOn',
      'employed_from as employedFrom',
      'employed_to as employedTo',
      'points',
      'source',
      'finding',
    ])
    .where('member_id', '=', memberId)
    .where('withdrawn_on', 'is', null)
    .orderBy((eb) => eb.fn.coalesce('completed_on', 'employed_from'), 'desc')
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}

/** The notices of a member's runs, newest first. */
export async function noticesOf(db: ReadableDatabase, memberId: number): Promise<readonly NoticeOnPage[]> {
  return db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('run as r', 'r.id', 'p.run_id')
    .select([
      'r.id as run',
      'r.month',
      'p.channel',
      'p.sheet',
      'p.held_reason as heldReason',
      'r.prepared_on as preparedOn',
      'r.printed_on as printedOn',
      'r.mailed_on as mailedOn',
    ])
    .where('p.member_id', '=', memberId)
    .orderBy('r.id', 'desc')
    .execute();
}

/** The newest journal entries about a member. */
export async function journalOf(
  db: ReadableDatabase,
  memberNo: string,
  limit: number,
): Promise<readonly Pick<JournalTable, 'seq' | 'at' | 'actor' | 'action' | 'subject' | 'detail'>[]> {
  return db.kysely
    .selectFrom('journal')
    .select(['seq', 'at', 'actor', 'action', 'subject', 'detail'])
    .where('subject', '=', 'member')
    .where('subject_id', '=', memberNo)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}
