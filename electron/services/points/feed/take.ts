import { createHash } from 'node:crypto';
import type { FeedContent, FeedOrigin, FeedReport } from '../../../../shared/domain/feed.ts';
import type { ActivityDraft } from '../../../../shared/domain/points.ts';
import type { Work } from '../../../jobs/work.ts';
import { onlineActivity } from '../../../repositories/activities.ts';
import { memberIdOf } from '../../../repositories/facts.ts';
import {
  addFeedRow,
  feedFile,
  feedRowByKey,
  refreshFeedRow,
  type StoredFeedRow,
} from '../../../repositories/feed.ts';
import type { Office } from '../../office.ts';
import { type Books, onBooks } from '../../payments/books.ts';
import { addJudged, groundIn, noted } from '../enter.ts';
import { judgeEntry } from '../preview.ts';
import { matchRow } from './match.ts';
import { type ReadRow, readFeed } from './read-file.ts';

/** Rows recorded in one transaction: some 50 ms. */
const ROWS_AT_A_TIME = 20;

/**
 * Takes in a file of AMT's online activities (SC-CCP-8): each row is recorded once by its external id, however often its file comes; what
 * cannot be told whose it is, or cannot be read, waits in the queue. Rows are recorded in short transactions, so that a file whose taking was
 * cut off is simply taken again.
 * @throws StandingError `feed-columns`, `cancelled`, and what reading a CSV file throws
 */
export async function takeFeed(
  office: Office,
  { file, origin }: { readonly file: string; readonly origin: FeedOrigin },
  work: Work,
): Promise<FeedReport> {
  const feed = await readFeed(file, office.clock.today(), work);
  const { name, sha256, rows } = feed;
  const counts = { recorded: 0, known: 0, queued: 0 };
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    const some = rows.slice(from, from + ROWS_AT_A_TIME);
    const taken = await onBooks(office, async (books) => {
      const { id, isNew } = await feedFile(books.write, { name, sha256, origin }, books.today);
      const each: Taken[] = [];
      for (const row of some) each.push(await takeRow(books, office, id, row));
      const all = (wanted: Outcome) => each.filter(({ outcome }) => outcome === wanted).length;
      // A file that comes again unchanged leaves no trace.
      if (isNew || each.some(({ wrote }) => wrote))
        books.write.journal({
          action: 'feed.taken',
          subject: 'feed',
          subjectId: name,
          detail: {
            rows: some.length,
            from: some[0]?.row ?? 0,
            recorded: all('recorded'),
            queued: all('queued'),
          },
        });
      return each;
    });
    for (const { outcome } of taken) counts[outcome] += 1;
    work.progress({
      doing: 'Recording online activities',
      done: Math.min(rows.length, from + ROWS_AT_A_TIME),
      total: rows.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return { file: name, rows: rows.length, ...counts };
}

/** Why a row waits that was recorded once and put back into the queue. */
export const PUT_BACK = 'It was recorded before and put back.';

type Outcome = 'recorded' | 'known' | 'queued';

interface Taken {
  readonly outcome: Outcome;
  /** Whether anything was written. */
  readonly wrote: boolean;
}

async function takeRow(
  books: Books,
  office: Office,
  file: number,
  { row, content }: ReadRow,
): Promise<Taken> {
  const own = keyOf(content);
  const first = await feedRowByKey(books.db, own);
  const conflict = first !== null && isAnother(first, content);
  const key = conflict ? `${own} ${fingerprint(content)}` : own;
  const before = conflict ? await feedRowByKey(books.db, key) : first;
  // What was put back is the desk's to settle: by itself it would go to the very member it was taken from.
  if (before !== null && (before.state !== 'waiting' || before.why === PUT_BACK))
    return { outcome: 'known', wrote: false };
  const found = conflict
    ? {
        activity: null,
        why: `The external id ${content.externalId} is already that of ${first.content.name || first.content.memberNo || 'another'} in ${first.file}.`,
        known: false,
      }
    : await recordRow(books, office, content);
  const wrote = before === null || found.activity !== null || changed(before, content, found.why);
  if (before === null) await addFeedRow(books.write, { file, row, key, content, ...found });
  else if (wrote) await refreshFeedRow(books.write, before.id, { content, ...found });
  if (found.activity !== null) return { outcome: found.known ? 'known' : 'recorded', wrote };
  return { outcome: before === null ? 'queued' : 'known', wrote };
}

interface Found {
  /** null where the row has to wait. */
  readonly activity: number | null;
  readonly why: string;
  /** Recorded already, by an imported file. */
  readonly known: boolean;
}

async function recordRow(books: Books, office: Office, content: FeedContent): Promise<Found> {
  const waits = (why: string): Found => ({ activity: null, why, known: false });
  if (content.problems.length > 0) return waits(content.problems.join('; '));
  const match = await matchRow({ reader: books.db }, content);
  if ('why' in match) return waits(match.why);
  const { memberNo } = match;
  const memberId = await memberIdOf(books.db, memberNo);
  const known = memberId === null ? null : await onlineActivity(books.db, memberId, content.externalId);
  if (known !== null) return { activity: known, why: '', known: true };
  const ground = await groundIn(books, office, memberNo);
  const judged = judgeEntry(ground, feedDraft(content));
  const { problem, doubts } = judged.preview;
  if (problem !== null) return waits(problem.text);
  if (doubts.length > 0) return waits(doubts.map(({ text }) => text).join(' '));
  const { externalId } = content;
  const activity = await addJudged(books, ground, judged, { finding: null, externalId });
  books.note(ground, 'activity.recorded-online', { before: null, after: noted(judged, activity) });
  return { activity, why: '', known: false };
}

/** A row of the feed as an activity. */
export function feedDraft(content: FeedContent): ActivityDraft {
  const { category, title, provider, completedOn, hours, points, criteria } = content;
  return {
    category,
    title,
    provider,
    completedOn: completedOn === '' ? null : completedOn,
    employedFrom: null,
    employedTo: null,
    hours,
    claimed: points,
    criteria,
    source: 'amt-online',
    evidence: 'seen',
  };
}

/** AMT's own number for it; what it says where that cannot be read. */
function keyOf(content: FeedContent): string {
  return content.externalId === '' ? `row ${fingerprint(content)}` : `id ${content.externalId}`;
}

function fingerprint(content: FeedContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 32);
}

/** Whether a row with a known external id is about somebody else or something else than the first one was. */
function isAnother({ content: first, state }: StoredFeedRow, content: FeedContent): boolean {
  // A waiting row that could not be read may come again whole.
  if (state === 'waiting' && first.problems.length > 0) return false;
  const differs = (a: string, b: string) => a !== '' && b !== '' && a.toLowerCase() !== b.toLowerCase();
  return (
    differs(first.memberNo, content.memberNo) ||
    differs(first.email, content.email) ||
    differs(first.title, content.title) ||
    differs(first.completedOn, content.completedOn)
  );
}

function changed(before: StoredFeedRow, content: FeedContent, why: string): boolean {
  return before.why !== why || JSON.stringify(before.content) !== JSON.stringify(content);
}
