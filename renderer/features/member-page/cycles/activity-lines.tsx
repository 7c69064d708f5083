import type { CycleActivity } from '../../../../shared/domain/cycles.ts';
import { shortDate } from '../../../components/short-date.ts';

/** Activities in lines: when, what, how many points of it count. */
export function ActivityLines({
  activities,
}: {
  readonly activities: readonly (CycleActivity & { readonly gone?: boolean })[];
}) {
  return (
    <ul className="cycle__activities figures">
      {activities.map((one) => (
        <li key={one.activity}>
          <span className="soft">{daysOf(one)}</span>
          <span>
            {one.title}
            {one.provider === '' ? '' : `, ${one.provider}`}
            {one.gone === true ? <span className="faint"> (no longer on record so)</span> : null}
          </span>
          <span>
            {one.points}
            {one.points === one.claimed ? '' : ` of ${one.claimed}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function daysOf({ completedOn, employedFrom, employedTo }: CycleActivity): string {
  if (completedOn !== null) return shortDate(completedOn);
  if (employedFrom === null) return '';
  return employedTo === null
    ? `since ${shortDate(employedFrom)}`
    : `${shortDate(employedFrom)} – ${shortDate(employedTo)}`;
}
