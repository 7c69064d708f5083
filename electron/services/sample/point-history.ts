import { anchorOf, cycleDates, PUBLISHED_CYCLE_YEARS } from '../../../shared/domain/certification-years.ts';
import type {
  ActivityFinding,
  AttestationFact,
  AuditOutcome,
  CalendarDate,
} from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/util/dates.ts';
import {
  type Activity,
  completedActivity,
  dayIn,
  employmentActivity,
  fieldOf,
  type Span,
  spanOf,
  withFinding,
} from './activities.ts';
import type { Chance } from './chance.ts';
import type { AuditCourse, CertificationCourse, CycleCourse, ExtraActivity, Known } from './course.ts';
import type { Activities } from './sample-book.ts';

export interface PointHistory {
  readonly activities: readonly Activity[];
  readonly attestations: readonly AttestationFact[];
}

/** The activities and attestations of a certification's course. */
export function pointHistory(
  course: CertificationCourse,
  book: Activities,
  policy: Policy,
  known: Known,
  chance: Chance,
): PointHistory {
  const activities: Activity[] = [];
  const attestations: AttestationFact[] = [];
  for (const [index, cycle] of course.cycles.entries()) {
    const { start, end } = cycleDates(anchorOf(course), index, PUBLISHED_CYCLE_YEARS);
    if (start > known.until) break;
    const span = spanOf(start, earlier(end, known.until));
    const required = policy.value(`points-required.${course.code}`, start).value;
    const audit = course.audits.find((one) => one.cycle === index);
    for (const activity of ordinary(course, cycle, required, span, book, chance))
      activities.push(withFinding(activity, audit === undefined ? null : findingOf(audit.outcome, chance)));
    for (const extra of cycle.extras) {
      const activity = extraActivity(extra, { start, end }, course, book, known, chance);
      if (activity !== null) activities.push(activity);
    }
    const attestedOn = attested(cycle, end, known, chance);
    if (attestedOn !== null) attestations.push({ cycleStart: start, attestedOn });
  }
  return { activities, attestations };
}

/** As many as reach the share of the required points: a little more than it from 1 on, exactly it below. */
function ordinary(
  course: CertificationCourse,
  { share }: CycleCourse,
  required: number,
  span: Span,
  book: Activities,
  chance: Chance,
): readonly Activity[] {
  const aim = Math.floor(share * required * 2) / 2;
  const made: Activity[] = [];
  for (let sum = 0; sum < aim; ) {
    const activity = completedActivity(book, fieldOf(book, course.code), span, chance);
    const points = share < 1 ? Math.min(activity.points, aim - sum) : activity.points;
    sum += points;
    made.push({ ...activity, points, hours: activity.hours === null ? null : points });
  }
  return made;
}

function findingOf(outcome: AuditCourse['outcome'], chance: Chance): ActivityFinding | null {
  const rejected: Record<AuditOutcome, number> = { compliant: 0.06, 'non-compliant': 0.7 };
  if (outcome === null) return chance.happens(0.3) ? 'accepted' : null;
  return chance.happens(rejected[outcome]) ? 'rejected' : 'accepted';
}

function attested(
  { attested: when }: CycleCourse,
  end: CalendarDate,
  { until }: Known,
  chance: Chance,
): CalendarDate | null {
  if (when === null) return null;
  const day = addDays(end, when === 'in-time' ? -chance.whole(0, 75) : chance.whole(1, 60));
  if (day <= until) return day;
  // Attested already, though the cycle still runs; a late one has to wait for the cycle's end.
  return when === 'in-time' ? until : null;
}

/** The extra activity, or null where the cycle has no place for it. */
function extraActivity(
  extra: ExtraActivity,
  { start, end }: { readonly start: CalendarDate; readonly end: CalendarDate },
  course: CertificationCourse,
  book: Activities,
  { until }: Known,
  chance: Chance,
): Activity | null {
  const field = fieldOf(book, course.code);
  const last = earlier(end, until);
  const completed = (from: CalendarDate, to: CalendarDate): Activity | null =>
    from > to ? null : completedActivity(book, field, spanOf(from, to), chance);
  const employed = (from: CalendarDate, to: CalendarDate | null): Activity | null =>
    from > (to ?? until) ? null : employmentActivity(book, field, from, to, chance);
  switch (extra) {
    case 'employment':
      return employed(start, last < '2020-12-31' ? last : '2020-12-31');
    case 'employment-across-2020':
      return start > '2020-12-31' || last < '2021-06-30'
        ? null
        : employed(start, chance.happens(0.5) ? null : last);
    case 'employment-after-2020':
      return last < '2021-01-01'
        ? null
        : employed(dayIn(spanOf(start < '2021-01-01' ? '2021-01-01' : start, last), chance), last);
    case 'before-cycle':
      return completed(addDays(start, -150), addDays(start, -1));
    case 'after-cycle':
      return completed(addDays(end, 1), earlier(addDays(end, 120), until));
    case 'no-criterion': {
      const activity = completed(start, last);
      return activity === null ? null : { ...activity, criteria: 0, source: 'member', external_id: null };
    }
    case 'rejected': {
      const activity = completed(start, last);
      return activity === null ? null : withFinding(activity, 'rejected');
    }
  }
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}
