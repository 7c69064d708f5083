import { ChevronRight } from 'lucide-react';
import type { RenewalMonth, RunSummary } from '../../../shared/domain/renewals.ts';
import { displayMonth, monthText } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { shortDate } from '../../components/short-date.ts';
import { DueSteps } from './due-steps.tsx';
import { monthStage, runStage } from './run-stage.ts';
import { StageMark } from './stage-mark.tsx';
import { stepWords } from './step-words.ts';

const count = (n: number) => n.toLocaleString('en-US');

/** What is due now; the months round today, each with how far its renewals are; all other runs below. */
export function MonthsScreen() {
  const months = useAsk('renewals.months', undefined);
  const runs = useAsk('renewals.runs', undefined);
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const listed = months.data?.flatMap((month) => month.runs.map(({ run }) => run)) ?? [];
  const earlier = runs.data?.filter(({ run }) => months.data !== undefined && !listed.includes(run)) ?? [];
  return (
    <Screen
      title="Renewals"
      about="Choose the month whose anniversaries get their notice."
      actions={
        <>
          <Link to={`/renewals?complete=${monthText(today)}`} className="button button--plain">
            Was everyone told?
          </Link>
          <Link to={`/renewals?calendar=${monthText(today)}`} className="button button--plain">
            Calendar
          </Link>
          <Link to="/renewals?schedule=all" className="button button--plain">
            Notice schedule
          </Link>
          <Link to="/renewals/returned" className="button button--plain">
            Returned mail
          </Link>
          <Link to="/renewals/moves" className="button button--plain">
            Address changes
          </Link>
        </>
      }
    >
      <div className="months">
        <DueSteps />
        {months.error !== null ? (
          <ErrorState error={months.error} onRetry={() => void months.refetch()} />
        ) : (
          <ul className="months__list" aria-busy={months.data === undefined}>
            {months.data === undefined
              ? Array.from({ length: 7 }, (_, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: places of rows that are on their way
                  <li key={row} className="month">
                    <Skeleton width={`${30 + ((row * 17) % 20)}%`} />
                  </li>
                ))
              : months.data.map((month) => <MonthRow key={month.month} month={month} today={today} />)}
          </ul>
        )}
        {earlier.length === 0 ? null : (
          <section>
            <h2>Other runs</h2>
            <ul className="months__list months__list--earlier">
              {earlier.map((run) => (
                <EarlierRun key={run.run} run={run} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Screen>
  );
}

function MonthRow({ month, today }: { readonly month: RenewalMonth; readonly today: string }) {
  const stage = monthStage(month);
  const now = monthText(today) === month.month;
  const newest = month.runs[0];
  const to =
    month.runs.length === 1 && newest !== undefined
      ? `/renewals?run=${newest.run}`
      : `/renewals?month=${month.month}`;
  return (
    <li>
      <Link to={to} className="month" aria-current={now ? 'date' : undefined}>
        <span className="month__name">
          {displayMonth(month.month)}
          {now ? <span className="month__now">This month</span> : null}
        </span>
        <span className="month__count figures">
          {count(month.certifications)}{' '}
          <span className="faint">{month.certifications === 1 ? 'certification' : 'certifications'}</span>
        </span>
        <StageMark stage={stage} />
        <span className="month__said soft figures">{said(month)}</span>
        <span className="month__next">{nextWords(month)}</span>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Link>
    </li>
  );
}

function said({ runs }: RenewalMonth): string {
  return runs
    .toReversed()
    .map((run) => {
      const notices = `${run.run}: ${count(run.toPrint)}`;
      if (run.mailedOn !== null) return `${notices} mailed ${shortDate(run.mailedOn)}`;
      if (run.printedOn !== null) return `${notices} printed ${shortDate(run.printedOn)}`;
      return `${notices} to print`;
    })
    .join('; ');
}

function nextWords(month: RenewalMonth): string {
  switch (monthStage(month)) {
    case 'not-prepared':
      return 'Prepare';
    case 'prepared':
      return 'Print';
    case 'printed':
      return 'Mark as mailed';
    case 'mailed':
    case 'nothing-to-print':
      return '';
  }
}

function EarlierRun({ run }: { readonly run: RunSummary }) {
  return (
    <li>
      <Link to={`/renewals?run=${run.run}`} className="month">
        <span className="month__name">
          {stepWords(run.step)} {displayMonth(run.month)}
        </span>
        <span className="month__count figures">
          {count(run.selected)} <span className="faint">selected</span>
        </span>
        <StageMark stage={runStage(run)} />
        <span className="month__said soft figures">
          {run.run}
          {run.held === 0 ? '' : ` · ${count(run.held)} held`}
        </span>
        <span className="month__next" />
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Link>
    </li>
  );
}
