import type { AuditReport, ReportPart } from '../../../shared/domain/audit-report.ts';
import { FAILURE_METHOD, percentText } from '../../../shared/domain/audit-report-words.ts';
import { Link } from '../../app/navigation.tsx';
import { listPlace } from './report-place.ts';

const STAGES: readonly { readonly part: ReportPart; readonly word: string }[] = [
  { part: 'all', word: 'Drawn' },
  { part: 'told', word: 'Notice sent' },
  { part: 'returned', word: 'Proof returned' },
  { part: 'decided', word: 'Decided' },
  { part: 'compliant', word: '● Compliant' },
  { part: 'non-compliant', word: '■ Non-compliant' },
  { part: 'undecided', word: '○ Open' },
  { part: 'letter-waiting', word: '◕ Letter not sent' },
  { part: 'overdue', word: '▲ Overdue' },
];

/** How far the campaign has come: each stage as a part of those drawn. */
export function ReportFunnel({ report: { year, counts } }: { readonly report: AuditReport }) {
  return (
    <ol className="report__funnel" aria-label="How far the audit has come">
      {STAGES.map(({ part, word }) => (
        <li key={part}>
          <Link to={listPlace(year, { part })} className="report__stage">
            <span>{word}</span>
            <span className="report__bar" aria-hidden="true">
              <span
                className={`report__part report__part--${part}`}
                style={{ width: `${(100 * counts[part]) / Math.max(1, counts.all)}%` }}
              />
            </span>
            <strong className="figures">{counts[part].toLocaleString('en-US')}</strong>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** The share of failures with its exact interval, drawn on a scale from nothing to everybody. */
export function FailureShare({ report: { failure, population } }: { readonly report: AuditReport }) {
  if (failure === null)
    return (
      <section className="card report__failure" aria-label="Share that failed">
        <h2>Share that failed</h2>
        <p className="soft">No case is decided yet, so that nothing can be said of the others.</p>
      </section>
    );
  const { share, low, high, level, found, of } = failure;
  const among = (part: number) => Math.round(part * population).toLocaleString('en-US');
  return (
    <section className="card report__failure" aria-label="Share that failed">
      <h2>Share that failed</h2>
      <p className="figures">
        <strong className="report__share">{percentText(share)}</strong>{' '}
        <span className="soft">
          {found} of {of} decided
        </span>
      </p>
      <div className="report__scale" aria-hidden="true">
        <span
          className="report__interval"
          style={{ left: `${100 * low}%`, width: `${Math.max(0.5, 100 * (high - low))}%` }}
        />
        <span className="report__point" style={{ left: `${100 * share}%` }} />
      </div>
      <p className="report__ends faint figures" aria-hidden="true">
        <span>0&nbsp;%</span>
        <span>50&nbsp;%</span>
        <span>100&nbsp;%</span>
      </p>
      <p className="figures">
        With {Math.round(level * 100)}&nbsp;% confidence between {percentText(low)} and {percentText(high)}:{' '}
        {among(low)} to {among(high)} of all {population.toLocaleString('en-US')}.
      </p>
      <p className="faint report__method">{FAILURE_METHOD}</p>
    </section>
  );
}
