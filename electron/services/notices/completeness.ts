import type {
  DueStep,
  MissingNotice,
  MissingReason,
  MonthCompleteness,
  StepCompleteness,
} from '../../../shared/domain/completeness.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import { addDays } from '../../../shared/util/dates.ts';
import type { Work } from '../../jobs/work.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import {
  type GivenTrail,
  givenIn,
  givenKey,
  givenTrail,
  type HeldTrail,
  heldIn,
} from '../../repositories/notice-given.ts';
import { type Run, runs } from '../../repositories/runs.ts';
import { monthsDue, stepDay } from '../../rules/notices/step-day.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { MEMBERS_AT_A_TIME } from '../standing.ts';
import { type Claim, claimsOf } from './claims.ts';
import { missingOf, settledHeld } from './missing.ts';
import { officeSchedule } from './schedule.ts';

/**
 * The proof of completeness of a month: for every step whose day has come, everyone who should have had its notice and has not, with
 * why. Who should is decided by the facts of today: those who have paid, recorded or attested need no notice any more, but whom a run
 * held is listed all the same.
 */
export async function monthCompleteness(
  view: OfficeView,
  month: string,
  asOf: CalendarDate,
  work: Work,
): Promise<MonthCompleteness> {
  const policy = await officePolicy(view);
  const steps: StepCompleteness[] = [];
  for (const step of await officeSchedule(view, asOf)) {
    if (stepDay(step, month, policy) > asOf) continue;
    steps.push(await stepCompleteness(view, { step, month, asOf, policy }, work));
  }
  return { month, asOf, steps };
}

/** How long in days a run that was not prepared stays on the list of those that are due. */
const LOOK_BACK = 62;

const TO_PREPARE: ReadonlySet<MissingReason> = new Set([
  'no-run',
  'not-in-run',
  'bounced',
  'refused',
  'returned',
]);

/** The runs that are to be prepared now, first the ones that were due first. */
export async function dueSteps(
  view: OfficeView,
  asOf: CalendarDate,
  work: Work,
): Promise<readonly DueStep[]> {
  const policy = await officePolicy(view);
  const due: DueStep[] = [];
  for (const step of await officeSchedule(view, asOf)) {
    for (const month of monthsDue(step, addDays(asOf, -LOOK_BACK), asOf, policy)) {
      const {
        title,
        day,
        runs: made,
        missing,
      } = await stepCompleteness(view, { step, month, asOf, policy }, work);
      const waiting = missing.filter(({ why, settled, timely }) => TO_PREPARE.has(why) && timely && !settled);
      if (waiting.length === 0) continue;
      const after = made.at(-1)?.run ?? null;
      due.push({ step: step.id, title, month, day, certifications: waiting.length, after });
    }
  }
  return due.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

interface StepRequest {
  readonly step: NoticeStep;
  readonly month: string;
  readonly asOf: CalendarDate;
  readonly policy: PolicyBook;
}

async function stepCompleteness(
  view: OfficeView,
  request: StepRequest,
  work: Work,
): Promise<StepCompleteness> {
  const { step, month, policy } = request;
  const claims = await claimsOf(view, request, work);
  const made = inTheirOrder((await runs(view.reader, month)).filter((run) => run.step === step.id));
  const held = await heldIn(
    view.reader,
    made.map(({ id }) => id),
  );
  const trail = await trailOf(view, step.id, claims, work);
  const place = new Map(made.map(({ id }, at) => [id, at]));
  const heldInOrder = held.toSorted((a, b) => (place.get(a.run) ?? 0) - (place.get(b.run) ?? 0));
  const heldByMember = new Map(heldInOrder.map((each) => [each.memberId, each]));
  const missing: MissingNotice[] = [];
  for (const claim of claims) {
    const found = missingOf(
      claim,
      trail.get(givenKey(claim)) ?? null,
      heldByMember.get(claim.memberId) ?? null,
      made,
    );
    if (found !== null) missing.push(found);
  }
  const claimed = new Set(claims.map(({ memberId }) => memberId));
  const unclaimed = [...heldByMember.values()].filter((each) => !claimed.has(each.memberId));
  return {
    step: step.id,
    title: step.title,
    month,
    day: stepDay(step, month, policy),
    runs: made.map(figures),
    should: claims.length,
    had: claims.length - missing.length,
    missing: [...missing, ...settledHeld(await notGivenSince(view, unclaimed, place))],
  };
}

/** Of what runs held, that of members whom no later run of the step and month gave the notice after all. */
async function notGivenSince(
  view: OfficeView,
  held: readonly HeldTrail[],
  place: ReadonlyMap<string, number>,
): Promise<readonly HeldTrail[]> {
  if (held.length === 0) return held;
  const last = new Map<number, number>();
  for (const { run, memberId } of await givenIn(view.reader, [...place.keys()]))
    last.set(memberId, Math.max(last.get(memberId) ?? -1, place.get(run) ?? -1));
  return held.filter(({ run, memberId }) => (last.get(memberId) ?? -1) < (place.get(run) ?? -1));
}

/** Oldest first: after 2026-12-Z comes 2026-12-AA. */
function inTheirOrder(made: readonly Run[]): readonly Run[] {
  return made.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
}

/** The last that each claim was given, by its key: what did not fail where there is such. */
async function trailOf(
  view: OfficeView,
  step: string,
  claims: readonly Claim[],
  work: Work,
): Promise<ReadonlyMap<string, GivenTrail>> {
  const ids = [...new Set(claims.map(({ memberId }) => memberId))];
  const last = new Map<string, GivenTrail>();
  for (let i = 0; i < ids.length; i += MEMBERS_AT_A_TIME) {
    const members = { ids: ids.slice(i, i + MEMBERS_AT_A_TIME) };
    for (const given of await givenTrail(view.reader, step, members)) {
      const known = last.get(givenKey(given));
      if (known === undefined || known.failed !== null) last.set(givenKey(given), given);
    }
    await work.breathe();
  }
  return last;
}

function figures({
  id,
  selected,
  toPrint,
  toEmail,
  held,
  printedOn,
  mailedOn,
}: Run): StepCompleteness['runs'][number] {
  return { run: id, selected, toPrint, toEmail, held, printedOn, mailedOn };
}
