import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { ActivityFinding, CalendarDate } from '../../../shared/domain/facts.ts';
import { epochDay, fromEpochDay } from '../../../shared/util/dates.ts';
import type { NewRow } from '../../db/bulk-insert.ts';
import { digits } from './addresses.ts';
import type { Chance } from './chance.ts';
import type { Activities } from './sample-book.ts';

/** A row of activities, before it belongs to a member. */
export type Activity = Pick<
  NewRow<'activity'>,
  | 'category'
  | 'title'
  | 'provider'
  | 'completed_on'
  | 'employed_from'
  | 'employed_to'
  | 'hours'
  | 'points'
  | 'criteria'
  | 'source'
  | 'finding'
  | 'external_id'
>;

/** A run of days, as `epochDay` counts them; both ends inside. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export function spanOf(from: CalendarDate, to: CalendarDate): Span {
  return { first: epochDay(from), last: epochDay(to) };
}

/** Bits: 1 job, 2 knowledge, 4 degree. */
const CRITERIA = [1, 1, 1, 1, 3, 3, 2, 2, 4, 6, 7] as const;

type Field = 'laboratory' | 'assisting';

export function fieldOf(activities: Activities, code: CertificationCode): Field {
  return activities.fields.laboratory.includes(code) ? 'laboratory' : 'assisting';
}

/** An ordinary activity completed in the span, meeting at least one criterion. */
export function completedActivity(
  activities: Activities,
  field: Field,
  span: Span,
  chance: Chance,
): Activity {
  const kind = chance.weighted(activities.kinds);
  const [least, most] = kind.points;
  const points = chance.whole(least, most) / 2;
  const source = chance.oneOf(kind.sources);
  return {
    category: kind.category,
    title: chance.frontOf(kind[field]),
    provider: chance.frontOf(activities.providers),
    completed_on: dayIn(span, chance),
    employed_from: null,
    employed_to: null,
    hours: kind.category === 'professional-education' ? points : null,
    points,
    criteria: chance.oneOf(CRITERIA),
    source,
    finding: null,
    external_id: source === 'amt-online' ? `CE-${digits(chance, 8)}` : null,
  };
}

/** Employment from one day to another; `to` null = it goes on. */
export function employmentActivity(
  activities: Activities,
  field: Field,
  from: CalendarDate,
  to: CalendarDate | null,
  chance: Chance,
): Activity {
  return {
    category: 'employment-verification',
    title: chance.oneOf(activities.employment[field]),
    provider: chance.frontOf(activities.providers),
    completed_on: null,
    employed_from: from,
    employed_to: to,
    hours: null,
    points: chance.whole(4, 12),
    criteria: 1,
    source: chance.happens(0.8) ? 'member' : 'staff',
    finding: null,
    external_id: null,
  };
}

export function withFinding(activity: Activity, finding: ActivityFinding | null): Activity {
  return { ...activity, finding };
}

export function dayIn({ first, last }: Span, chance: Chance): CalendarDate {
  return fromEpochDay(chance.whole(first, Math.max(first, last)));
}
