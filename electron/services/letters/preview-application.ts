import { join } from 'node:path';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { printPages } from '../../printing/print-pages.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { type ApplicationRecord, listApplications } from '../../repositories/recertification.ts';
import type { OfficeView } from '../office.ts';
import { deniedLetter, type LetterOrder, missingLetter, setLetter } from '../recertification/letter.ts';
import { groundOf } from '../recertification/view.ts';
import { memberUnknown } from '../standing.ts';
import { known } from './versions.ts';

/** Stands where the reason of a decision is printed. */
const REASON = 'The reason of the decision stands here, in the words in which it was given.';

/** A letter about an application as its preview is asked for. */
export interface ApplicationPreview {
  readonly letter: LetterOrder['kind'];
  readonly text: string;
  readonly memberNo: string;
  readonly today: CalendarDate;
}

/**
 * Prints a letter about an application on the newest application of a member.
 * @throws StandingError `member-unknown`, `letter-not-for-member`, `bad-letter`, `letter-too-long`
 */
export async function printApplicationPreview(
  view: OfficeView,
  { letter, text, memberNo, today }: ApplicationPreview,
  outFile: string,
): Promise<ApplicationRecord> {
  const { title } = known(letter);
  if ((await memberIdOf(view.reader, memberNo)) === null) throw memberUnknown(memberNo);
  const { rows } = await listApplications(view.reader, { state: 'all', memberNo, offset: 0, limit: 1 });
  const [newest] = rows;
  if (newest === undefined)
    throw new StandingError(
      'letter-not-for-member',
      `Member ${memberNo} has no application for recertification, so there is no letter “${title}” to show.`,
      'Choose a member who has applied.',
    );
  const ground = await groundOf(view, newest.application);
  const { page, options } = await setLetter(view, { ...ground, today }, orderOf(letter, ground), text);
  await printPages({ ...options, fontsDir: join(view.resources, 'fonts'), outFile }, [page]);
  return newest;
}

/** Where nothing is missing any more, everything that was asked for is listed. */
function orderOf(letter: LetterOrder['kind'], ground: Awaited<ReturnType<typeof groundOf>>): LetterOrder {
  if (letter === 'recertification-denied') return deniedLetter(REASON);
  const missing = missingLetter(ground);
  if (missing.list.length > 0) return missing;
  return missingLetter({
    ...ground,
    checklist: ground.checklist.map((item) => ({ ...item, done: false })),
  });
}

/** The member whose application came last; null where nobody has applied. */
export async function someApplicant(view: Pick<OfficeView, 'reader'>): Promise<string | null> {
  const { rows } = await listApplications(view.reader, {
    state: 'all',
    memberNo: null,
    offset: 0,
    limit: 1,
  });
  return rows[0]?.memberNo ?? null;
}
