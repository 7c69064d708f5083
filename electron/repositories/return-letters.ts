import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PapersFate, ReturnState } from '../../shared/domain/return-letters.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';
import { pullSheet } from './audit-letters.ts';
import { fullName } from './facts.ts';
import { leavesOf } from './intake-pages.ts';

/** Queues the letter that sends a refused part back. */
export async function queueReturnLetter(
  { kysely }: Write,
  { part, memberId, on }: { readonly part: number; readonly memberId: number; readonly on: CalendarDate },
): Promise<void> {
  await kysely
    .insertInto('intake_return_letter')
    .values({ part_id: part, member_id: memberId, queued_on: on })
    .execute();
}

/**
 * Withdraws the letter of a part that is not refused any more, and takes its sheet out of its run where that says nothing else; one that was
 * mailed stays as it is.
 */
export async function withdrawReturnLetter(write: Write, part: number, on: CalendarDate): Promise<void> {
  await write.kysely
    .updateTable('intake_return_letter')
    .set({ withdrawn_on: on })
    .where('part_id', '=', part)
    .where('withdrawn_on', 'is', null)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('run_id', 'is', null),
        not(
          exists(
            selectFrom('run')
              .whereRef('run.id', '=', 'intake_return_letter.run_id')
              .where('run.mailed_on', 'is not', null)
              .select('run.id'),
          ),
        ),
      ]),
    )
    .execute();
  for (const sheet of await emptied(write, part))
    await pullSheet(write, sheet, { reason: 'Its documents are not refused any more', on });
}

/** Sheets of runs not mailed yet that told of a part and of nothing else that is refused, and that are still in. */
async function emptied({ kysely }: Write, part: number) {
  const rows = await kysely
    .selectFrom('intake_return_letter as l')
    .innerJoin('run as r', 'r.id', 'l.run_id')
    .innerJoin('run_piece as p', (join) =>
      join.onRef('p.run_id', '=', 'l.run_id').onRef('p.position', '=', 'l.position'),
    )
    .select(['p.run_id as run', 'p.sheet'])
    .distinct()
    .where('l.part_id', '=', part)
    .where('r.mailed_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('intake_return_letter as o')
            .select('o.id')
            .whereRef('o.run_id', '=', 'l.run_id')
            .whereRef('o.position', '=', 'l.position')
            .where('o.withdrawn_on', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pulled_sheet as x')
            .select('x.sheet')
            .whereRef('x.run_id', '=', 'p.run_id')
            .whereRef('x.sheet', '=', 'p.sheet'),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ run, sheet }) => (sheet === null ? [] : [{ run, sheet }]));
}

/** A sheet of a run. */
interface Sheet {
  readonly run: string;
  readonly position: number;
}

/**
 * Queues the letters of a sheet that came back again, for the member still waits for the papers; not those withdrawn, nor one whose papers
 * have a later letter already, or are not refused any more.
 */
export async function queueReturnsAgain(
  { kysely }: Write,
  { run, position }: Sheet,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .insertInto('intake_return_letter')
    .columns(['part_id', 'member_id', 'queued_on', 'papers'])
    .expression((eb) =>
      eb
        .selectFrom('intake_return_letter as l')
        .innerJoin('intake_part as t', 't.id', 'l.part_id')
        .select(['l.part_id', 'l.member_id', eb.val(on).as('queued_on'), 'l.papers'])
        .where('l.run_id', '=', run)
        .where('l.position', '=', position)
        .where('l.withdrawn_on', 'is', null)
        .where('t.state', '=', 'refused')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('intake_return_letter as w')
                .select('w.id')
                .whereRef('w.part_id', '=', 'l.part_id')
                .whereRef('w.id', '>', 'l.id')
                .where('w.withdrawn_on', 'is', null),
            ),
          ),
        ),
    )
    .execute();
}

/** Withdraws them: the sheet had not come back after all. */
export async function withdrawReturnsAgain({ kysely }: Write, sheet: Sheet, on: CalendarDate): Promise<void> {
  await kysely
    .updateTable('intake_return_letter')
    .set({ withdrawn_on: on })
    .where('id', 'in', later(kysely, sheet).where('w.run_id', 'is', null).select('w.id'))
    .execute();
}

