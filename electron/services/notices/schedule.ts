import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { noticeScheduleSchema, type StepInput } from '../../../shared/ipc/notice-schedule-schema.ts';
import { daysProblem, loadNoticeSchedule, scheduleProblem } from '../../policy/notice-schedule.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { addDecision } from '../../repositories/policy-decisions.ts';
import { runs } from '../../repositories/runs.ts';
import { saveSetting, setting } from '../../repositories/settings.ts';
import type { Office, OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** The schedule that an office sends its notices by, in its order: its own, or the one that ships. */
export async function officeSchedule(view: View, asOf: CalendarDate): Promise<readonly NoticeStep[]> {
  const stored = (await setting(view.reader, 'noticeSchedule')) ?? loadNoticeSchedule(view.resources);
  const policy = await officePolicy(view);
  return stored.map((step) => resolved(step, policy, asOf));
}

/** A step of the office's schedule. @throws StandingError `step-unknown` naming those there are */
export async function scheduledStep(view: View, id: string, asOf: CalendarDate): Promise<NoticeStep> {
  const steps = await officeSchedule(view, asOf);
  const step = steps.find((each) => each.id === id);
  if (step !== undefined) return step;
  throw new StandingError(
    'step-unknown',
    `The notice schedule has no step “${id}”.`,
    `Its steps are: ${steps.map((each) => each.id).join(', ')}.`,
  );
}

/** A change of the schedule, checked, before it is saved. */
export interface ScheduleChange {
  readonly before: readonly NoticeStep[];
  readonly after: readonly NoticeStep[];
  readonly stored: readonly StepInput[];
  /** Policy values that the change sets from `asOf` on: the days of CCP notices are the policy book's. */
  readonly policyValues: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
}

/**
 * Checks a schedule that is to take the place of the present one.
 * @throws StandingError `schedule-invalid` naming the step and what is wrong with it
 */
export async function scheduleChange(view: View, json: unknown, asOf: CalendarDate): Promise<ScheduleChange> {
  const parsed = noticeScheduleSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refusal(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}`);
  }
  const { steps } = parsed.data;
  const problem = scheduleProblem(steps);
  if (problem !== null) throw refusal(problem);
  await refuseOtherKind(view, steps);
  const policy = await officePolicy(view);
  const policyValues = steps.flatMap((step) => policyValueOf(step, policy, asOf));
  const stored = steps.map(withoutPolicyDays);
  const tried = policy.withOverrides(
    policyValues.map(({ name, after }) => ({ name, value: after, from: asOf })),
  );
  return {
    before: await officeSchedule(view, asOf),
    after: stored.map((step) => resolved(step, tried, asOf)),
    stored,
    policyValues,
  };
}

/**
 * Saves a schedule for every run prepared from now on; what was given stays given. The days of CCP notices are set in the policy
 * book from today on.
 * @throws StandingError `schedule-invalid`
 */
export async function saveSchedule(
  office: Office,
  json: unknown,
  asOf: CalendarDate,
): Promise<readonly NoticeStep[]> {
  const { before, after, stored, policyValues } = await scheduleChange(office, json, asOf);
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  await office.act(async (write) => {
    await saveSetting(write, 'noticeSchedule', stored);
    for (const { name, after: value } of policyValues)
      await addDecision(write, {
        kind: 'set',
        name,
        value,
        from: asOf,
        reason: 'Set in the notice schedule',
        reference: '',
        approvedBy: null,
      });
    write.journal({
      action: 'notices.schedule-changed',
      subject: 'office',
      subjectId: 'notice-schedule',
      detail: { before, after, policyValues },
    });
  });
  return after;
}

function resolved(step: StepInput, policy: PolicyBook, asOf: CalendarDate): NoticeStep {
  const { id, kind, title, anchor, channel, letter } = step;
  const offsetPolicy = step.offsetPolicy ?? null;
  const offsetDays = offsetPolicy === null ? (step.offsetDays ?? 0) : -policy.value(offsetPolicy, asOf).value;
  return { id, kind, title, anchor, offsetDays, offsetPolicy, channel, letter };
}

function withoutPolicyDays(step: StepInput): StepInput {
  if ((step.offsetPolicy ?? null) === null) return { ...step, offsetPolicy: null };
  const { offsetDays: _, ...rest } = step;
  return rest;
}

const CCP_DAYS = 'ccp-notice-days-before-end.';

function policyValueOf(
  step: StepInput,
  policy: PolicyBook,
  asOf: CalendarDate,
): ScheduleChange['policyValues'] {
  const name = step.offsetPolicy ?? null;
  if (name === null) return [];
  if (step.kind !== 'ccp' || !name.startsWith(CCP_DAYS) || !policy.all().some((value) => value.name === name))
    throw refusal(`the step “${step.id}” takes its days from “${name}”, which is no policy value for it`);
  const before = policy.value(name, asOf).value;
  if (step.offsetDays === undefined || step.offsetDays === -before) return [];
  const problem = daysProblem(step.kind, step.anchor, step.offsetDays);
  if (problem !== null) throw refusal(`the step “${step.id}” ${problem}`);
  return [{ name, before, after: -step.offsetDays }];
}

/** A step's name is kept with every notice that was given: it cannot come to mean another kind of notice. */
async function refuseOtherKind(view: View, steps: readonly StepInput[]): Promise<void> {
  const kinds = new Map((await runs(view.reader)).map((run) => [run.step, run.kind]));
  for (const { id, kind } of steps) {
    const was = kinds.get(id);
    if (was !== undefined && was !== kind)
      throw refusal(
        `the step “${id}” has runs of the kind “${was}”; a step of another kind needs another name`,
      );
  }
}

function refusal(problem: string): StandingError {
  return new StandingError(
    'schedule-invalid',
    `The notice schedule is not valid: ${problem}.`,
    'Start from what “notices schedule --json” shows.',
  );
}
