import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import type { AddressesToFind, ReturnedRows } from '../../shared/domain/returned-mail.ts';
import type { PieceContent } from '../../shared/domain/run-content.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';

/** A printed sheet and whose it is. */
export interface PrintedSheet {
  readonly run: string;
  readonly position: number;
  readonly sheet: number;
  readonly step: string;
  readonly preparedOn: CalendarDate;
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly email: string;
  readonly emailOk: boolean;
  readonly content: PieceContent;
}

const SHEET = (db: Reading) =>
  db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('run as r', 'r.id', 'p.run_id')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['p.run_id', 'p.position', 'p.sheet', 'p.content', 'p.member_id'])
    .select(['r.step', 'r.prepared_on', 'r.printed_on', 'r.mailed_on'])
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select(['m.email', 'm.email_ok', 'm.email_bad_reason']);

type SheetRow = Awaited<ReturnType<ReturnType<typeof SHEET>['execute']>>[number];

/** A sheet of a run, or null where the run has no such sheet. */
export async function printedSheet(db: Reading, run: string, sheet: number): Promise<PrintedSheet | null> {
  const row = await SHEET(db).where('p.run_id', '=', run).where('p.sheet', '=', sheet).executeTakeFirst();
  return row === undefined ? null : toSheet(row);
}

/** The sheet that a member was sent last, or null where none was printed. */
export async function lastSheetOf(db: Reading, memberNo: string): Promise<PrintedSheet | null> {
  const row = await SHEET(db)
    .where('m.member_no', '=', memberNo)
    .where('p.sheet', 'is not', null)
    .where('r.printed_on', 'is not', null)
    .orderBy('r.printed_on', 'desc')
    .orderBy('r.id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toSheet(row);
}

function toSheet(row: SheetRow): PrintedSheet {
  return {
    run: row.run_id,
    position: row.position,
    sheet: row.sheet ?? 0,
    step: row.step,
    preparedOn: row.prepared_on,
    printedOn: row.printed_on,
    mailedOn: row.mailed_on,
    memberId: row.member_id,
    memberNo: row.member_no,
    memberName: fullName(row),
    email: row.email,
    emailOk: row.email_ok === 1 && row.email !== '' && row.email_bad_reason === null,
    // What has a sheet has a content, written by addPieces alone.
    content: JSON.parse(row.content ?? 'null') as PieceContent,
  };
}

/** An address that a member has or had. */
export interface KnownAddress extends PostalAddress {
  readonly id: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly badReason: string | null;
}

/** Every address of a member, the current one first. */
export async function addressesOf(db: Reading, memberId: number): Promise<readonly KnownAddress[]> {
  const rows = await db.kysely
    .selectFrom('postal_address')
    .select(['id', 'address1', 'address2', 'city', 'state', 'zip', 'country'])
    .select(['valid_from as validFrom', 'valid_to as validTo', 'bad_reason as badReason'])
    .where('member_id', '=', memberId)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.toSorted((a, b) => Number(b.validTo === null) - Number(a.validTo === null));
}

export interface ReturnedMail {
  readonly run: string;
  readonly sheet: number;
  readonly memberId: number;
  /** null where the address that it was sent to is no longer on record. */
  readonly addressId: number | null;
  readonly reason: string;
  readonly on: CalendarDate;
}

/** What is on record of a returned sheet, or null. */
export async function returnedMail(db: Reading, run: string, sheet: number): Promise<ReturnedMail | null> {
  const row = await db.kysely
    .selectFrom('returned_mail')
    .select(['run_id as run', 'sheet', 'member_id as memberId', 'postal_address_id as addressId'])
    .select(['reason', 'returned_on as on'])
    .where('run_id', '=', run)
    .where('sheet', '=', sheet)
    .executeTakeFirst();
  return row ?? null;
}

export async function addReturnedMail(write: Write, mail: ReturnedMail): Promise<void> {
  await write.kysely
    .insertInto('returned_mail')
    .values({
      run_id: mail.run,
      sheet: mail.sheet,
      member_id: mail.memberId,
      postal_address_id: mail.addressId,
      reason: mail.reason,
      returned_on: mail.on,
      actor: write.actor.name,
    })
    .execute();
}

export async function removeReturnedMail(write: Write, run: string, sheet: number): Promise<void> {
  await write.kysely
    .deleteFrom('returned_mail')
    .where('run_id', '=', run)
    .where('sheet', '=', sheet)
    .execute();
}

/** Why other post came back from an address, the newest first; null where none did. */
export async function returnedFrom(
  db: Reading,
  addressId: number,
  but: { readonly run: string; readonly sheet: number },
): Promise<string | null> {
  const row = await db.kysely
    .selectFrom('returned_mail')
    .select('reason')
    .where('postal_address_id', '=', addressId)
    .where((eb) => eb.not(eb.and({ run_id: but.run, sheet: but.sheet })))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.reason ?? null;
}

/** Marks an address as one that post does not reach, or takes that back with null. */
export async function markAddress(write: Write, addressId: number, badReason: string | null): Promise<void> {
  await write.kysely
    .updateTable('postal_address')
    .set({ bad_reason: badReason })
    .where('id', '=', addressId)
    .execute();
}

/** Notes that the notices of a piece did not arrive, so that the next run of their step may give them again. */
export async function failGiven(
  write: Write,
  piece: { readonly run: string; readonly position: number },
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .updateTable('notice_given')
    .set({ failed: 'returned', failed_on: on })
    .where('run_id', '=', piece.run)
    .where('position', '=', piece.position)
    .where('failed', 'is', null)
    .execute();
}

/** Takes that back. */
export async function unfailGiven(
  write: Write,
  piece: { readonly run: string; readonly position: number },
): Promise<void> {
  await write.kysely
    .updateTable('notice_given')
    .set({ failed: null, failed_on: null })
    .where('run_id', '=', piece.run)
    .where('position', '=', piece.position)
    .where('failed', '=', 'returned')
    .execute();
}

/** Whether a notice of the piece has been given again since it came back. */
export async function givenAgain(
  db: Reading,
  piece: { readonly run: string; readonly position: number },
): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('notice_given as g')
    .innerJoin('notice_given as later', (join) =>
      join
        .onRef('later.certification_id', '=', 'g.certification_id')
        .onRef('later.step', '=', 'g.step')
        .onRef('later.for_date', '=', 'g.for_date')
        .on('later.failed', 'is', null),
    )
    .select('g.id')
    .where('g.run_id', '=', piece.run)
    .where('g.position', '=', piece.position)
    .where('g.failed', '=', 'returned')
    .executeTakeFirst();
  return row !== undefined;
}

