import type { Selectable } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { RunKind } from '../../shared/domain/notice-schedule.ts';
import type { HeldReason } from '../../shared/domain/renewals.ts';
import type { FrozenRun, PieceContent } from '../../shared/domain/run-content.ts';
import { sheetListText } from '../../shared/domain/sheet-ranges.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { insertPieces, type PieceRow } from '../db/run-pieces.ts';
import type { RunTable } from '../db/run-tables.ts';
import type { Write } from '../db/transaction.ts';

/** A prepared run as kept. */
export interface Run {
  readonly id: string;
  readonly kind: RunKind;
  /** Which step of the notice schedule. */
  readonly step: string;
  readonly month: string;
  readonly preparedOn: CalendarDate;
  readonly selected: number;
  readonly toPrint: number;
  readonly toEmail: number;
  readonly held: number;
  /** Of those printed, how many go by e-mail, too. */
  readonly alsoEmailed: number;
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
  /** Sheets handed to the post, as counted. */
  readonly mailedCount: number | null;
  readonly pdfSha256: string | null;
}

/** One member's piece of a run. */
export interface Piece {
  readonly memberId: number;
  readonly channel: 'print' | 'email' | 'held';
  readonly sheet: number | null;
  readonly heldReason: HeldReason | null;
  readonly heldDetail: string | null;
  readonly content: PieceContent | null;
  /** Whether a printed piece goes by e-mail, too. */
  readonly emailCopy: boolean;
  /** The letter of the audit desk that it is; null = none. */
  readonly auditLetter: number | null;
}

const COLUMNS = [
  'id',
  'kind',
  'step',
  'month',
  'prepared_on',
  'selected',
  'to_print',
  'to_email',
  'held',
  'also_emailed',
  'printed_on',
  'mailed_on',
  'mailed_count',
  'pdf_sha256',
] as const;

/** A run by its id, or null. */
export async function runById(db: ReadableDatabase, id: string): Promise<Run | null> {
  const row = await db.kysely.selectFrom('run').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRun(row);
}

/** Runs, newest month first; of one month where it is named. */
export async function runs(db: ReadableDatabase, month: string | null = null): Promise<readonly Run[]> {
  const query = db.kysely.selectFrom('run').select(COLUMNS).orderBy('month', 'desc').orderBy('id', 'desc');
  const rows = await (month === null ? query : query.where('month', '=', month)).execute();
  return rows.map(toRun);
}

/** What was frozen with a run: office, letter, envelope. */
export async function frozenRun(db: ReadableDatabase, id: string): Promise<FrozenRun> {
  const row = await db.kysely
    .selectFrom('run')
    .select('frozen')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // Only publishRun writes the column.
  return JSON.parse(row.frozen) as FrozenRun;
}

/** Writes pieces of a run that is not published yet. */
export function addPieces(write: Write, run: string, firstPosition: number, pieces: readonly Piece[]): void {
  insertPieces(
    write.db.sqlite,
    pieces.map(
      (piece, index): PieceRow => ({
        run_id: run,
        position: firstPosition + index,
        member_id: piece.memberId,
        channel: piece.channel,
        sheet: piece.sheet,
        held_reason: piece.heldReason,
        held_detail: piece.heldDetail,
        asked_cents: piece.content?.totalCents ?? 0,
        content: piece.content === null ? null : JSON.stringify(piece.content),
        email_copy: piece.emailCopy ? 1 : 0,
        audit_letter_id: piece.auditLetter,
      }),
    ),
  );
}

/** Removes pieces that a stopped preparation left; a published run's cannot be removed. */
export async function dropUnpublishedPieces(write: Write, run: string): Promise<number> {
  const result = await write.kysely.deleteFrom('run_piece').where('run_id', '=', run).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Publishes a run over its pieces, which the database checks to add up; from then on both are frozen. */
export async function publishRun(write: Write, run: Run, frozen: FrozenRun): Promise<void> {
  await write.kysely
    .insertInto('run')
    .values({
      id: run.id,
      kind: run.kind,
      step: run.step,
      month: run.month,
      prepared_on: run.preparedOn,
      selected: run.selected,
      to_print: run.toPrint,
      to_email: run.toEmail,
      held: run.held,
      also_emailed: run.alsoEmailed,
      frozen: JSON.stringify(frozen),
      pdf_sha256: null,
      printed_on: null,
      mailed_on: null,
    })
    .execute();
}

/** The contents of sheets `first` to `last` of a run, in order; some hundred at a time. */
export async function sheetContents(
  db: ReadableDatabase,
  run: string,
  first: number,
  last: number,
): Promise<readonly { sheet: number; content: PieceContent }[]> {
  const rows = await db.kysely
    .selectFrom('run_piece')
    .select(['sheet', 'content'])
    .where('run_id', '=', run)
    .where('sheet', '>=', first)
    .where('sheet', '<=', last)
    .orderBy('sheet')
    .execute();
  // The table's CHECKs: what is printed has a sheet and a content, written by addPieces alone.
  return rows.map((row) => ({
    sheet: row.sheet ?? 0,
    content: JSON.parse(row.content ?? 'null') as PieceContent,
  }));
}

/** A print as it is recorded. */
export interface PrintRecord {
  readonly run: string;
  /** In order. */
  readonly sheets: readonly number[];
  readonly sha256: string;
  readonly at: string;
  readonly actor: string;
  /** Whether it was the whole run. */
  readonly whole: boolean;
  readonly duplex: boolean;
  readonly on: CalendarDate;
}

/** Notes a print whose file is kept; that of the whole run makes it printed. @returns the id of the print */
export async function recordPrint(write: Write, print: PrintRecord): Promise<number> {
  const first = print.sheets[0] ?? 0;
  const last = print.sheets.at(-1) ?? 0;
  const row = await write.kysely
    .insertInto('run_print')
    .values({
      run_id: print.run,
      first_sheet: first,
      last_sheet: last,
      sheets: last - first + 1 === print.sheets.length ? null : sheetListText(print.sheets),
      sha256: print.sha256,
      duplex: print.duplex ? 1 : 0,
      kept: 1,
      printed_at: print.at,
      actor: print.actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (print.whole)
    await write.kysely
      .updateTable('run')
      .set((eb) => ({ pdf_sha256: print.sha256, printed_on: eb.fn.coalesce('printed_on', eb.val(print.on)) }))
      .where('id', '=', print.run)
      .execute();
  return row.id;
}

/** Sets or clears when a run was handed to the post and how many sheets were counted. */
export async function setMailedOn(
  write: Write,
  run: string,
  mailed: { readonly on: CalendarDate; readonly count: number } | null,
): Promise<void> {
  await write.kysely
    .updateTable('run')
    .set({ mailed_on: mailed?.on ?? null, mailed_count: mailed?.count ?? null })
    .where('id', '=', run)
    .execute();
}

function toRun(row: Pick<Selectable<RunTable>, (typeof COLUMNS)[number]>): Run {
  return {
    id: row.id,
    kind: row.kind,
    step: row.step,
    month: row.month,
    preparedOn: row.prepared_on,
    selected: row.selected,
    toPrint: row.to_print,
    toEmail: row.to_email,
    held: row.held,
    alsoEmailed: row.also_emailed,
    printedOn: row.printed_on,
    mailedOn: row.mailed_on,
    mailedCount: row.mailed_count,
    pdfSha256: row.pdf_sha256,
  };
}
