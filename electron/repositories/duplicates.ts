import { sql } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** One of two activities that may be one. */
interface Half {
  readonly activity: number;
  readonly points: number;
}

/** Two activities that may be one: the same title, day and provider, or employments that overlap (both dates inside). */
export interface DoubtfulPair {
  readonly memberId: number;
  readonly kind: 'same' | 'overlap';
  readonly title: string;
  readonly provider: string;
  readonly otherTitle: string;
  /** The day, or the first day that both employments have. */
  readonly from: CalendarDate;
  readonly first: Half;
  readonly second: Half;
}

/** The pairs of some members; an activity is told beside the first that it may be one with. */
export async function doubtfulPairs(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<readonly DoubtfulPair[]> {
  const same = await rowsOver(SAME, db, members);
  const overlap = await rowsOver(OVERLAP, db, members);
  return [...onceEach(same, 'same'), ...onceEach(overlap, 'overlap')];
}

type PairRow = Awaited<ReturnType<ReturnType<typeof SAME>['execute']>>[number];

function onceEach(rows: readonly PairRow[], kind: DoubtfulPair['kind']): readonly DoubtfulPair[] {
  const told = new Set<number>();
  const pairs: DoubtfulPair[] = [];
  for (const row of rows) {
    if (told.has(row.second)) continue;
    told.add(row.second);
    pairs.push({
      memberId: row.memberId,
      kind,
      title: row.title,
      provider: row.provider,
      otherTitle: row.otherTitle,
      from: row.from ?? '',
      first: { activity: row.first, points: row.firstPoints },
      second: { activity: row.second, points: row.secondPoints },
    });
  }
  return pairs;
}

// What is compared is folded: capitals, accents and punctuation make no other activity.
const SAME = (db: ReadableDatabase, members: MemberSelection) =>
  pairs(db)
    .select('a.completed_on as from')
    .where(within('a.member_id', members))
    .whereRef('b.completed_on', '=', 'a.completed_on')
    .where(sql<boolean>`fold(a.title) = fold(b.title) AND fold(a.provider) = fold(b.provider)`);

const OVERLAP = (db: ReadableDatabase, members: MemberSelection) =>
  pairs(db)
    .select(sql<CalendarDate | null>`max(a.employed_from, b.employed_from)`.as('from'))
    .where(within('a.member_id', members))
    .where('a.completed_on', 'is', null)
    .where('b.completed_on', 'is', null)
    .where(sql<boolean>`b.employed_from <= ifnull(a.employed_to, b.employed_from)
      AND a.employed_from <= ifnull(b.employed_to, a.employed_from)`);

function pairs(db: ReadableDatabase) {
  return db.kysely
    .selectFrom('activity as a')
    .innerJoin('activity as b', (join) =>
      join.onRef('b.member_id', '=', 'a.member_id').onRef('b.id', '>', 'a.id'),
    )
    .where('a.withdrawn_on', 'is', null)
    .where('b.withdrawn_on', 'is', null)
    .select(['a.member_id as memberId', 'a.id as first', 'b.id as second'])
    .select(['a.title', 'a.provider', 'b.title as otherTitle'])
    .select(['a.points as firstPoints', 'b.points as secondPoints'])
    .orderBy('a.id')
    .orderBy('b.id');
}
