import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReceiptOutcome } from '../../shared/domain/ledger.ts';
import type { AsideKind, LineFacts, ReceiptSource } from '../../shared/domain/receipts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** As many numbers as one question names. */
const AT_ONCE = 500;

/** A line that brought money in, as a later file is held against it. Whole cents. */
export interface KnownReceipt {
  readonly transaction: string;
  readonly deposit: number;
  readonly row: number;
  readonly cents: number;
  readonly code: CertificationCode | '';
  readonly memberNo: string;
  readonly remittance: number;
}

/** Lines of some transactions that brought money in, those of one deposit left out. */
export async function knownReceipts(
  db: ReadableDatabase,
  source: ReceiptSource,
  transactions: readonly string[],
  without: number | null,
): Promise<readonly KnownReceipt[]> {
  const found: KnownReceipt[] = [];
  for (let at = 0; at < transactions.length; at += AT_ONCE) {
    const rows = await db.kysely
      .selectFrom('receipt_line')
      .select(['transaction_no', 'deposit_id', 'row', 'amount_cents', 'code', 'member_no', 'remittance_id'])
      .where('source', '=', source)
      .where('transaction_no', 'in', transactions.slice(at, at + AT_ONCE))
      .$if(without !== null, (query) => query.where('deposit_id', '<>', without))
      .orderBy('id')
      .execute();
    found.push(
      ...rows.map(
        (row): KnownReceipt => ({
          transaction: row.transaction_no,
          deposit: row.deposit_id,
          row: row.row,
          cents: row.amount_cents,
          // Written by addReceiptLine alone.
          code: row.code as CertificationCode | '',
          memberNo: row.member_no,
          remittance: row.remittance_id,
        }),
      ),
    );
  }
  return found;
}

/** Money that went back by some transactions and is on record, that of one deposit left out. */
export async function knownReturns(
  db: ReadableDatabase,
  source: ReceiptSource,
  transactions: readonly string[],
  without: number | null,
): Promise<ReadonlyMap<string, { readonly deposit: number; readonly row: number; readonly cents: number }>> {
  const found = new Map<string, { deposit: number; row: number; cents: number }>();
  for (let at = 0; at < transactions.length; at += AT_ONCE) {
    const rows = await db.kysely
      .selectFrom('receipt_aside')
      .select(['transaction_reference', 'deposit_id', 'row', 'cents'])
      .where('kind', '=', 'back')
      .where('source', '=', source)
      .where('transaction_reference', 'in', transactions.slice(at, at + AT_ONCE))
      .$if(without !== null, (query) => query.where('deposit_id', '<>', without))
      .execute();
    for (const row of rows)
      found.set(row.transaction_reference, {
        deposit: row.deposit_id,
        row: row.row,
        cents: row.cents ?? 0,
      });
  }
  return found;
}

/** The member of a certificate; null where no certificate has the number. */
export async function memberOfCertificate(
  db: ReadableDatabase,
  certificateNo: string,
): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('certification')
    .select('member_id')
    .where('certificate_no', '=', certificateNo)
    .executeTakeFirst();
  return row?.member_id ?? null;
}

/** The deposit that a file became, by the SHA-256 of its bytes, and whether all of its lines are in it; null where it is none yet. */
export async function depositOfFile(
  db: ReadableDatabase,
  sha256: string,
): Promise<{ readonly deposit: number; readonly whole: boolean } | null> {
  const row = await db.kysely
    .selectFrom('deposit as d')
    .innerJoin('deposit_awaited as w', 'w.deposit_id', 'd.id')
    .select(['d.id', 'w.lines'])
    .where('d.file_sha256', '=', sha256)
    .executeTakeFirst();
  return row === undefined ? null : { deposit: row.id, whole: row.lines === 0 };
}

/** A part of a transaction that brought money in: over how much, by whom and for what, and what it became. Whole cents. */
export type ReceiptPart = Pick<KnownReceipt, 'cents' | 'code' | 'memberNo' | 'remittance'>;

