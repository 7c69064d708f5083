import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { deleteUnpublishedGiven, insertGiven } from '../db/given-rows.ts';
import type { Write } from '../db/transaction.ts';
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
