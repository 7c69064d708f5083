import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { letterOf, type NoticeAnchor, type StepKind } from '../../shared/domain/notice-schedule.ts';
import { noticeScheduleSchema, type StepInput } from '../../shared/ipc/notice-schedule-schema.ts';
import { invalid } from './periods.ts';

const FILE = 'notice-schedule.json';

/** The schedule that ships, checked. @throws StandingError `policy-invalid` naming the step and what is wrong with it */
export function loadNoticeSchedule(resourcesDir: string): readonly StepInput[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(resourcesDir, 'policy', FILE), 'utf8'));
  } catch (error) {
    throw invalid(FILE, error instanceof Error ? error.message : String(error));
  }
  const parsed = noticeScheduleSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(FILE, `${z.core.toDotPath(issue?.path ?? [])}: ${issue?.message ?? 'not readable'}`);
  }
  const problem = scheduleProblem(parsed.data.steps);
  if (problem !== null) throw invalid(FILE, problem);
  return parsed.data.steps;
}

const ANCHORS: Readonly<Record<StepKind, readonly NoticeAnchor[]>> = {
  renewal: ['anniversary-month', 'due-date'],
  reminder: ['anniversary-month', 'due-date'],
  'past-due': ['due-date'],
  final: ['lapse'],
  ccp: ['cycle-end'],
  lapse: ['lapse'],
  receipt: ['payment'],
  audit: ['selection'],
};

/** What is wrong with a schedule as a whole, as part of a sentence, or null. */
export function scheduleProblem(steps: readonly StepInput[]): string | null {
  const seen = new Set<string>();
  for (const step of steps) {
    const say = (problem: string) => `the step “${step.id}” ${problem}`;
    if (seen.has(step.id)) return say('is there twice');
    seen.add(step.id);
    if (!ANCHORS[step.kind].includes(step.anchor))
      return say(`counts its days from “${step.anchor}”; its kind can only from ${either(step.kind)}`);
    if (letterOf(step.letter)?.kind !== step.kind)
      return say(`is written with the letter “${step.letter}”, which is no letter of its kind`);
    if (step.offsetDays === undefined && (step.offsetPolicy ?? null) === null)
      return say('has no days from its anchor');
    const problem =
      step.offsetDays === undefined ? null : daysProblem(step.kind, step.anchor, step.offsetDays);
    if (problem !== null) return say(problem);
  }
  return null;
}

/** What is wrong with the days of a step, or null. */
export function daysProblem(kind: StepKind, anchor: NoticeAnchor, days: number): string | null {
  // A month has at least 28 days, whichever end of it is counted from.
  const [first, last] = anchor === 'due-date' ? [-27, 0] : [0, 27];
  if (kind === 'renewal' && days > last) return 'comes after its fee’s due date';
  if (kind === 'reminder' && (days < first || days > last)) return 'does not lie in the anniversary month';
  if (kind === 'past-due' && days < 1) return 'comes before its fee is past due';
  if (kind === 'final' && days > -1) return 'does not come before the lapse';
  if (kind === 'ccp' && days > -1) return 'does not come before the cycle’s end';
  if (kind === 'lapse' && days < 0) return 'comes before the lapse';
  if (kind === 'receipt' && (days < 0 || days > 27)) return 'does not come within four weeks of the payment';
  if (kind === 'audit' && (days < first || days > last)) return 'does not lie in the month of the selection';
  return null;
}

function either(kind: StepKind): string {
  return ANCHORS[kind].map((anchor) => `“${anchor}”`).join(' or ');
}
