import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { MemberActivity, PointsOfCertification } from '../../../shared/domain/points.ts';
import { addYears, daysBetween, displayDate } from '../../../shared/util/dates.ts';
import { pointsWords } from './words.ts';

/** An activity where it stands in a cycle’s window. */
export interface Placed {
  readonly activity: number;
  /** 0 to 1 along the window. */
  readonly from: number;
  readonly to: number;
  /** Points that count; 0 where it does not. */
  readonly points: number;
  readonly counts: boolean;
  /** What it is, read aloud. */
  readonly words: string;
}

/** Where a day stands in a cycle, 0 its first day and 1 the end of its last. */
export function placeOf(day: CalendarDate, { cycleStart, cycleEnd }: Window): number {
  const share = daysBetween(cycleStart, day) / (daysBetween(cycleStart, cycleEnd) + 1);
  return Math.min(1, Math.max(0, share));
}

type Window = Pick<PointsOfCertification, 'cycleStart' | 'cycleEnd'>;

/** The activities that lie in the window of a certification’s open cycle, the earliest first. */
export function placed(
  activities: readonly MemberActivity[],
  certification: Window & Pick<PointsOfCertification, 'code'>,
  asOf: CalendarDate,
): readonly Placed[] {
  const { cycleStart, cycleEnd, code } = certification;
  return activities
    .flatMap((activity): readonly Placed[] => {
      const own = activity.countedFor.find((one) => one.code === code);
      const first = activity.completedOn ?? activity.employedFrom;
      const last = activity.completedOn ?? activity.employedTo ?? asOf;
      if (own === undefined || first === null || last < cycleStart || first > cycleEnd) return [];
      return [
        {
          activity: activity.activity,
          from: placeOf(first, certification),
          to: placeOf(last, certification),
          points: own.points,
          counts: own.counts,
          words: `${activity.title}, ${displayDate(last)}: ${own.counts ? pointsWords(own.points) : `not counted. ${own.why}`}`,
        },
      ];
    })
    .toSorted((a, b) => a.from - b.from);
}

/** The anniversaries inside the window, where a new certification year begins. */
export function yearMarks(window: Window): readonly { readonly at: number; readonly day: CalendarDate }[] {
  const marks: { at: number; day: CalendarDate }[] = [];
  for (let n = 1; ; n++) {
    const day = addYears(window.cycleStart, n);
    if (day > window.cycleEnd) return marks;
    marks.push({ at: placeOf(day, window), day });
  }
}

/** How large an activity is drawn: its area grows with its points. Pixels. */
export function radiusOf(points: number): number {
  return Math.min(11, 3.5 + 1.6 * Math.sqrt(points));
}
