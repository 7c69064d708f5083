import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PieceContent } from '../../shared/domain/run-content.ts';
import type { ReadableDatabase } from '../db/connection.ts';

/** What a printed sheet asked of whom. Whole cents. */
export interface AskedOnSheet {
  readonly memberId: number;
  readonly memberNo: string;
  readonly cents: number;
  /** By certification code, arrears included. */
  readonly byCode: ReadonlyMap<string, number>;
}

/** What a sheet of a run asked; null where there is no such sheet. */
export async function askedOnSheet(
  db: ReadableDatabase,
  run: string,
  sheet: number,
): Promise<AskedOnSheet | null> {
  const row = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['p.member_id', 'm.member_no', 'p.asked_cents', 'p.content'])
    .where('p.run_id', '=', run)
    .where('p.sheet', '=', sheet)
    .executeTakeFirst();
  if (row === undefined) return null;
  // Written by addPieces alone; only a held piece has none.
  const content = row.content === null ? null : (JSON.parse(row.content) as PieceContent);
  const lines = content?.lines ?? [];
  return {
    memberId: row.member_id,
    memberNo: row.member_no,
    cents: row.asked_cents,
    byCode: new Map(lines.map((line) => [line.code, line.amountCents + line.arrearsCents])),
  };
}

/** A sheet with an attestation slip: whose it is, and the cycles that it has a box for. */
export interface AttestationSheet {
  readonly run: string;
  readonly sheet: number;
  readonly memberNo: string;
  readonly named: readonly { readonly code: CertificationCode; readonly cycleStart: CalendarDate }[];
}

/** The attestation slip of a sheet; null where there is no such sheet. */
export async function attestationSheet(
  db: ReadableDatabase,
  run: string,
  sheet: number,
): Promise<AttestationSheet | null> {
  const row = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['m.member_no', 'p.content'])
    .where('p.run_id', '=', run)
    .where('p.sheet', '=', sheet)
    .executeTakeFirst();
  if (row === undefined) return null;
  // Written by addPieces alone; only a held piece has none.
  const content = row.content === null ? null : (JSON.parse(row.content) as PieceContent);
  // A compliance notice has one line a cycle, with its first and last day.
  const named = (content?.lines ?? []).map(({ code, yearStart }) => ({ code, cycleStart: yearStart }));
  return { run, sheet, memberNo: row.member_no, named };
}