/** Post that came back, newest first. */
export async function returnedRows(db: Reading, offset: number, limit: number): Promise<ReturnedRows> {
  const count = await db.kysely
    .selectFrom('returned_mail')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirst();
  const rows = await db.kysely
    .selectFrom('returned_mail as r')
    .innerJoin('member as m', 'm.id', 'r.member_id')
    .leftJoin('postal_address as a', 'a.id', 'r.postal_address_id')
    .select(['r.run_id', 'r.sheet', 'r.reason', 'r.returned_on', 'r.actor', 'a.id as address', 'a.valid_to'])
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .orderBy('r.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total: count?.total ?? 0,
    rows: rows.map((row) => ({
      run: row.run_id,
      sheet: row.sheet,
      memberNo: row.member_no,
      memberName: fullName(row),
      reason: row.reason,
      returnedOn: row.returned_on,
      actor: row.actor,
      corrected: row.address === null || row.valid_to !== null,
    })),
  };
}

/** Living members whom post does not reach, the last returned first. */
export async function addressesToFind(db: Reading, offset: number, limit: number): Promise<AddressesToFind> {
  const bad = () =>
    db.kysely
      .selectFrom('postal_address as a')
      .innerJoin('member as m', 'm.id', 'a.member_id')
      .where('a.valid_to', 'is', null)
      .where('a.bad_reason', 'is not', null)
      .where('m.deceased_on', 'is', null);
  const count = await bad()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirst();
  const rows = await bad()
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix', 'm.email', 'm.phone'])
    .select(['a.address1', 'a.address2', 'a.city', 'a.state', 'a.zip', 'a.country', 'a.bad_reason'])
    .select((eb) =>
      eb
        .selectFrom('returned_mail as r')
        .whereRef('r.postal_address_id', '=', 'a.id')
        .select((max) => max.fn.max('r.returned_on').as('on'))
        .as('returned_on'),
    )
    .orderBy('returned_on', 'desc')
    .orderBy('m.sort_name')
    .orderBy('m.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total: count?.total ?? 0,
    rows: rows.map((row) => ({
      memberNo: row.member_no,
      memberName: fullName(row),
      email: row.email,
      phone: row.phone,
      address: {
        address1: row.address1,
        address2: row.address2,
        city: row.city,
        state: row.state,
        zip: row.zip,
        country: row.country,
      },
      badReason: row.bad_reason,
      returnedOn: row.returned_on,
    })),
  };
}
