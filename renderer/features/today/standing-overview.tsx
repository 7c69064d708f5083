import type { TodayView } from '../../../shared/domain/office.ts';
import { STANDING_STATUSES, type StandingStatus } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Link } from '../../app/navigation.tsx';
import { STATUS_WORDS, StatusShape } from '../../components/status.tsx';
import { share } from './share.ts';

/** Where all certifications of the office stand: one calm bar, and each status with its count and its list. */
export function StandingOverview({ today }: { readonly today: TodayView }) {
  const { certifications, members, sweptOn } = today;
  return (
    <section className="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">Standing of the office</h2>
      <p className="soft figures">
        {count(certifications)} certifications of {count(members)} members
      </p>
      <div className="overview__bar" aria-hidden="true">
        {STANDING_STATUSES.map((status) => (
          <span
            key={status}
            className={`overview__part overview__part--${status}`}
            style={{ flexGrow: countOf(today, status) }}
          />
        ))}
      </div>
      <ul className="overview__legend">
        {STANDING_STATUSES.map((status) => (
          <li key={status}>
            <Link to={`/members?status=${status}`} className="overview__line">
              <StatusShape status={status} />
              <span>{STATUS_WORDS[status]}</span>
              <span className="overview__count figures">{count(countOf(today, status))}</span>
              <span className="overview__share figures">{share(countOf(today, status), certifications)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="overview__swept">
        {sweptOn === null
          ? 'Standings have not been worked out yet.'
          : sweptOn === today.asOf
            ? 'Standings are up to date as of today.'
            : `Standings last brought up to date on ${displayDate(sweptOn)}.`}
      </p>
    </section>
  );
}

function countOf(today: TodayView, status: StandingStatus): number {
  return today.byStatus[status] ?? 0;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
