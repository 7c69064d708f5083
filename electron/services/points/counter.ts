import type { ActivityDraft, CounterPreview, EnteredActivity } from '../../../shared/domain/points.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Reading } from '../../db/reading.ts';
import {
  type ActivityOwner,
  activityOnRecord,
  counterActivity,
  cutsOf,
  type RecordedActivity,
} from '../../repositories/activities.ts';
import type { Office, OfficeView } from '../office.ts';
import { onBooks } from '../payments/books.ts';
import { reasonOf } from '../payments/checks.ts';
import { addJudged, groundIn, noted, refuseProblem } from './enter.ts';
import { type EntryGround, groundOf, judgeEntry, standingNow, standingWithout } from './preview.ts';
import { changeBetween } from './standing-change.ts';

/**
 * What correcting an activity, or withdrawing it (`draft` null), would change in each standing, before it is saved.
 * @throws StandingError `activity-unknown`, `activity-countered`
 */
export async function previewCounter(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  activity: number,
  draft: ActivityDraft | null,
  today: string,
): Promise<CounterPreview> {
  const old = await standingActivity(view.reader, activity);
  const ground = await groundOf(view, old.memberNo, today);
  const couldHaveMore = await cutBy(view.reader, old, ground);
  if (draft === null) {
    const changes = ground.records.map((record) =>
      changeBetween(standingNow(record, ground), standingWithout(record, old, ground)),
    );
    return { preview: null, changes, couldHaveMore };
  }
  const { preview } = judgeEntry(ground, draft, old);
  return { preview, changes: preview.verdicts.map(({ change }) => change), couldHaveMore };
}

/**
 * Corrects an activity: the old one is kept with its counter-entry, the corrected one stands in its place and is granted its points
 * anew.
 * @throws StandingError `activity-unknown`, `activity-countered`, `activity-impossible`, `nothing-changed`, `reason-missing`
 */
export function correctActivity(
  office: Office,
  order: {
    readonly activity: number;
    readonly draft: ActivityDraft;
    readonly reason: string;
    readonly confirmDoubts: boolean;
  },
): Promise<EnteredActivity> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'A correction');
    const old = await standingActivity(books.db, order.activity);
    const ground = await groundIn(books, office, old.memberNo);
    const judged = judgeEntry(ground, order.draft, old);
    refuseProblem(judged.preview.problem);
    if (sameAs(old, judged.draft, judged.preview.granted) && !(await isCut(books.db, old)))
      throw new StandingError(
        'nothing-changed',
        `Nothing of “${old.title}” would change.`,
        'Change what is wrong, or leave it as it is.',
      );
    if (judged.preview.doubts.length > 0 && !order.confirmDoubts)
      return { activity: null, preview: judged.preview };
    const { finding, externalId } = old;
    const activity = await addJudged(books, ground, judged, { finding, externalId });
    await counterActivity(books.write, old.activity, { on: books.today, reason, replacedBy: activity });
    books.note(old, 'activity.corrected', {
      before: notedBefore(old),
      after: { ...noted(judged, activity), reason },
    });
    return { activity, preview: judged.preview };
  });
}

/**
 * Withdraws an activity: it is kept with its counter-entry and counts nowhere any more.
 * @throws StandingError `activity-unknown`, `activity-countered`, `reason-missing`
 */
export function withdrawActivity(
  office: Office,
  order: { readonly activity: number; readonly reason: string },
): Promise<{ readonly text: string }> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'A withdrawal');
    const old = await standingActivity(books.db, order.activity);
    await counterActivity(books.write, old.activity, { on: books.today, reason, replacedBy: null });
    books.note(old, 'activity.withdrawn', { before: notedBefore(old), after: { reason } });
    return { text: `“${old.title}” withdrawn: it counts nowhere any more.` };
  });
}

/** @throws StandingError `activity-unknown`, `activity-countered` */
export async function standingActivity(
  db: Reading,
  activity: number,
): Promise<RecordedActivity & ActivityOwner> {
  const found = await activityOnRecord(db, activity);
  if (found === null)
    throw new StandingError(
      'activity-unknown',
      `There is no activity with the number ${activity}.`,
      'List the member’s activities to find its number.',
    );
  if (found.counter === null) return found;
  const { kind, on, reason, replacedBy } = found.counter;
  throw new StandingError(
    'activity-countered',
    `Activity ${activity} was ${kind} on ${displayDate(on)}: ${reason}.`,
    replacedBy === null
      ? 'Enter it anew if it counts after all.'
      : `Change activity ${replacedBy}, which stands in its place.`,
  );
}

/** Whether a certification was granted fewer points than the activity has: granting it anew may give more. */
async function isCut(
  db: Reading,
  { activity, memberId }: RecordedActivity & ActivityOwner,
): Promise<boolean> {
  return (await cutsOf(db, memberId)).some((cut) => cut.activity === activity);
}

/** Titles of activities of the same category that a cap cut while this one was there. */
async function cutBy(
  db: Reading,
  old: RecordedActivity & ActivityOwner,
  { recorded }: EntryGround,
): Promise<readonly string[]> {
  const cut = new Set((await cutsOf(db, old.memberId)).map(({ activity }) => activity));
  return recorded
    .filter(
      ({ activity, category, counter }) =>
        activity !== old.activity && counter === null && category === old.category && cut.has(activity),
    )
    .map(({ title }) => title);
}

function sameAs(old: RecordedActivity, draft: ActivityDraft, granted: number): boolean {
  const fields = [
    'category',
    'title',
    'provider',
    'completedOn',
    'employedFrom',
    'employedTo',
    'hours',
    'source',
    'evidence',
  ] as const;
  const criteria = ['job', 'knowledge', 'degree'] as const;
  return (
    fields.every((field) => old[field] === draft[field]) &&
    criteria.every((one) => old.criteria[one] === draft.criteria[one]) &&
    old.granted === granted &&
    (old.claimed ?? old.granted) === (draft.claimed ?? granted)
  );
}

function notedBefore(old: RecordedActivity): object {
  const { activity, category, title, completedOn, employedFrom, employedTo, hours, claimed, granted } = old;
  return {
    activity,
    category,
    title,
    ...(completedOn === null ? { employedFrom, employedTo } : { completedOn }),
    hours,
    claimed,
    granted,
  };
}
