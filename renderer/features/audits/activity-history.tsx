import type { CaseActivity } from '../../../shared/domain/audit-case.ts';
import { FINDING_REASON_WORDS, VERDICT_WORDS } from '../../../shared/domain/audit-findings.ts';
import { shortDate } from '../../components/short-date.ts';

/** What was found about an activity, the finding that holds first and those before it below. */
export function ActivityHistory({ activity }: { readonly activity: CaseActivity }) {
  const { finding, earlier } = activity;
  if (finding === null) return null;
  const all = [finding, ...earlier.toReversed()];
  return (
    <ol className="case-history" aria-label={`Found about ${activity.title}`}>
      {all.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings are only ever added at the other end
        <li key={all.length - at} className={at === 0 ? '' : 'faint'}>
          {at === 0 ? '' : 'Before: '}
          {VERDICT_WORDS[one.verdict]}
          {one.reason === null ? '' : `, ${FINDING_REASON_WORDS[one.reason].toLowerCase()}`}, {one.points}{' '}
          {one.points === 1 ? 'point' : 'points'} · {one.by}, {shortDate(one.on)}
          {one.note === '' ? null : <span className="selectable">: {one.note}</span>}
        </li>
      ))}
    </ol>
  );
}
