import type { MemberQuery } from '../../../shared/domain/members-list.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { UNKNOWN_DATE, UNKNOWN_STATUS } from './standing-columns.ts';

type Sort = MemberQuery['sort'];

/** A sort of the members list as SQL. */
export interface ListTerms {
  readonly table: 'member_search' | 'member_standing';
  /** What is true of the members that come first, where an index has those in order. */
  readonly first: string | null;
  /** The order of the members that come first. */
  readonly inOrder: string;
  /** The order of all members; what is unknown comes last in either direction. */
  readonly everyone: string;
}

/** How SQLite puts the members in a sort's order; equals stand in the order of names. */
export function listTerms({ by, descending }: Sort): ListTerms {
  const turned = descending ? ' DESC' : '';
  switch (by) {
    case 'name':
      return simply('member_search', `position${turned}`);
    case 'memberNo':
      return ofNumbers(descending);
    case 'city':
    case 'state':
    case 'zip': {
      const inOrder = `${by}${turned}, position`;
      return { table: 'member_search', first: `${by} > ''`, inOrder, everyone: `${by} = '', ${inOrder}` };
    }
    case 'status':
      return ofStanding('status_order', UNKNOWN_STATUS, turned);
    case 'nextDueOn':
      return ofStanding('next_due_order', UNKNOWN_DATE, turned);
    case 'owedCents':
      return ofStanding('owed_cents', null, turned);
    case 'pointsOutstanding':
      return ofStanding('points_outstanding', null, turned);
    case 'cycleEnd':
      return ofStanding('cycle_end_order', UNKNOWN_DATE, turned);
    default:
      return assertNever(by);
  }
}

/** As numbers are counted, 99 before 100; those of the length that comes first are in the index's order. */
function ofNumbers(descending: boolean): ListTerms {
  const turned = descending ? ' DESC' : '';
  const inOrder = `number${turned}, position${turned}`;
  return {
    table: 'member_search',
    first: `length(number) = (SELECT ${descending ? 'max' : 'min'}(length(number)) FROM member_search)`,
    inOrder,
    everyone: `length(number)${turned}, ${inOrder}`,
  };
}

function simply(table: ListTerms['table'], order: string): ListTerms {
  return { table, first: null, inOrder: order, everyone: order };
}

function ofStanding(column: string, unknown: number | null, turned: string): ListTerms {
  const order = `${column}${turned}, position`;
  return simply('member_standing', unknown === null ? order : `${column} = ${unknown}, ${order}`);
}