/** Whether the papers of a sheet went into a letter of a later run. */
export async function returnsSentAgain(db: Reading, sheet: Sheet): Promise<boolean> {
  const found = await later(db.kysely, sheet)
    .where('w.run_id', 'is not', null)
    .select('w.id')
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Letters about the papers of a sheet that were queued after it and not withdrawn, as `w`; none about papers that were put back into the
 * queue since and refused anew.
 */
function later(from: Pick<Reading['kysely'], 'selectFrom'>, { run, position }: Sheet) {
  return from
    .selectFrom('intake_return_letter as l')
    .innerJoin('intake_return_letter as w', (join) =>
      join.onRef('w.part_id', '=', 'l.part_id').onRef('w.id', '>', 'l.id'),
    )
    .innerJoin('run as r', 'r.id', 'l.run_id')
    .where('l.run_id', '=', run)
    .where('l.position', '=', position)
    .where('w.withdrawn_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('intake_step as s')
            .select('s.id')
            .whereRef('s.part_id', '=', 'l.part_id')
            .where('s.from_state', '=', 'refused')
            .whereRef('s.taken_on', '>=', 'r.printed_on'),
        ),
      ),
    );
}

/** How many letters wait for their run. */
export async function countWaitingReturns(db: Reading): Promise<number> {
  const { count } = await db.kysely
    .selectFrom('intake_return_letter')
    .where('withdrawn_on', 'is', null)
    .where('run_id', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A return letter as it is on record. */
export interface ReturnRecord {
  readonly letter: number;
  readonly part: number;
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly queuedOn: CalendarDate;
  readonly withdrawnOn: CalendarDate | null;
  readonly papers: PapersFate;
  readonly name: string;
  readonly receivedOn: CalendarDate;
  readonly pages: number;
  readonly run: string | null;
  readonly sheet: number | null;
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
  readonly cameBackOn: CalendarDate | null;
}

/** Letters in a state: what waits in the order in which it was queued, everything else the last first. */
export async function returnsIn(
  db: Reading,
  { state, offset, limit }: { readonly state: ReturnState; readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly ReturnRecord[] }> {
  const { total } = await inState(db, state)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await recorded(inState(db, state))
    .orderBy('l.id', state === 'waiting' ? 'asc' : 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, rows: rows.map(toRecord) };
}

/** Every letter that waits for its run, the first that was queued first. */
export async function waitingReturns(db: Reading): Promise<readonly ReturnRecord[]> {
  const rows = await recorded(inState(db, 'waiting')).orderBy('l.id').execute();
  return rows.map(toRecord);
}

/** The letters to a member that were not withdrawn, of one run or of none: those that wait, else those of her newest run. */
export async function returnsOfMember(db: Reading, memberId: number): Promise<readonly ReturnRecord[]> {
  const rows = await recorded(letters(db))
    .where('l.member_id', '=', memberId)
    .where('l.withdrawn_on', 'is', null)
    .orderBy('l.id')
    .execute();
  const all = rows.map(toRecord);
  const waiting = all.filter(({ run }) => run === null);
  return waiting.length > 0 ? waiting : all.filter(({ run }) => run === all.at(-1)?.run);
}

/** A letter by its id; null where there is none. */
export async function returnById(db: Reading, letter: number): Promise<ReturnRecord | null> {
  const row = await recorded(letters(db)).where('l.id', '=', letter).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** How many letters are in each state. */
export async function countReturns(db: Reading): Promise<Readonly<Record<ReturnState, number>>> {
  const count = async (state: ReturnState) =>
    (
      await inState(db, state)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  return {
    waiting: await count('waiting'),
    prepared: await count('prepared'),
    mailed: await count('mailed'),
    withdrawn: await count('withdrawn'),
  };
}

/** Sheets of runs not mailed yet of which every letter was withdrawn, in the order of the piles. */
export async function sheetsToTakeOut(
  db: Reading,
): Promise<readonly { readonly run: string; readonly sheet: number; readonly memberName: string }[]> {
  const rows = await letters(db)
    .where('r.mailed_on', 'is', null)
    .where('p.sheet', 'is not', null)
    .select((eb) => ['l.run_id', 'p.sheet', eb.fn.count<number>('l.withdrawn_on').as('withdrawn')])
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .select(['m.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .groupBy(['l.run_id', 'l.position'])
    .orderBy('l.run_id')
    .orderBy('p.sheet')
    .execute();
  return rows
    .filter(({ withdrawn, all }) => withdrawn === all)
    .map((row) => ({ run: row.run_id ?? '', sheet: row.sheet ?? 0, memberName: fullName(row) }));
}

/** Says what becomes of the papers of a letter that is in no run yet. */
export async function setPapers({ kysely }: Write, letter: number, papers: PapersFate): Promise<void> {
  await kysely.updateTable('intake_return_letter').set({ papers }).where('id', '=', letter).execute();
}

/** Puts letters into a run, at the place of their member's piece. */
export async function putInRun(
  { kysely }: Write,
  run: string,
  placed: readonly { readonly letter: number; readonly position: number }[],
): Promise<void> {
  for (const { letter, position } of placed)
    await kysely
      .updateTable('intake_return_letter')
      .set({ run_id: run, position })
      .where('id', '=', letter)
      .execute();
}

function letters(db: Reading) {
  return db.kysely
    .selectFrom('intake_return_letter as l')
    .innerJoin('member as m', 'm.id', 'l.member_id')
    .leftJoin('run as r', 'r.id', 'l.run_id')
    .leftJoin('run_piece as p', (join) =>
      join.onRef('p.run_id', '=', 'l.run_id').onRef('p.position', '=', 'l.position'),
    );
}

function inState(db: Reading, state: ReturnState) {
  const query = letters(db);
  switch (state) {
    case 'waiting':
      return query.where('l.withdrawn_on', 'is', null).where('l.run_id', 'is', null);
    case 'prepared':
      return query
        .where('l.withdrawn_on', 'is', null)
        .where('l.run_id', 'is not', null)
        .where('r.mailed_on', 'is', null);
    case 'mailed':
      return query.where('l.withdrawn_on', 'is', null).where('r.mailed_on', 'is not', null);
    case 'withdrawn':
      return query.where('l.withdrawn_on', 'is not', null);
  }
}

function recorded(query: ReturnType<typeof letters>) {
  return query
    .innerJoin('intake_part as t', 't.id', 'l.part_id')
    .innerJoin('intake_arrival as a', (join) =>
      join.on((eb) =>
        eb(
          'a.id',
          '=',
          eb
            .selectFrom('intake_arrival as f')
            .whereRef('f.document_id', '=', 't.document_id')
            .select((first) => first.fn.min('f.id').as('id')),
        ),
      ),
    )
    .select(['l.id', 'l.part_id', 'l.member_id', 'l.queued_on', 'l.withdrawn_on', 'l.papers', 'l.run_id'])
    .select(['m.member_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select(['t.first_page', 't.last_page', 't.leaves', 'a.name', 'a.received_on', 'p.sheet'])
    .leftJoin('returned_mail as b', (join) =>
      join.onRef('b.run_id', '=', 'l.run_id').onRef('b.sheet', '=', 'p.sheet'),
    )
    .select(['r.printed_on', 'r.mailed_on', 'b.returned_on']);
}

function toRecord(row: Awaited<ReturnType<ReturnType<typeof recorded>['execute']>>[number]): ReturnRecord {
  return {
    letter: row.id,
    part: row.part_id,
    memberId: row.member_id,
    memberNo: row.member_no,
    memberName: fullName(row),
    queuedOn: row.queued_on,
    withdrawnOn: row.withdrawn_on,
    papers: row.papers,
    name: row.name,
    receivedOn: row.received_on,
    pages: leavesOf(row).length,
    run: row.run_id,
    sheet: row.sheet,
    printedOn: row.printed_on,
    mailedOn: row.mailed_on,
    cameBackOn: row.returned_on,
  };
}
