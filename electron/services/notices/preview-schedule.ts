import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type {
  PlannedChange,
  PlannedNotice,
  SchedulePreview,
  StepCounts,
  StepPreview,
} from '../../../shared/domain/schedule-preview.ts';
import { addDays, addMonths } from '../../../shared/util/dates.ts';
import type { Work } from '../../jobs/work.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { givenKey, givenTo } from '../../repositories/notice-given.ts';
import { type Recipient, recipients } from '../../repositories/renewal-candidates.ts';
import { monthsDue, stepDay } from '../../rules/notices/step-day.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { MEMBERS_AT_A_TIME } from '../standing.ts';
import { type Claim, claimsOf } from './claims.ts';
import { wayTo } from './piece.ts';
import { type ScheduleChange, scheduleChange } from './schedule.ts';

/** What is listed of a step's changes; the counts are of all. */
const LISTED = 500;
/** How long in days a step whose day has gone by is still looked at: it would be due now. */
const LOOK_BACK = 62;
const MONTHS_AHEAD = 12;

/**
 * Who would get what after a change of the schedule that is not saved yet; writes nothing.
 * @param json the schedule as the window or a file has it
 * @param month `YYYY-MM` to look at that month's runs alone; null = those due in the next twelve months
 * @throws StandingError `schedule-invalid`, `cancelled`
 */
export async function previewSchedule(
  view: OfficeView,
  { json, month, asOf }: { json: unknown; month: string | null; asOf: CalendarDate },
  work: Work,
): Promise<SchedulePreview> {
  const change = await scheduleChange(view, json, asOf);
  const policy = await officePolicy(view);
  const tried = policy.withOverrides(
    change.policyValues.map(({ name, after }) => ({ name, value: after, from: asOf })),
  );
  const [from, to] = [addDays(asOf, -LOOK_BACK), addMonths(asOf, MONTHS_AHEAD)];
  const plan = async (step: NoticeStep | null, book: PolicyBook): Promise<Plan> =>
    step === null ? new Map() : planOf(view, { step, book, from, to, month, asOf }, work);
  const steps: StepPreview[] = [];
  for (const [before, after] of changedSteps(change)) {
    const named = after ?? before;
    if (named === null) continue;
    steps.push(compared(named, await plan(before, policy), await plan(after, tried)));
    work.progress({
      doing: 'Looking at who would get what',
      done: steps.length,
      total: null,
      cancellable: true,
    });
  }
  return { from, to, steps, policyValues: change.policyValues };
}

type StepPair = readonly [before: NoticeStep | null, after: NoticeStep | null];

/** Steps that are not the same before and after, but for their title and letter. */
function changedSteps({ before, after }: ScheduleChange): readonly StepPair[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  const of = (steps: readonly NoticeStep[], id: string) => steps.find((step) => step.id === id) ?? null;
  return ids
    .map((id): StepPair => [of(before, id), of(after, id)])
    .filter(([a, b]) => a === null || b === null || timing(a) !== timing(b));
}

function timing({ kind, anchor, offsetDays, channel }: NoticeStep): string {
  return [kind, anchor, offsetDays, channel].join(' ');
}

type Planned = PlannedNotice & { readonly claim: Claim };
type Plan = ReadonlyMap<string, Planned>;

interface PlanRequest {
  readonly step: NoticeStep;
  readonly book: PolicyBook;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly month: string | null;
  readonly asOf: CalendarDate;
}

/** What a step sends in the time looked at, by `givenKey`. */
async function planOf(
  view: OfficeView,
  { step, book, from, to, month, asOf }: PlanRequest,
  work: Work,
): Promise<Plan> {
  const planned = new Map<string, Planned>();
  for (const each of month === null ? monthsDue(step, from, to, book) : [month]) {
    const day = stepDay(step, each, book);
    const on = day > asOf ? day : asOf;
    const claims = await claimsOf(view, { step, month: each, asOf: on, policy: book }, work);
    await addPlanned(view, step, claims, planned, work);
  }
  return planned;
}

async function addPlanned(
  view: OfficeView,
  step: NoticeStep,
  claims: readonly Claim[],
  planned: Map<string, Planned>,
  work: Work,
): Promise<void> {
  const ids = [...new Set(claims.map(({ memberId }) => memberId))];
  const people = new Map<number, Recipient>();
  const given = new Set<string>();
  for (let i = 0; i < ids.length; i += MEMBERS_AT_A_TIME) {
    const members = { ids: ids.slice(i, i + MEMBERS_AT_A_TIME) };
    for (const [id, person] of await recipients(view.reader, members)) people.set(id, person);
    for (const key of await givenTo(view.reader, step.id, members)) given.add(key);
    await work.breathe();
  }
  for (const claim of claims) {
    const person = people.get(claim.memberId);
    const key = givenKey(claim);
    if (person === undefined || !claim.timely || given.has(key)) continue;
    const printable = person.mailOk && person.address !== null && person.badReason === null;
    planned.set(key, { day: claim.day, way: wayTo(person, step.channel, printable), claim });
  }
}

function compared({ id, title }: NoticeStep, before: Plan, after: Plan): StepPreview {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changes = keys.flatMap((key) => changeOf(before.get(key) ?? null, after.get(key) ?? null));
  const count = (of: (change: PlannedChange) => boolean) => changes.filter(of).length;
  return {
    step: id,
    title,
    before: countsOf(before),
    after: countsOf(after),
    gained: count((change) => change.before === null),
    lost: count((change) => change.after === null),
    moved: count(({ before: b, after: a }) => b !== null && a !== null && b.day !== a.day),
    otherWay: count(({ before: b, after: a }) => b !== null && a !== null && b.way !== a.way),
    changes: changes.slice(0, LISTED),
  };
}

function changeOf(before: Planned | null, after: Planned | null): readonly PlannedChange[] {
  const claim = after?.claim ?? before?.claim;
  if (claim === undefined || (before?.day === after?.day && before?.way === after?.way)) return [];
  const { memberNo, memberName, code, forDate } = claim;
  const shown = (planned: Planned | null) =>
    planned === null ? null : { day: planned.day, way: planned.way };
  return [{ memberNo, memberName, code, forDate, before: shown(before), after: shown(after) }];
}

function countsOf(plan: Plan): StepCounts {
  const planned = [...plan.values()];
  const by = (way: PlannedNotice['way']) => planned.filter((each) => each.way === way).length;
  return { notices: planned.length, print: by('print'), email: by('email'), held: by('held') };
}
