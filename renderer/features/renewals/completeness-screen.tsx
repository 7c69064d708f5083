import { CircleCheck } from 'lucide-react';
import type { MissingReason, StepCompleteness } from '../../../shared/domain/completeness.ts';
import { addMonths, displayMonth, monthText } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Card, Screen } from '../../components/screen.tsx';
import { shortDate } from '../../components/short-date.ts';

/** Rows drawn of a step's list; the rest is counted, and listed by the command line. */
const SHOWN = 200;

/** The proof of a month: of everyone who should have had each notice, who has not, and why. */
export function CompletenessScreen({ month }: { readonly month: string }) {
  const proof = useAsk('notices.completeness', { month });
  const name = displayMonth(month);
  return (
    <Screen
      title={`Was everyone told? ${name}`}
      about={<Link to="/renewals">All months</Link>}
      actions={
        <>
          <Link to={`/renewals?complete=${monthAway(month, -1)}`} className="button button--plain">
            {displayMonth(monthAway(month, -1))}
          </Link>
          <Link to={`/renewals?complete=${monthAway(month, 1)}`} className="button button--plain">
            {displayMonth(monthAway(month, 1))}
          </Link>
        </>
      }
    >
      {proof.error !== null ? (
        <ErrorState error={proof.error} onRetry={() => void proof.refetch()} />
      ) : proof.data === undefined ? (
        <Skeleton height="240px" />
      ) : proof.data.steps.length === 0 ? (
        <EmptyState title="No notice of this month is due yet">
          Look again when the day of the first one has come.
        </EmptyState>
      ) : (
        <div className="proof">
          {proof.data.steps.map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </div>
      )}
    </Screen>
  );
}

/** What its own run still does. */
const UNDER_WAY: readonly MissingReason[] = ['not-printed', 'not-mailed', 'not-emailed'];

function monthAway(month: string, months: number): string {
  return monthText(addMonths(`${month}-01`, months));
}

function Step({ step }: { readonly step: StepCompleteness }) {
  const open = step.missing.filter(({ settled }) => !settled).length;
  return (
    <Card title={step.title}>
      <p className={open === 0 ? 'proof__said proof__said--complete' : 'proof__said'}>
        {open === 0 ? <CircleCheck size={16} strokeWidth={1.75} aria-hidden /> : null}
        {step.should === 0
          ? 'It is due to nobody.'
          : `${step.had.toLocaleString('en-US')} of ${step.should.toLocaleString('en-US')} have it${
              open === 0 ? '.' : `; ${open.toLocaleString('en-US')} explained below.`
            }`}{' '}
        <span className="soft">Due since {shortDate(step.day)}.</span>
      </p>
      {step.runs.map((run) => (
        <p key={run.run} className="soft figures">
          <Link to={`/renewals?run=${run.run}`}>{run.run}</Link>: {run.selected.toLocaleString('en-US')}{' '}
          selected = {run.toPrint.toLocaleString('en-US')} printed + {run.toEmail.toLocaleString('en-US')}{' '}
          e-mailed + {run.held.toLocaleString('en-US')} held
        </p>
      ))}
      {step.missing.length === 0 ? null : (
        <PlainTable
          label={`Who has not had it: ${step.title}`}
          rows={step.missing.slice(0, SHOWN)}
          rowKey={({ memberNo, code, forDate, run, why }) => `${memberNo} ${code} ${forDate} ${run} ${why}`}
          columns={[
            {
              header: 'Member',
              cell: ({ memberNo, memberName }) => (
                <>
                  <Link to={`/members/${encodeURIComponent(memberNo)}`}>{memberName}</Link>{' '}
                  <span className="soft figures">{memberNo}</span>
                </>
              ),
            },
            { header: 'For', cell: ({ code }) => code ?? '' },
            { header: 'Why not', wide: true, cell: ({ text }) => text },
            {
              header: 'Now',
              cell: ({ settled, timely, why }) =>
                UNDER_WAY.includes(why) ? (
                  <span className="soft">under way</span>
                ) : settled ? (
                  <span className="faint">no longer needed</span>
                ) : timely ? (
                  'a further run can tell it'
                ) : (
                  <span className="soft">too late for this notice</span>
                ),
            },
          ]}
        />
      )}
      {step.missing.length > SHOWN ? (
        <p className="soft">And {(step.missing.length - SHOWN).toLocaleString('en-US')} more.</p>
      ) : null}
    </Card>
  );
}
