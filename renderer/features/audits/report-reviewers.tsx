import type { AuditReport } from '../../../shared/domain/audit-report.ts';
import { AGREEMENT_METHOD, agreementText } from '../../../shared/domain/audit-report-words.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Link } from '../../app/navigation.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { CaseCount } from './case-count.tsx';

/** What each reviewer did, and how far two of them agreed. */
export function ReportReviewers({ report }: { readonly report: AuditReport }) {
  const { year, reviewers, agreement } = report;
  return (
    <section className="report__table" aria-label="Reviewers">
      <h2>Reviewers</h2>
      {reviewers.length === 0 ? (
        <p className="soft">Nobody has worked on a case yet.</p>
      ) : (
        <PlainTable
          label="Reviewers"
          rows={reviewers}
          rowKey={({ reviewer }) => reviewer}
          columns={[
            { header: 'Reviewer', wide: true, cell: ({ reviewer }) => reviewer },
            { header: 'Activities judged', align: 'end', cell: ({ findings }) => findings },
            { header: 'Decided compliant', align: 'end', cell: ({ compliant }) => compliant },
            { header: 'Decided non-compliant', align: 'end', cell: ({ nonCompliant }) => nonCompliant },
            { header: 'Second opinions', align: 'end', cell: ({ secondOpinions }) => secondOpinions },
            { header: 'Open cases', align: 'end', cell: ({ open }) => open },
            {
              header: 'Reviewed',
              align: 'end',
              cell: ({ reviewer, reviewed }) => (
                <CaseCount
                  year={year}
                  reviewer={reviewer}
                  count={reviewed}
                  words={`cases reviewed by ${reviewer}`}
                />
              ),
            },
          ]}
        />
      )}
      <p>
        {agreementText(agreement)} <span className="faint report__method">{AGREEMENT_METHOD}</span>
      </p>
      {agreement.disagreements.length === 0 ? null : (
        <ul className="report__disagreements" aria-label="Where the second reviewer did not agree">
          {agreement.disagreements.map(({ audit, memberName, code, first, second, note, on }) => (
            <li key={`${audit} ${on} ${second}`}>
              <Link to={`/audits/cases/${audit}`}>
                {memberName}, {code}
              </Link>{' '}
              <span className="soft">
                {displayDate(on)}: {first} proposed non-compliant, {second} did not agree: {note}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