/** Which rows of a file are in its deposit, and what each transaction of it became, its parts in their order. */
export async function linesIn(
  db: ReadableDatabase,
  deposit: number,
): Promise<{
  readonly rows: ReadonlySet<number>;
  readonly parts: ReadonlyMap<string, readonly ReceiptPart[]>;
}> {
  const lines = await db.kysely
    .selectFrom('receipt_line')
    .select(['row', 'transaction_no', 'remittance_id', 'amount_cents', 'code', 'member_no'])
    .where('deposit_id', '=', deposit)
    .orderBy('id')
    .execute();
  const asides = await db.kysely
    .selectFrom('receipt_aside')
    .select('row')
    .where('deposit_id', '=', deposit)
    .execute();
  return {
    rows: new Set([...lines, ...asides].map(({ row }) => row)),
    parts: new Map(
      [...Map.groupBy(lines, (line) => line.transaction_no)].map(([transaction, own]) => [
        transaction,
        own.map((line) => ({
          cents: line.amount_cents,
          // Written by addReceiptLine alone.
          code: line.code as CertificationCode | '',
          memberNo: line.member_no,
          remittance: line.remittance_id,
        })),
      ]),
    ),
  };
}

interface NewLine extends Pick<LineFacts, 'row' | 'method' | 'memberNo' | 'name' | 'code' | 'why'> {
  readonly deposit: number;
  readonly source: ReceiptSource;
}

/** A line that brings money in, with the remittance that it became. */
export interface NewReceiptLine extends NewLine {
  readonly transaction: string;
  /** The transaction's number, or a part of it: entered once. */
  readonly reference: string;
  readonly receivedOn: CalendarDate;
  readonly cents: number;
  readonly outcome: ReceiptOutcome;
  readonly suggestedMember: number | null;
  readonly remittance: number;
}

export async function addReceiptLine({ kysely }: Write, line: NewReceiptLine): Promise<void> {
  await kysely
    .insertInto('receipt_line')
    .values({
      deposit_id: line.deposit,
      source: line.source,
      row: line.row,
      transaction_no: line.transaction,
      transaction_reference: line.reference,
      received_on: line.receivedOn,
      amount_cents: line.cents,
      method: line.method,
      member_no: line.memberNo,
      name: line.name,
      code: line.code,
      outcome: line.outcome,
      why: line.why,
      suggested_member_id: line.suggestedMember,
      remittance_id: line.remittance,
    })
    .execute();
}

/** A line that brings no money in. */
export interface NewAside extends NewLine {
  readonly kind: AsideKind;
  readonly reference: string;
  readonly receivedOn: CalendarDate | null;
  readonly cents: number | null;
  /** What it repeats, or what went back. */
  readonly remittance: number | null;
}

export async function addAside({ kysely }: Write, line: NewAside): Promise<void> {
  await kysely
    .insertInto('receipt_aside')
    .values({
      deposit_id: line.deposit,
      source: line.source,
      row: line.row,
      kind: line.kind,
      transaction_reference: line.reference,
      received_on: line.receivedOn,
      cents: line.cents,
      method: line.method,
      member_no: line.memberNo,
      name: line.name,
      code: line.code,
      why: line.why,
      remittance_id: line.remittance,
    })
    .execute();
}

/** What the desk says of a line that it does not assign. */
export async function addNote(
  { kysely, actor }: Write,
  note: {
    readonly deposit: number;
    readonly row: number;
    readonly kind: 'left' | 'taken-up';
    readonly on: CalendarDate;
    readonly reason: string;
  },
): Promise<void> {
  await kysely
    .insertInto('receipt_note')
    .values({
      deposit_id: note.deposit,
      row: note.row,
      kind: note.kind,
      noted_on: note.on,
      reason: note.reason,
      actor: actor.name,
    })
    .execute();
}
