import type { ActivityFact } from '../../../shared/domain/facts.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { pointsText } from '../points-granted/step.ts';
import type { NotCounted, Verdict } from './verdict.ts';

/** A verdict in words, with the sentences that it rests on. */
export interface VerdictWords {
  readonly why: string;
  /** The ids of the sentences, the one that decided first. */
  readonly citations: readonly string[];
  /** What would make it count; null where it does. */
  readonly remedy: string | null;
}

/** Why an activity counts or not, and what would make it count. */
export function verdictWords(activity: ActivityFact, verdict: Verdict): VerdictWords {
  return verdict.because === null
    ? counted(activity, verdict)
    : notCounted(verdict.because, activity, verdict);
}

function counted(activity: ActivityFact, { points, cap, before }: Verdict): VerdictWords {
  const { case: c, cycle } = before;
  const employment = activity.category === 'employment-verification';
  const of = `the cycle from ${displayDate(cycle.start)} to ${displayDate(cycle.end)}`;
  const cut =
    cap?.cut === true
      ? ` The category has ${pointsText(cap.already)} there already and may have ${cap.cap.value}.`
      : '';
  const part =
    employment && points < activity.points
      ? ` Only its days in the cycle up to ${displayDate(lastEmploymentDay(before))} count.`
      : '';
  const voluntary = c.bound
    ? ''
    : ` ${c.facts.certification.code} is not bound by CCP: nothing depends on it.`;
  return {
    why: `${pointsText(points)} for ${of}.${cut}${part}${voluntary}`,
    citations: [
      employment ? 'SC-CCP-2' : activity.source === 'amt-online' ? 'SC-CCP-8' : 'SC-CCP-4',
      ...(c.bound ? [] : ['PB-CCP-1']),
    ],
    remedy: null,
  };
}

function lastEmploymentDay({ case: c, cycle }: Verdict['before']): string {
  return c.policy.date('employment-last-day', cycle.start).value;
}

function notCounted(because: NotCounted, activity: ActivityFact, verdict: Verdict): VerdictWords {
  const { cycle } = verdict.before;
  const [start, end] = [displayDate(cycle.start), displayDate(cycle.end)];
  const within = `Only what was completed from ${start} to ${end} counts now: if the date is mistyped, correct it.`;
  const own = verdict.fallsIn;
  const employment = activity.category === 'employment-verification';
  switch (because) {
    case 'before-cycle':
      return {
        why: `${done(activity)}, before the cycle began on ${start}.`,
        citations: employment ? ['SC-CCP-5', 'SC-CCP-2'] : ['SC-CCP-5'],
        remedy: employment ? onlyEmployment(verdict) : within,
      };
    case 'rolled-cycle':
      return {
        why: `${done(activity)}, in the cycle to ${displayDate(own?.end ?? '')}, which has rolled; nothing is carried into the next one.`,
        citations: ['SC-CCP-5', 'SC-CCP-7'],
        remedy: `${within} It is kept for an audit of that cycle.`,
      };
    case 'after-cycle':
      return {
        why: `${done(activity)}, after the cycle ended on ${end}.`,
        citations: employment ? ['SC-CCP-4', 'SC-CCP-2'] : ['SC-CCP-4'],
        remedy: employment ? onlyEmployment(verdict) : within,
      };
    case 'waiting-cycle':
      return {
        why: `${done(activity)}, after the cycle ended on ${end}, which has not rolled.`,
        citations: ['SC-CCP-4', 'SC-CCP-7'],
        remedy: `It counts for the cycle from ${displayDate(own?.start ?? '')} once the one before has rolled: ${waitsFor(verdict)}.`,
      };
    case 'no-criterion':
      return {
        why: 'It meets none of the three criteria.',
        citations: ['PB-CCP-7', 'SC-CCP-1'],
        remedy: 'Mark the criterion that it meets: the job, the knowledge or the degree; one is enough.',
      };
    case 'employment-too-late': {
      const last = displayDate(lastEmploymentDay(verdict.before));
      return {
        why: `No day of the employment lies in the cycle from ${start}, on or before ${last}.`,
        citations: ['SC-CCP-2'],
        remedy: onlyEmployment(verdict),
      };
    }
    case 'rejected':
      return {
        why: 'It was rejected on review.',
        citations: ['SC-CCP-1'],
        remedy: 'Record another activity, or have the review of this one changed.',
      };
    case 'exam-retake':
      return {
        why: 'Retaking the examination earns no points.',
        citations: ['PB-CCP-6'],
        remedy: 'Nothing does. If it was a course, name the course in the title.',
      };
    case 'cap-reached':
      return {
        why: `The category has ${pointsText(verdict.cap?.already ?? 0)} in this cycle already and may have ${verdict.cap?.cap.value ?? 0}.`,
        citations: ['PB-CCP-5'],
        remedy: 'An activity of another category still counts.',
      };
    case 'no-points':
      return {
        why: 'No whole point of it is left for this cycle.',
        citations: ['SC-CCP-4'],
        remedy: 'Type the hours or the points that were earned.',
      };
    default:
      return assertNever(because);
  }
}

/** Which employment would still count. */
function onlyEmployment({ before }: Verdict): string {
  const { start } = before.cycle;
  const last = lastEmploymentDay(before);
  return start > last
    ? `Nothing does: this cycle began after ${displayDate(last)}. Record education or another category instead.`
    : `Only days from ${displayDate(start)} to ${displayDate(last)} count: if its dates are mistyped, correct them.`;
}

function waitsFor({ before: { cycle } }: Verdict): string {
  return cycle.met
    ? 'it waits for an unpaid annual fee'
    : `${pointsText(cycle.outstanding)} are missing there`;
}

function done(activity: ActivityFact): string {
  if (activity.category !== 'employment-verification')
    return `Completed on ${displayDate(activity.completedOn)}`;
  const from = displayDate(activity.employedFrom);
  return activity.employedTo === null
    ? `Employed since ${from}`
    : `Employed from ${from} to ${displayDate(activity.employedTo)}`;
}
