import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import {
  isClosed,
  needsReason,
  RECERTIFICATION_WORDS,
  type RecertificationStatus,
  recertifies,
  stepsFrom,
} from '../../../shared/domain/recertification-steps.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { setStatus } from '../../repositories/recertification.ts';
import { recertificationFees, voidRecertification } from '../../repositories/recertification-fees.ts';
import {
  addApplicationPaper,
  addAttempt,
  addStep,
  endAttempt,
  stepsOf,
} from '../../repositories/recertification-trail.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { named } from './application.ts';
import { hindrance } from './hindrance.ts';
import { type KeptPaper, printAward, printDenied, printMissing } from './papers.ts';
import { recertify } from './recertify.ts';
import { applicationView, groundOf } from './view.ts';

/** One step of an application. */
export interface StepOrder {
  readonly application: number;
  readonly to: RecertificationStatus;
  /** The day it was taken: of the decision, or of the exam's result. */
  readonly on: CalendarDate;
  /** Why; needed to deny, withdraw, or cancel an exam's date. */
  readonly reason: string;
  /** The day and place of the exam, to schedule it. */
  readonly examOn: CalendarDate | null;
  readonly place: string;
}

/**
 * Takes a step: what it needs is checked, its papers are printed and kept, and the whole of it is one entry. Approval by CCP, or the
 * pass by exam, recertifies; a denial or withdrawal withdraws a fee of which nothing is paid.
 * @throws StandingError `application-unknown`, `step-not-allowed`, `step-hindered`, `reason-missing`, `date-impossible`, `exam-undated`,
 * and what printing throws
 */
export async function takeStep(office: Office, order: StepOrder): Promise<ApplicationView> {
  const step = { ...order, reason: order.reason.trim(), place: order.place.trim() };
  const ground = await groundOf(office, step.application);
  refuse(ground, step);
  await refuseDates(office, ground, step);
  const papers = await papersOf(office, ground, step);
  return onBooks(office, async (books) => {
    const view = { ...office, reader: books.db };
    const now = await groundOf(view, step.application);
    refuse(now, step);
    await carryOut(books, now, step, papers);
    return applicationView(view, step.application);
  });
}

type Ground = Awaited<ReturnType<typeof groundOf>>;

function refuse(ground: Ground, { to, reason, examOn, place }: StepOrder): void {
  const { record } = ground;
  const allowed = stepsFrom(record.status, record.route);
  if (!allowed.includes(to))
    throw new StandingError(
      'step-not-allowed',
      `From “${RECERTIFICATION_WORDS[record.status]}” ${named(record)} cannot become “${RECERTIFICATION_WORDS[to]}”.`,
      allowed.length === 0
        ? 'It is closed; start a new application.'
        : `It can become: ${allowed.map((one) => RECERTIFICATION_WORDS[one].toLowerCase()).join(', ')}.`,
    );
  const hindered = hindrance(ground, to);
  if (hindered !== null)
    throw new StandingError(
      'step-hindered',
      `Application ${record.application} cannot become “${RECERTIFICATION_WORDS[to]}”: ${hindered}`,
      'See its checklist.',
    );
  if (reason === '' && needsReason(record.status, to))
    throw new StandingError(
      'reason-missing',
      `“${RECERTIFICATION_WORDS[to]}” needs a reason.`,
      'Say in a few words why; the trail keeps it.',
    );
  refuseCardNumbers([reason, place]);
  if (to === 'scheduled' && examOn === null)
    throw new StandingError(
      'exam-undated',
      'Scheduling the exam needs its day.',
      'Give the day of the exam.',
    );
}

async function refuseDates(
  office: Office,
  { record, attempts, today }: Ground,
  { to, on, examOn }: StepOrder,
): Promise<void> {
  const last = (await stepsOf(office.reader, record.application)).at(-1)?.on ?? record.receivedOn;
  const exam = attempts.find(({ outcome }) => outcome === null)?.examOn ?? '';
  const from = (to === 'passed' || to === 'failed') && exam > last ? exam : last;
  if (on < from || on > today)
    throw new StandingError(
      'date-impossible',
      on > today
        ? `${displayDate(on)} lies ahead.`
        : `${displayDate(on)} lies before ${displayDate(from)}, the day of what came before.`,
      `Give a day from ${displayDate(from)} to ${displayDate(today)}.`,
    );
  if (examOn !== null && examOn < on)
    throw new StandingError(
      'date-impossible',
      `The exam on ${displayDate(examOn)} lies before the day on which it was scheduled.`,
      'Check the day of the exam.',
    );
}

async function papersOf(
  office: Office,
  ground: Ground,
  { to, on, reason }: StepOrder,
): Promise<readonly KeptPaper[]> {
  if (to === 'incomplete') return [await printMissing(office, ground)];
  if (to === 'denied') return [await printDenied(office, ground, reason)];
  return recertifies(to, ground.record.route) ? printAward(office, ground, on) : [];
}

async function carryOut(
  books: Books,
  ground: Ground,
  step: StepOrder,
  papers: readonly KeptPaper[],
): Promise<void> {
  const { write } = books;
  const { record, attempts, checklist } = ground;
  const { application, to, on, reason } = step;
  if (recertifies(to, record.route)) await recertify(books, record, on);
  if (to === 'scheduled')
    await addAttempt(write, application, {
      number: attempts.length + 1,
      examOn: step.examOn ?? on,
      place: step.place,
    });
  if (record.status === 'scheduled')
    await endAttempt(write, application, to === 'passed' || to === 'failed' ? to : 'cancelled', on);
  if (to === 'denied' || to === 'withdrawn') await withdrawFee(books, application);
  await setStatus(write, application, to, isClosed(to) ? on : null);
  const missing = checklist.filter(({ done }) => !done).map(({ title }) => title);
  const why = to === 'incomplete' ? [...(reason === '' ? [] : [reason]), ...missing].join('; ') : reason;
  await addStep(write, application, {
    from: record.status,
    to,
    on,
    reason: to === 'scheduled' ? examWords(step) : why,
  });
  for (const paper of papers) await addApplicationPaper(write, application, paper);
  books.note(record, `recertification.${to}`, {
    code: record.code,
    before: { application, status: record.status },
    after: { application, status: to, on, reason: why, papers: papers.map(({ sha256 }) => sha256) },
  });
}

function examWords({ examOn, place, reason }: StepOrder): string {
  const day = examOn === null ? '' : `Exam on ${displayDate(examOn)}`;
  return [`${day}${place === '' ? '' : `, ${place}`}`, reason].filter((part) => part !== '').join('; ');
}

/** Nobody owes the fee of an application that came to nothing; what is paid stays with it. */
async function withdrawFee({ write, db, today }: Books, application: number): Promise<void> {
  const fee = (await recertificationFees(db, [application])).get(application);
  if (fee !== undefined && fee.voidedOn === null && fee.paidCents === 0)
    await voidRecertification(write, fee.fee, today);
}
