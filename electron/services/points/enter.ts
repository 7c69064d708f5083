import type { ActivityToEnter, EnteredActivity, EntryProblem } from '../../../shared/domain/points.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { type ActivityToAdd, addActivity } from '../../repositories/activities.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { type EntryGround, groundOf, type JudgedEntry, judgeEntry } from './preview.ts';

/**
 * Enters an activity with the points that the rules grant. One that looks like an earlier one is entered only once that is confirmed.
 * @throws StandingError `member-unknown`, `activity-impossible`
 */
export function enterActivity(
  office: Office,
  { memberNo, ...draft }: ActivityToEnter,
  confirmDoubts: boolean,
): Promise<EnteredActivity> {
  return onBooks(office, async (books) => {
    const ground = await groundIn(books, office, memberNo);
    const judged = judgeEntry(ground, draft);
    refuseProblem(judged.preview.problem);
    if (judged.preview.doubts.length > 0 && !confirmDoubts)
      return { activity: null, preview: judged.preview };
    const activity = await addJudged(books, ground, judged);
    books.note(ground, 'activity.entered', { before: null, after: noted(judged, activity) });
    return { activity, preview: judged.preview };
  });
}

/** The ground of an entry as it is within the action. */
export function groundIn(books: Books, { resources }: Office, memberNo: string): Promise<EntryGround> {
  return groundOf({ reader: books.db, resources }, memberNo, books.today);
}

/** @throws StandingError `activity-impossible` */
export function refuseProblem(problem: EntryProblem | null): void {
  if (problem === null) return;
  const said = problem.quoted === null ? '' : ` “${problem.quoted.text}” (${problem.quoted.id})`;
  throw new StandingError(
    'activity-impossible',
    `The activity cannot be entered: ${problem.text}${said}`,
    'Correct it and enter it again.',
  );
}

/** Stores what was judged, with the points that a cap left for single certifications. */
export function addJudged(
  books: Books,
  { memberId }: EntryGround,
  { draft, judged, preview }: JudgedEntry,
  carried: Pick<ActivityToAdd, 'finding' | 'externalId'> = { finding: null, externalId: null },
): Promise<number> {
  return addActivity(books.write, {
    ...draft,
    ...carried,
    memberId,
    granted: preview.granted,
    enteredOn: books.today,
    cuts: judged
      .filter(({ verdict }) => verdict.cap?.cut === true)
      .map(({ certificationId, verdict }) => ({
        certification: certificationId,
        points: verdict.granted.points,
      })),
  });
}

/** What the journal keeps of an entry. */
export function noted({ draft, preview }: JudgedEntry, activity: number): object {
  const { title, category, completedOn, employedFrom, employedTo, claimed, hours, evidence } = draft;
  return {
    activity,
    category,
    title,
    ...(completedOn === null ? { employedFrom, employedTo } : { completedOn }),
    hours,
    claimed,
    granted: preview.granted,
    evidence,
    counts: preview.verdicts.map(({ code, points }) => ({ code, points })),
  };
}
