import type { CalendarDate } from '../../../shared/domain/facts.ts';
import {
  WORKLISTS,
  type WorklistCounts,
  type WorklistName,
  type WorklistQuery,
  type WorklistRow,
  type WorklistRows,
} from '../../../shared/domain/worklists.ts';
import { daysBetween } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { countListed, type ListedRow, listed, type WorklistQuestion } from '../../repositories/worklists.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { lapsedParts } from './lapsed-part.ts';
import { rowWords } from './row-words.ts';
import { spansOf } from './spans.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** A page of a worklist. */
export async function worklistRows(
  view: View,
  query: WorklistQuery & { readonly offset: number; readonly limit: number },
  today: CalendarDate,
): Promise<WorklistRows> {
  const policy = await officePolicy(view);
  const question = questionOf(query, policy, today);
  const total = await countListed(view.reader, question);
  const rows = await listed(view.reader, question, query);
  return { total, rows: await asRows(view.reader, query.list, rows, policy, today) };
}

/** One row, wherever someone put it; null where nothing is the matter any more. */
export async function worklistRow(
  view: View,
  list: WorklistName,
  item: string,
  today: CalendarDate,
): Promise<WorklistRow | null> {
  const policy = await officePolicy(view);
  const query = { list, filter: {}, sort: { by: 'on', descending: false } } as const;
  const [found] = await listed(
    view.reader,
    { ...questionOf(query, policy, today), item },
    { offset: 0, limit: 1 },
  );
  if (found === undefined) return null;
  const [row] = await asRows(view.reader, list, [found], policy, today);
  return row ?? null;
}

/** How many rows each list has to work on, as its own page counts them. */
export async function worklistCounts(view: View, today: CalendarDate): Promise<WorklistCounts> {
  const policy = await officePolicy(view);
  const counts: [WorklistName, number][] = [];
  for (const list of WORKLISTS) counts.push([list, await countOf(view, policy, list, today)]);
  // One entry for each list.
  return Object.fromEntries(counts) as WorklistCounts;
}

/** How many rows a list has to work on. `days`: as in its filter. */
export function countOf(
  { reader }: Pick<View, 'reader'>,
  policy: PolicyBook,
  list: WorklistName,
  today: CalendarDate,
  days?: number,
): Promise<number> {
  const filter = days === undefined ? {} : { days };
  return countListed(
    reader,
    questionOf({ list, filter, sort: { by: 'on', descending: false } }, policy, today),
  );
}

function questionOf(query: WorklistQuery, policy: PolicyBook, today: CalendarDate): WorklistQuestion {
  const { list, filter, sort } = query;
  return {
    list,
    filter,
    sort,
    today,
    spans: spansOf(query, policy, today),
    withoutApplication: list === 'lapsed' && filter.crossing === true,
  };
}

async function asRows(
  db: ReadableDatabase,
  list: WorklistName,
  rows: readonly ListedRow[],
  policy: PolicyBook,
  today: CalendarDate,
): Promise<readonly WorklistRow[]> {
  const lapsed = rows.filter(({ status }) => status === 'lapsed').map(({ member_id }) => member_id);
  const parts = await lapsedParts(db, policy, lapsed, today);
  return rows.map((row) => {
    const part = row.certification_id === null ? null : (parts.get(row.certification_id) ?? null);
    return {
      item: row.item,
      memberNo: row.member_no,
      memberName: row.memberName,
      state: row.state ?? '',
      code: row.code,
      status: row.status,
      on: row.on_date,
      days: daysBetween(today, row.on_date),
      required: row.points_required ?? 0,
      counted: row.points_counted ?? 0,
      outstanding: row.points_outstanding ?? 0,
      owedCents: row.owed_cents ?? 0,
      ...rowWords(list, row, part, policy),
      awayUntil: row.awayUntil,
      done: row.away && row.awayUntil === null,
      lapse: part,
    };
  });
}
