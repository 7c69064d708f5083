import { ArrowLeft, FileSpreadsheet, FileText } from 'lucide-react';
import type { AuditReport } from '../../../shared/domain/audit-report.ts';
import { reportSentences } from '../../../shared/domain/audit-report-words.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { FailureShare, ReportFunnel } from './report-funnel.tsx';
import { ReportReviewers } from './report-reviewers.tsx';
import { ReportTables } from './report-tables.tsx';
import { SaveFile } from './save-file.tsx';
import './audits.css';
import './report.css';

/** The annual audit of a year from its draw to its outcomes: every figure leads to its cases. */
export function ReportScreen({ params }: ScreenParams) {
  const year = Number(params.year);
  const report = useAsk('audits.report', { year });
  useKeys('Report', [{ keys: 'Escape', does: 'Back to the draw', run: () => navigate(drawOf(year)) }]);
  const title = `Report on the audit of ${params.year}`;
  if (report.error !== null)
    return (
      <Screen title={title} actions={<Back year={year} />}>
        <ErrorState error={report.error} />
      </Screen>
    );
  if (report.data === undefined)
    return (
      <Screen title={title} actions={<Back year={year} />}>
        <Skeleton height="420px" />
      </Screen>
    );
  return (
    <Screen
      title={title}
      about={`As of ${displayDate(report.data.asOf)}`}
      actions={
        <>
          <Back year={year} />
          <Save year={year} />
        </>
      }
    >
      <Report report={report.data} />
    </Screen>
  );
}

function Report({ report }: { readonly report: AuditReport }) {
  return (
    <div className="report">
      <p className="report__words selectable">{reportSentences(report).join(' ')}</p>
      <div className="report__glance">
        <ReportFunnel report={report} />
        <FailureShare report={report} />
      </div>
      <ReportTables report={report} />
      <ReportReviewers report={report} />
      <p className="soft report__draws">
        {report.draws.map(({ draw, size, drawnOn }, at) => (
          <span key={draw}>
            {at === 0 ? '' : ' '}
            <Link to={`/audits/draws/${report.year}/${draw}`}>
              {report.draws.length === 1 ? 'The draw' : `Draw ${draw}`}
            </Link>{' '}
            of {displayDate(drawnOn)} selected {size.toLocaleString('en-US')}.
          </span>
        ))}{' '}
        The PDF ends with {report.draws.length === 1 ? 'its public certificate' : 'their public certificates'}
        .
      </p>
    </div>
  );
}

function Save({ year }: { readonly year: number }) {
  const paper = useAct('audits.writeReport');
  const table = useAct('audits.writeReportFile');
  return (
    <>
      <SaveFile
        text="Save as CSV"
        icon={FileSpreadsheet}
        name={`Audit ${year} report.csv`}
        writing={table.isPending}
        onFile={(file, then) => table.mutate({ year, file }, then)}
      />
      <SaveFile
        text="Save as PDF"
        icon={FileText}
        name={`Audit ${year} report.pdf`}
        writing={paper.isPending}
        onFile={(file, then) => paper.mutate({ year, file }, then)}
      />
    </>
  );
}

function drawOf(year: number): string {
  return `/audits/draws/${year}/1`;
}

function Back({ year }: { readonly year: number }) {
  return (
    <Button icon={ArrowLeft} onClick={() => navigate(drawOf(year))}>
      The draw
    </Button>
  );
}
