import type { HeldReason } from '../../shared/domain/renewals.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';

/** A member's piece of a run, with whose it is. */
export interface MemberPiece {
  readonly memberId: number;
  readonly memberName: string;
  readonly position: number;
  readonly channel: 'print' | 'email' | 'held';
  readonly sheet: number | null;
  readonly heldReason: string | null;
}

/** The piece that a run has for a member, or null. */
export async function pieceOfMember(
  db: ReadableDatabase,
  run: string,
  memberNo: string,
): Promise<MemberPiece | null> {
  const row = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['p.member_id', 'p.position', 'p.channel', 'p.sheet', 'p.held_reason'])
    .select(['m.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .where('p.run_id', '=', run)
    .where('m.member_no', '=', memberNo)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    memberId: row.member_id,
    memberName: fullName(row),
    position: row.position,
    channel: row.channel,
    sheet: row.sheet,
    heldReason: row.held_reason,
  };
}

/** A print of a run whose file is kept. */
export interface KeptPrint {
  readonly firstSheet: number;
  readonly lastSheet: number;
  /** `12,15-17` where it is not all from the first to the last. */
  readonly sheets: string | null;
  readonly sha256: string;
  readonly duplex: boolean;
  readonly printedAt: string;
}

/** The kept prints of a run that can hold a sheet, newest first. */
export async function keptPrints(
  db: ReadableDatabase,
  run: string,
  sheet: number,
): Promise<readonly KeptPrint[]> {
  const rows = await db.kysely
    .selectFrom('run_print')
    .select(['first_sheet', 'last_sheet', 'sheets', 'sha256', 'duplex', 'printed_at'])
    .where('run_id', '=', run)
    .where('kept', '=', 1)
    .where('first_sheet', '<=', sheet)
    .where('last_sheet', '>=', sheet)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    firstSheet: row.first_sheet,
    lastSheet: row.last_sheet,
    sheets: row.sheets,
    sha256: row.sha256,
    duplex: row.duplex === 1,
    printedAt: row.printed_at,
  }));
}

/** The e-mail on record for a piece, or null. */
export async function messageOfPiece(
  db: ReadableDatabase,
  run: string,
  position: number,
): Promise<{
  readonly address: string;
  readonly state: string;
  readonly settledAt: string | null;
  readonly sha256: string | null;
} | null> {
  const row = await db.kysely
    .selectFrom('email_message')
    .select(['address', 'state', 'settled_at', 'eml_sha256'])
    .where('run_id', '=', run)
    .where('position', '=', position)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { address: row.address, state: row.state, settledAt: row.settled_at, sha256: row.eml_sha256 };
}

/** Members held by a run for one reason, in its order. */
export async function membersHeldFor(
  db: ReadableDatabase,
  run: string,
  reason: HeldReason,
): Promise<readonly number[]> {
  const rows = await db.kysely
    .selectFrom('run_piece')
    .select('member_id')
    .where('run_id', '=', run)
    .where('held_reason', '=', reason)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.member_id);
}

/** Ids of members by their numbers. */
export async function memberIdsOf(
  db: ReadableDatabase,
  memberNos: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let at = 0; at < memberNos.length; at += 500) {
    const rows = await db.kysely
      .selectFrom('member')
      .select(['id', 'member_no'])
      .where('member_no', 'in', memberNos.slice(at, at + 500))
      .execute();
    for (const row of rows) found.set(row.member_no, row.id);
  }
  return found;
}
