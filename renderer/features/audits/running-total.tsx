import type { CaseActivity, CaseView } from '../../../shared/domain/audit-case.ts';

interface RunningTotalProps {
  readonly view: CaseView;
  readonly activity: CaseActivity;
  /** Points that would be found of the activity. */
  readonly points: number;
}

/** The points shown once an activity is found so, against those required; `12 of 30`, `6 fewer than now`. */
export function RunningTotal({ view, activity, points }: RunningTotalProps) {
  const { computed, required } = view;
  const now = activity.finding === null ? 0 : Math.min(activity.finding.points, activity.counted);
  const total = rounded(computed.counted - now + points);
  const change = rounded(points - now);
  return (
    <p className="case-total figures" aria-live="polite">
      <strong>
        {total} of {required}
      </strong>{' '}
      points shown then
      {change === 0 ? '' : `, ${Math.abs(change)} ${change < 0 ? 'fewer' : 'more'} than now`}.
    </p>
  );
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
