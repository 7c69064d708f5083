import { isAuditLetter } from '../../../shared/domain/audit-letters.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import { purposeOf } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { addMonths, firstDayOfMonth, monthText } from '../../../shared/util/dates.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { certificationRecords, memberIdOf } from '../../repositories/facts.ts';
import { type Recipient, recipients } from '../../repositories/renewal-candidates.ts';
import { stepDay } from '../../rules/notices/step-day.ts';
import { toldOn } from '../notices/piece.ts';
import { contentOf } from '../notices/piece-content.ts';
import { officeSchedule } from '../notices/schedule.ts';
import { type StepRows, stepRows } from '../notices/step-rows.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { caseSheet } from './preview-case.ts';
import { isReturnLetter, returnSheet } from './preview-return.ts';
import { known } from './versions.ts';

/** A sheet that is only looked at: its run and its code are none of any letter's. */
const PREVIEW_RUN = 'PREVIEW';
/** Months back for what may still be sent today, and ahead for what would come if nothing were paid or recorded. */
const BACK = 40;
const AHEAD = 60;

export interface PreviewSheet {
  readonly sheet: NoticeSheet;
  readonly recipient: Recipient;
  readonly asOf: CalendarDate;
}

/**
 * The sheet that a member would get with a letter: now where the letter is due, else on the first day to come on which it would be
 * if nothing more were paid or recorded. The address is still to be set.
 * @throws StandingError `member-unknown`, `letter-unknown`, `letter-not-for-member`
 */
export async function previewSheet(
  view: OfficeView,
  letter: string,
  memberNo: string,
  today: CalendarDate,
): Promise<PreviewSheet> {
  const { title } = known(letter);
  const id = await memberIdOf(view.reader, memberNo);
  const recipient = id === null ? undefined : (await recipients(view.reader, { ids: [id] })).get(id);
  if (id === null || recipient === undefined) throw memberUnknown(memberNo);
  if (isAuditLetter(letter))
    return { sheet: await caseSheet(view, PREVIEW_RUN, letter, recipient, today), recipient, asOf: today };
  if (isReturnLetter(letter))
    return { sheet: await returnSheet(view, PREVIEW_RUN, recipient, today), recipient, asOf: today };
  const policy = await officePolicy(view);
  const steps = (await officeSchedule(view, today)).filter((step) => step.letter === letter);
  const records = (await certificationRecords(view.reader, { ids: [id] }, today)).filter(certifiedBy(today));
  for (const { step, month, asOf } of occasions(steps, policy, today)) {
    const day = stepDay(step, month, policy);
    // A receipt is shown on any fee that was paid: an office with few deposits has a letter to look at all the same.
    const rows: StepRows = await stepRows(view.reader, step, month, { ids: [id] }, 'anything');
    const told = toldOn(records, { step, month, day, asOf, policy }, rows);
    if (told.length === 0) continue;
    const content = contentOf(recipient, told, { step, policy });
    const common = { run: PREVIEW_RUN, sheet: 1, sheets: 1, dated: asOf, month };
    const purpose = purposeOf(step.kind, step.id);
    return { sheet: { ...common, purpose, ...content, addressLines: [], addressSize: 0 }, recipient, asOf };
  }
  throw new StandingError(
    'letter-not-for-member',
    `${recipient.name} would get no letter “${title}” within five years, even if nothing more were paid or recorded.`,
    'Choose another member to see it on.',
  );
}

interface Occasion {
  readonly step: NoticeStep;
  readonly month: string;
  readonly asOf: CalendarDate;
}

/** What asks for a fee before it is past due is not sent for a month that is over. */
function stillSent({ kind }: NoticeStep, month: string, today: CalendarDate): boolean {
  return (kind !== 'renewal' && kind !== 'reminder') || month >= monthText(today);
}

function* occasions(
  steps: readonly NoticeStep[],
  policy: PolicyBook,
  today: CalendarDate,
): Generator<Occasion> {
  const now = firstDayOfMonth(today);
  const months = (from: number, to: number, by: 1 | -1) =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => monthText(addMonths(now, from + at * by)));
  for (const month of months(1, -BACK, -1))
    for (const step of steps)
      if (stepDay(step, month, policy) <= today && stillSent(step, month, today))
        yield { step, month, asOf: today };
  for (const month of months(-1, AHEAD, 1))
    for (const step of steps) {
      const day = stepDay(step, month, policy);
      if (day > today) yield { step, month, asOf: day };
    }
}
