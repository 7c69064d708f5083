import { basename } from 'node:path';
import type { FeedContent } from '../../../../shared/domain/feed.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import type { Work } from '../../../jobs/work.ts';
import { criteriaOf } from '../../../repositories/activities.ts';
import { activityCategory, criteria } from '../../import/cells/choice.ts';
import { dateUpTo } from '../../import/cells/date.ts';
import { quantity } from '../../import/cells/number.ts';
import { RowCells } from '../../import/cells/row-cells.ts';
import { identifier, text } from '../../import/cells/text.ts';
import { batches, openCsv } from '../../import/file/csv-file.ts';
import { columnName } from '../../import/header-names.ts';

/** The columns of AMT's feed; the first ones are needed. */
const NEEDED = ['external_id', 'title', 'completed_on', 'points'] as const;
const FURTHER = [
  'member_no',
  'name',
  'first_name',
  'last_name',
  'email',
  'category',
  'provider',
  'hours',
  'criteria',
] as const;

/** A course of AMT's own advances knowledge in the health care field (SC-CCP-1 b), where the feed does not say otherwise. */
const OWN_COURSE = criteriaOf(2);

/** A row of the feed as read. */
export interface ReadRow {
  readonly row: number;
  readonly content: FeedContent;
}

export interface ReadFeed {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly ReadRow[];
}

/**
 * Reads a file of AMT's feed. What is wrong with a row is kept with it: it waits in the queue.
 * @throws StandingError `feed-columns` naming what is missing, and what reading a CSV file throws
 */
export async function readFeed(file: string, today: string, work: Work): Promise<ReadFeed> {
  const csv = await openCsv(file, work);
  const cells = new RowCells(positionsOf(csv.header, file));
  const rows: ReadRow[] = [];
  let header = true;
  for await (const { records } of batches(csv)) {
    for (const record of records) {
      if (header) {
        header = false;
        continue;
      }
      cells.turnTo(record.cells);
      rows.push({ row: record.row, content: contentOf(cells, today) });
    }
    work.progress({ doing: 'Reading the feed', done: rows.length, total: null, cancellable: true });
    await work.breathe();
  }
  return { name: basename(file), sha256: csv.sha256, rows };
}

function positionsOf(headers: readonly string[], file: string): ReadonlyMap<string, number> {
  const known = new Set<string>([...NEEDED, ...FURTHER]);
  const positions = new Map<string, number>();
  for (const [position, header] of headers.entries()) {
    const column = columnName(header);
    if (known.has(column) && !positions.has(column)) positions.set(column, position);
  }
  const missing = NEEDED.filter((column) => !positions.has(column));
  if (missing.length === 0) return positions;
  throw new StandingError(
    'feed-columns',
    `${basename(file)} is no feed of online activities: it lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}.`,
    `Its first line names the columns ${NEEDED.join(', ')}, and any of ${FURTHER.join(', ')}.`,
  );
}

function contentOf(cells: RowCells, today: string): FeedContent {
  const first = cells.filled('first_name', text(80)) ?? '';
  const last = cells.filled('last_name', text(80)) ?? '';
  const bits = cells.filled('criteria', criteria);
  const content = {
    externalId: cells.need('external_id', identifier(80)),
    memberNo: cells.filled('member_no', identifier(32)) ?? '',
    name: cells.filled('name', text(200)) ?? `${first} ${last}`.trim(),
    email: cells.filled('email', text(254)) ?? '',
    category: cells.filled('category', activityCategory) ?? 'professional-education',
    title: cells.need('title', text(300)),
    provider: cells.filled('provider', text(200)) ?? 'AMT',
    completedOn: cells.need('completed_on', dateUpTo(today, 'lies ahead: nothing is earned yet')),
    hours: cells.filled('hours', quantity('hours', 100_000)) ?? null,
    points: cells.need('points', quantity('points', 10_000)),
    criteria: bits === undefined ? OWN_COURSE : criteriaOf(bits),
  };
  const problems = cells.problems.map(({ column, message }) => `${column}: ${message}`);
  if (content.category === 'employment-verification')
    problems.push('category: an employment is no online activity');
  return { ...content, problems };
}
