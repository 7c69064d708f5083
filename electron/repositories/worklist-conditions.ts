import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { FindingList, WorklistName, WorklistShow } from '../../shared/domain/worklists.ts';
import { assertNever } from '../../shared/util/assert-never.ts';

/** The lists that are taken from the standings. */
export type StandingListName = Exclude<WorklistName, FindingList>;

/** Dates from one to another, both inside; null = open at that end. */
export interface DateSpan {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** How a list is taken from the standings. */
export interface StandingList {
  /** The date that it is about. */
  readonly on: RawBuilder<string>;
  /** What a row is about beside its certification: with another cycle or due date it is another row. */
  readonly about: RawBuilder<string>;
  readonly where: RawBuilder<SqlBool>;
}

/**
 * What a list takes from the standings. The first condition is, word for word, that of the list's index. Who has lapsed must recertify
 * (SC-LAPSE-1, SC-LAPSE-2): recording and paying no longer help, so that the lists of what is to be recorded or paid leave them out.
 */
export function standingList(list: StandingListName, today: CalendarDate): StandingList {
  const cycle = { on: sql<string>`s.cycle_end`, about: sql<string>`s.cycle_start` };
  switch (list) {
    case 'ending':
      return {
        ...cycle,
        where: sql`s.points_outstanding > 0 and s.cycle_end >= ${today} and s.lapse_since is null`,
      };
    case 'ended-short':
      return {
        ...cycle,
        where: sql`s.points_outstanding > 0 and s.cycle_end < ${today} and (s.lapse_since is null or s.lapse_cause = 'points')`,
      };
    case 'in-grace':
      return {
        ...cycle,
        where: sql`s.points_outstanding > 0 and s.cycle_end < ${today} and s.lapse_since is null`,
      };
    case 'roll-blocked':
      return { ...cycle, where: sql`s.roll_blocked = 1 and s.lapse_since is null` };
    case 'lapsed':
      return {
        on: sql`s.lapse_since`,
        about: sql`s.lapse_since`,
        where: sql`s.lapse_since is not null`,
      };
    case 'past-due':
      return {
        on: sql`s.oldest_unpaid_due_on`,
        about: sql`s.oldest_unpaid_due_on`,
        where: sql`s.status = 'past-due'`,
      };
    default:
      return assertNever(list);
  }
}

/** Which rows are shown of those that someone put out of sight. */
export function inSight(show: WorklistShow, today: CalendarDate): RawBuilder<SqlBool> {
  switch (show) {
    case 'open':
      return sql`(w.item is null or w.until <= ${today})`;
    case 'snoozed':
      return sql`w.until > ${today}`;
    case 'done':
      return sql`(w.item is not null and w.until is null)`;
    default:
      return assertNever(show);
  }
}

/** That a date lies in one of the spans. */
export function within(date: RawBuilder<unknown>, spans: readonly DateSpan[]): RawBuilder<SqlBool> {
  if (spans.length === 0) return sql`1 = 0`;
  const parts = spans.map(({ from, to }) => {
    const ends = [
      ...(from === null ? [] : [sql`${date} >= ${from}`]),
      ...(to === null ? [] : [sql`${date} <= ${to}`]),
    ];
    return ends.length === 0 ? sql`1 = 1` : sql.join(ends, sql` and `);
  });
  return sql`(${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` or `,
  )})`;
}
