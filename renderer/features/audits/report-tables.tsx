import type { ReactNode } from 'react';
import { FINDING_REASON_WORDS, VERDICT_WORDS } from '../../../shared/domain/audit-findings.ts';
import type { AuditReport, DaysTaken, FoundActivities } from '../../../shared/domain/audit-report.ts';
import { DAYS_METHOD, daysText } from '../../../shared/domain/audit-report-words.ts';
import { Link } from '../../app/navigation.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { CaseCount } from './case-count.tsx';

/** The figures of a report, table by table. */
export function ReportTables({ report }: { readonly report: AuditReport }) {
  return (
    <div className="report__tables">
      <Codes report={report} />
      <Found report={report} />
      <Days report={report} />
      <OnTheWay report={report} />
    </div>
  );
}

function Codes({ report: { byCode, year } }: { readonly report: AuditReport }) {
  return (
    <Table title="Outcomes by certification">
      <PlainTable
        label="Outcomes by certification"
        rows={byCode}
        rowKey={({ code }) => code}
        columns={[
          { header: 'Certification', wide: true, cell: ({ code }) => code },
          {
            header: 'Drawn',
            align: 'end',
            cell: ({ code, drawn }) => (
              <CaseCount year={year} code={code} count={drawn} words={`${code} drawn`} />
            ),
          },
          {
            header: 'Compliant',
            align: 'end',
            cell: ({ code, compliant }) => (
              <CaseCount
                year={year}
                code={code}
                part="compliant"
                count={compliant}
                words={`${code} compliant`}
              />
            ),
          },
          {
            header: 'Non-compliant',
            align: 'end',
            cell: ({ code, nonCompliant }) => (
              <CaseCount
                year={year}
                code={code}
                part="non-compliant"
                count={nonCompliant}
                words={`${code} non-compliant`}
              />
            ),
          },
          {
            header: 'Open',
            align: 'end',
            cell: ({ code, undecided }) => (
              <CaseCount year={year} code={code} part="undecided" count={undecided} words={`${code} open`} />
            ),
          },
        ]}
      />
    </Table>
  );
}

function Found({ report: { found, year, counts } }: { readonly report: AuditReport }) {
  return (
    <Table title="What was found of the activities">
      {found.length === 0 ? (
        <p className="soft">No activity was judged yet.</p>
      ) : (
        <PlainTable
          label="What was found of the activities"
          rows={found}
          rowKey={({ verdict, reason }) => `${verdict} ${reason}`}
          columns={[
            { header: 'Found', wide: true, cell: foundWords },
            { header: 'Activities', align: 'end', cell: ({ activities }) => activities },
            {
              header: 'Cases',
              align: 'end',
              cell: (row) => (
                <CaseCount
                  year={year}
                  verdict={row.verdict}
                  reason={row.reason}
                  count={row.cases}
                  words={`cases: ${foundWords(row)}`}
                />
              ),
            },
          ]}
        />
      )}
      <p className="figures">
        Of those non-compliant,{' '}
        <CaseCount year={year} part="no-proof" count={counts['no-proof']} words="without any proof" /> sent no
        proof and <CaseCount year={year} part="short" count={counts.short} words="short of points" /> did not
        show the points.
      </p>
    </Table>
  );
}

function foundWords({ verdict, reason }: FoundActivities): string {
  if (reason === null) return VERDICT_WORDS[verdict];
  return `${VERDICT_WORDS[verdict]}: ${FINDING_REASON_WORDS[reason].toLowerCase()}`;
}

function Days({ report: { fromNotice, fromProof } }: { readonly report: AuditReport }) {
  const rows = [
    { from: 'From the notice', taken: fromNotice },
    { from: 'From the proof', taken: fromProof },
  ].flatMap(({ from, taken }) => (taken === null ? [] : [{ from, ...taken }]));
  return (
    <Table title="Time to decide">
      {rows.length === 0 ? (
        <p className="soft">No case was decided after its notice yet.</p>
      ) : (
        <PlainTable
          label="Time to decide"
          rows={rows}
          rowKey={({ from }) => from}
          columns={[
            { header: 'To the decision', wide: true, cell: ({ from }) => from },
            { header: 'Cases', align: 'end', cell: ({ cases }) => cases },
            { header: 'Median', align: 'end', cell: ({ median }) => daysText(median) },
            { header: '9 of 10 within', align: 'end', cell: ({ ninth }) => daysText(ninth) },
            { header: 'Longest', align: 'end', cell: longest },
          ]}
        />
      )}
      <p className="faint report__method">{DAYS_METHOD}</p>
    </Table>
  );
}

function longest(taken: DaysTaken): ReactNode {
  return (
    <Link to={`/audits/cases/${taken.longestCase}`} className="report__count">
      {daysText(taken.longest)}
      <span className="visually-hidden"> took the longest case</span>
    </Link>
  );
}

function OnTheWay({ report }: { readonly report: AuditReport }) {
  const { year, counts, forCause, extensions, timesAsked, substitutions } = report;
  const rows = [
    { word: 'Extensions', part: 'extended', times: extensions },
    { word: 'Asked for more', part: 'more-asked', times: timesAsked },
    { word: 'Substitutions', part: 'substituted', times: substitutions },
    { word: 'Notices that came back', part: 'undelivered', times: null },
    { word: 'Without a notice yet', part: 'not-told', times: null },
    { word: 'Appeals', part: 'appealed', times: null },
    { word: 'Appeals upheld', part: 'upheld', times: null },
    { word: 'Appeals reversed', part: 'reversed', times: null },
    { word: 'Appeals open', part: 'appeal-open', times: null },
  ] as const;
  return (
    <Table title="On the way">
      <PlainTable
        label="On the way"
        rows={rows}
        rowKey={({ part }) => part}
        columns={[
          { header: 'What', wide: true, cell: ({ word }) => word },
          { header: 'Times', align: 'end', cell: ({ times }) => times ?? '' },
          {
            header: 'Cases',
            align: 'end',
            cell: ({ part, word }) => (
              <CaseCount year={year} part={part} count={counts[part]} words={`cases: ${word}`} />
            ),
          },
        ]}
      />
      <p className="figures">
        {forCause.all === 0 ? (
          'None was opened for cause.'
        ) : (
          <>
            Apart from the sample{' '}
            <CaseCount year={year} group="for-cause" part="all" count={forCause.all} words="for cause" />{' '}
            opened for cause:{' '}
            <CaseCount
              year={year}
              group="for-cause"
              part="compliant"
              count={forCause.compliant}
              words="for cause, compliant"
            />{' '}
            compliant,{' '}
            <CaseCount
              year={year}
              group="for-cause"
              part="non-compliant"
              count={forCause['non-compliant']}
              words="for cause, non-compliant"
            />{' '}
            non-compliant.
          </>
        )}
      </p>
    </Table>
  );
}

function Table({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="report__table" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
