import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { MemberQuery, MemberRow, MemberRows } from '../../shared/domain/members-list.ts';
import { STANDING_STATUSES } from '../../shared/domain/standing.ts';
import { dateOfKey } from '../../shared/util/dates.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import {
  certificationsOf,
  type FoundMember,
  memberIdsAt,
  membersAt,
  membersWithIds,
  standingsOf,
} from '../db/search/hits.ts';
import { listedPositions } from '../db/search/list-order.ts';
import { listPage } from '../db/search/list-page.ts';
import { UNKNOWN_DATE } from '../db/search/standing-columns.ts';
import { fullName } from '../repositories/facts.ts';

/** What the members list needs of an office. */
export interface MembersView {
  readonly reader: ReadableDatabase;
}

/** Which rows of the list: from the `offset`th on, at most `limit`. */
export interface MemberPageQuery extends MemberQuery {
  readonly offset: number;
  readonly limit: number;
}

/** One page of the members list, and how many members it has in all. Equals stand in the order of their names. */
export function queryMembers(view: MembersView, query: MemberPageQuery): MemberRows {
  const { sqlite } = view.reader;
  const { total, positions } = listPage(sqlite, query, query.offset, query.limit);
  return { total, rows: rowsOf(view, membersAt(sqlite, positions)) };
}

/** The ids of all members a query shows, in its order. */
export function listedMemberIds(view: MembersView, query: MemberQuery): readonly number[] {
  return memberIdsAt(view.reader.sqlite, listedPositions(view.reader.sqlite, query));
}

/** The rows of members, in the order of the ids. */
export function memberRows(view: MembersView, ids: readonly number[]): readonly MemberRow[] {
  return rowsOf(view, membersWithIds(view.reader.sqlite, ids));
}

function rowsOf({ reader: { sqlite } }: MembersView, members: readonly FoundMember[]): readonly MemberRow[] {
  const ids = members.map(({ id }) => id);
  const certifications = certificationsOf(sqlite, ids);
  const standings = standingsOf(sqlite, ids);
  return members.map((member) => {
    const standing = standings.get(member.id);
    return {
      memberNo: member.member_no,
      name: fullName(member),
      city: member.city ?? '',
      state: member.state ?? '',
      zip: member.zip ?? '',
      email: member.email,
      phone: member.phone,
      deceased: member.deceased_on !== null,
      certifications: (certifications.get(member.id) ?? []).map(({ code, status }) => ({ code, status })),
      status: STANDING_STATUSES[standing?.status_order ?? -1] ?? null,
      nextDueOn: dateFrom(standing?.next_due_order),
      owedCents: standing?.owed_cents ?? 0,
      pointsOutstanding: standing?.points_outstanding ?? 0,
      cycleEnd: dateFrom(standing?.cycle_end_order),
    };
  });
}

function dateFrom(order: number | undefined): CalendarDate | null {
  return order === undefined || order === UNKNOWN_DATE ? null : dateOfKey(order);
}
