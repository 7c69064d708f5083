import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { FindingList } from '../../shared/domain/worklists.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** What a worklist found beyond the standings; derived, so that it may be made anew at any time. */
export interface Finding {
  readonly list: FindingList;
  readonly item: string;
  readonly memberId: number;
  /** null: of the member, not of one certification. */
  readonly certificationId: number | null;
  readonly onDate: CalendarDate;
  /** JSON; what its list makes a sentence of. */
  readonly found: string;
}

/** What changes in the findings of some members. */
export interface FindingChanges {
  readonly gone: readonly Pick<Finding, 'list' | 'item'>[];
  readonly put: readonly Finding[];
}

/** How findings differ from those on record for the members. */
export async function changedFindings(
  db: ReadableDatabase,
  members: MemberSelection,
  findings: readonly Finding[],
): Promise<FindingChanges> {
  const known = new Map((await rowsOver(FOUND, db, members)).map((row) => [`${row.list} ${row.item}`, row]));
  const put = findings.filter((finding) => {
    const before = known.get(`${finding.list} ${finding.item}`);
    return before === undefined || before.found !== finding.found || before.onDate !== finding.onDate;
  });
  const still = new Set(findings.map(({ list, item }) => `${list} ${item}`));
  const gone = [...known.values()].filter(({ list, item }) => !still.has(`${list} ${item}`));
  return { gone, put };
}

/** Whether nothing changes. */
export function isSame({ gone, put }: FindingChanges): boolean {
  return gone.length === 0 && put.length === 0;
}

/** Keeps findings in place of the earlier ones. */
export async function keepFindings(write: Write, { gone, put }: FindingChanges): Promise<void> {
  for (const { list, item } of [...gone, ...put])
    await write.kysely
      .deleteFrom('worklist_finding')
      .where('list', '=', list)
      .where('item', '=', item)
      .execute();
  for (const { list, item, memberId, certificationId, onDate, found } of put)
    await write.kysely
      .insertInto('worklist_finding')
      .values({
        list,
        item,
        member_id: memberId,
        certification_id: certificationId,
        on_date: onDate,
        found,
      })
      .execute();
}

const FOUND = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('worklist_finding')
    .select(['list', 'item', 'on_date as onDate', 'found'])
    .where(within('member_id', members));
