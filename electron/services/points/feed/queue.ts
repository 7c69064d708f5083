import type { FeedRow, FeedRowState, FeedRows, FeedState } from '../../../../shared/domain/feed.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { counterActivity } from '../../../repositories/activities.ts';
import {
  countRows,
  feedFiles,
  feedRowById,
  feedRowsIn,
  type StoredFeedRow,
  settleFeedRow,
} from '../../../repositories/feed.ts';
import { setting } from '../../../repositories/settings.ts';
import type { Office, OfficeView } from '../../office.ts';
import { type Books, onBooks } from '../../payments/books.ts';
import { reasonOf } from '../../payments/checks.ts';
import { standingActivity } from '../counter.ts';
import { addJudged, groundIn, noted, refuseProblem } from '../enter.ts';
import { judgeEntry } from '../preview.ts';
import { suggestionsFor } from './match.ts';
import { feedDraft, PUT_BACK } from './take.ts';

const FILES_SHOWN = 12;

/** The watched folder, how many rows wait, and the files taken last. */
export async function feedState({ reader }: Pick<OfficeView, 'reader'>): Promise<FeedState> {
  const watched = await setting(reader, 'pointsFeed');
  return {
    folder: watched?.folder ?? null,
    waiting: await countRows(reader, 'waiting'),
    files: await feedFiles(reader, FILES_SHOWN),
  };
}

/** The rows in a state; those that wait with whom they may be about. */
export async function feedRows(
  view: Pick<OfficeView, 'reader'>,
  query: { readonly state: FeedRowState; readonly offset: number; readonly limit: number },
): Promise<FeedRows> {
  const { total, rows } = await feedRowsIn(view.reader, query.state, query.offset, query.limit);
  return { total, rows: rows.map((row) => shown(view, row)) };
}

/**
 * Records a waiting row for the member it is about.
 * @throws StandingError `feed-row-unknown`, `feed-row-settled`, `feed-row-unreadable`, `member-unknown`, `activity-impossible`
 */
export function assignRow(
  office: Office,
  order: { readonly row: number; readonly memberNo: string },
): Promise<FeedRow> {
  return onBooks(office, async (books) => {
    const { id, content } = await waitingRow(books, order.row);
    if (content.problems.length > 0)
      throw new StandingError(
        'feed-row-unreadable',
        `The row cannot be recorded: ${content.problems.join('; ')}.`,
        'Have AMT send it again, or dismiss it and enter the activity by hand.',
      );
    const ground = await groundIn(books, office, order.memberNo);
    const judged = judgeEntry(ground, feedDraft(content));
    refuseProblem(judged.preview.problem);
    const { externalId } = content;
    const activity = await addJudged(books, ground, judged, { finding: null, externalId });
    books.note(ground, 'activity.recorded-online', { before: null, after: noted(judged, activity) });
    await settleFeedRow(books.write, id, { state: 'recorded', why: '', activity, on: books.today });
    return shown({ reader: books.db }, await existingRow(books, id));
  });
}

/**
 * Takes a waiting row out of the queue without recording it; it is kept with the reason.
 * @throws StandingError `feed-row-unknown`, `feed-row-settled`, `reason-missing`
 */
export function dismissRow(
  office: Office,
  order: { readonly row: number; readonly reason: string },
): Promise<FeedRow> {
  return onBooks(office, async (books) => {
    const why = reasonOf(order.reason, 'Dismissing a row');
    const { id, content, file, row } = await waitingRow(books, order.row);
    await settleFeedRow(books.write, id, { state: 'dismissed', why, activity: null, on: books.today });
    books.write.journal({
      action: 'feed.dismissed',
      subject: 'feed',
      subjectId: file,
      detail: { row, externalId: content.externalId, reason: why },
    });
    return shown({ reader: books.db }, await existingRow(books, id));
  });
}

/**
 * Puts a settled row back into the queue; the activity it was recorded as is withdrawn by a counter-entry.
 * @throws StandingError `feed-row-unknown`, `feed-row-waiting`, `activity-countered`
 */
export function undoRow(office: Office, id: number): Promise<FeedRow> {
  return onBooks(office, async (books) => {
    const { state, activity, file, row, content } = await existingRow(books, id);
    if (state === 'waiting')
      throw new StandingError('feed-row-waiting', 'The row waits in the queue: there is nothing to undo.');
    if (activity !== null) {
      const old = await standingActivity(books.db, activity);
      const reason = 'Put back into the queue of the online feed';
      await counterActivity(books.write, activity, { on: books.today, reason, replacedBy: null });
      books.note(old, 'activity.withdrawn', {
        before: { activity, title: old.title, granted: old.granted },
        after: { reason },
      });
    }
    const why = activity === null ? 'It was dismissed before and put back.' : PUT_BACK;
    await settleFeedRow(books.write, id, { state: 'waiting', why, activity: null, on: null });
    books.write.journal({
      action: 'feed.undone',
      subject: 'feed',
      subjectId: file,
      detail: { row, externalId: content.externalId },
    });
    return shown({ reader: books.db }, await existingRow(books, id));
  });
}

async function existingRow({ db }: Pick<Books, 'db'>, id: number): Promise<StoredFeedRow> {
  const row = await feedRowById(db, id);
  if (row !== null) return row;
  throw new StandingError('feed-row-unknown', `There is no row ${id} of the feed.`, 'List the queue.');
}

async function waitingRow(books: Books, id: number): Promise<StoredFeedRow> {
  const row = await existingRow(books, id);
  if (row.state === 'waiting') return row;
  throw new StandingError(
    'feed-row-settled',
    row.state === 'recorded'
      ? `The row is recorded already, for ${row.member?.name ?? 'a member'}.`
      : `The row was dismissed: ${row.why}.`,
    'Undo that first.',
  );
}

function shown(view: Pick<OfficeView, 'reader'>, { key: _, activity: __, ...row }: StoredFeedRow): FeedRow {
  return { ...row, suggestions: row.state === 'waiting' ? suggestionsFor(view, row.content) : [] };
}
