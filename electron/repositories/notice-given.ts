import type { EmailState } from '../../shared/domain/email.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { HeldReason } from '../../shared/domain/renewals.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { deleteUnpublishedGiven, insertGiven } from '../db/given-rows.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';
import { type MemberSelection, within } from './member-selection.ts';

/** Which certification a piece tells of, and for what: once only for each step. */
export interface Given {
  readonly certificationId: number;
  /** The year's start, the cycle's end, the day since which it lapsed. */
  readonly forDate: CalendarDate;
}

/** A `Given` as one text, for sets. */
export function givenKey({ certificationId, forDate }: Given): string {
  return `${certificationId} ${forDate}`;
}

/** What the members were given of a step, whatever for, as `givenKey`s; a piece that bounced or came back was not given. */
export async function givenTo(
  db: ReadableDatabase,
  step: string,
  members: MemberSelection,
): Promise<ReadonlySet<string>> {
  const rows = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('notice_given as g', 'g.certification_id', 'c.id')
    .innerJoin('run as r', 'r.id', 'g.run_id')
    .select(['g.certification_id as certificationId', 'g.for_date as forDate'])
    .where(within('c.member_id', members))
    .where('g.step', '=', step)
    .where('g.failed', 'is', null)
    .execute();
  return new Set(rows.map(givenKey));
}

/** Notes what the pieces of a run that is not published yet tell of. `position` = the piece's place in the run. */
export function addGiven(
  write: Write,
  { run, step }: { readonly run: string; readonly step: string },
  given: readonly (Given & { readonly position: number })[],
): void {
  insertGiven(
    write.db.sqlite,
    given.map(({ certificationId, forDate, position }) => ({
      run_id: run,
      position,
      certification_id: certificationId,
      step,
      for_date: forDate,
    })),
  );
}

/** Removes what stopped preparations left; a published run's is kept. */
export function dropUnpublishedGiven(write: Write): number {
  return deleteUnpublishedGiven(write.db.sqlite);
}

/** What became of a given notice. */
export interface GivenTrail extends Given {
  readonly run: string;
  readonly memberId: number;
  readonly channel: 'print' | 'email' | 'held';
  readonly failed: 'bounced' | 'refused' | 'returned' | 'spoiled' | null;
  readonly failedOn: CalendarDate | null;
  readonly printedOn: CalendarDate | null;
  readonly mailedOn: CalendarDate | null;
  /** Of its e-mail; null where none is recorded. */
  readonly email: EmailState | null;
}

/** What the members were given of a step, with what became of it; oldest first. */
export async function givenTrail(
  db: ReadableDatabase,
  step: string,
  members: MemberSelection,
): Promise<readonly GivenTrail[]> {
  return db.kysely
    .selectFrom('certification as c')
    .innerJoin('notice_given as g', 'g.certification_id', 'c.id')
    .innerJoin('run as r', 'r.id', 'g.run_id')
    .innerJoin('run_piece as p', (join) =>
      join.onRef('p.run_id', '=', 'g.run_id').onRef('p.position', '=', 'g.position'),
    )
    .leftJoin('email_message as e', (join) =>
      join.onRef('e.run_id', '=', 'g.run_id').onRef('e.position', '=', 'g.position'),
    )
    .select(['g.certification_id as certificationId', 'g.for_date as forDate', 'g.run_id as run'])
    .select(['c.member_id as memberId', 'p.channel', 'g.failed', 'g.failed_on as failedOn'])
    .select(['r.printed_on as printedOn', 'r.mailed_on as mailedOn', 'e.state as email'])
    .where(within('c.member_id', members))
    .where('g.step', '=', step)
    .orderBy('g.id')
    .execute();
}

/** Which members some runs gave something that did not fail, with the run. */
export async function givenIn(
  db: ReadableDatabase,
  runs: readonly string[],
): Promise<readonly { readonly run: string; readonly memberId: number }[]> {
  if (runs.length === 0) return [];
  return db.kysely
    .selectFrom('notice_given as g')
    .innerJoin('certification as c', 'c.id', 'g.certification_id')
    .select(['g.run_id as run', 'c.member_id as memberId'])
    .distinct()
    .where('g.run_id', 'in', runs)
    .where('g.failed', 'is', null)
    .execute();
}

/** A piece that a run held. */
export interface HeldTrail {
  readonly run: string;
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly reason: HeldReason;
  readonly detail: string | null;
}

/** What some runs held, in the order of the runs' names. */
export async function heldIn(db: ReadableDatabase, runs: readonly string[]): Promise<readonly HeldTrail[]> {
  if (runs.length === 0) return [];
  const rows = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['p.run_id', 'p.member_id', 'p.held_reason', 'p.held_detail', 'm.member_no'])
    .select(['m.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .where('p.run_id', 'in', runs)
    .where('p.held_reason', 'is not', null)
    .orderBy('p.run_id')
    .orderBy('p.position')
    .execute();
  return rows.flatMap((row) =>
    row.held_reason === null
      ? []
      : [
          {
            run: row.run_id,
            memberId: row.member_id,
            memberNo: row.member_no,
            memberName: fullName(row),
            reason: row.held_reason,
            detail: row.held_detail,
          },
        ],
  );
}
