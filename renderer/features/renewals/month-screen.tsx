import { ListChecks } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RenewalMonth } from '../../../shared/domain/renewals.ts';
import { displayMonth } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card, Screen } from '../../components/screen.tsx';
import { Working } from '../../components/working.tsx';
import { runStage } from './run-stage.ts';
import { StageMark } from './stage-mark.tsx';
import { usePreparing } from './use-run-job.ts';

/** One month: what preparing it does and the button that does it; where it has runs, those. */
export function MonthScreen({ month }: { readonly month: string }) {
  const months = useAsk('renewals.months', undefined);
  const runs = useAsk('renewals.runs', undefined);
  const name = displayMonth(month);
  const own = runs.data?.filter((run) => run.month === month && run.step === 'renewal') ?? [];
  const failed = months.error ?? runs.error;
  return (
    <Screen title={`${name} renewals`} about={<Link to="/renewals">All months</Link>}>
      {failed !== null ? (
        <ErrorState
          error={failed}
          onRetry={() => {
            void months.refetch();
            void runs.refetch();
          }}
        />
      ) : runs.data === undefined || months.data === undefined ? (
        <Skeleton width="420px" height="160px" />
      ) : (
        <div className="month-page">
          {own.length === 0 ? (
            <Prepare month={month} known={months.data.find((one) => one.month === month)} />
          ) : (
            <Card title="Runs of this month">
              <ul className="months__list">
                {own.map((run) => (
                  <li key={run.run}>
                    <Link to={`/renewals?run=${run.run}`} className="month">
                      <span className="month__name">{run.run}</span>
                      <span className="month__count figures">
                        {run.selected.toLocaleString('en-US')} <span className="faint">selected</span>
                      </span>
                      <StageMark stage={runStage(run)} />
                      <span className="month__said soft figures">
                        {run.toPrint.toLocaleString('en-US')} to print, {run.held.toLocaleString('en-US')}{' '}
                        held
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      )}
    </Screen>
  );
}

interface PrepareProps {
  readonly month: string;
  /** undefined for a month further away than those that are counted. */
  readonly known: RenewalMonth | undefined;
}

function Prepare({ month, known }: PrepareProps) {
  const preparing = usePreparing(month);
  const name = displayMonth(month);
  const none = known?.certifications === 0;

  // Only what ends while someone looks leads on; a run prepared long ago does not.
  const watched = useRef(false);
  watched.current ||= preparing.running;
  const done = preparing.result;
  useEffect(() => {
    if (done !== null && watched.current) navigate(`/renewals?run=${done.run}`);
  }, [done]);

  return (
    <Card>
      <div className="prepare">
        <p className="prepare__count">
          {known === undefined ? null : (
            <>
              <strong className="figures">{known.certifications.toLocaleString('en-US')}</strong>{' '}
              {known.certifications === 1 ? 'certification has its' : 'certifications have their'} anniversary
              in {name}.
            </>
          )}
        </p>
        <ul className="prepare__facts">
          <li>Everyone with an anniversary in the month is selected, one notice a member.</li>
          <li>Whoever gets no notice is listed with the reason: nobody drops out unseen.</li>
          <li>The list is frozen as it stands today, so that it prints the same every time.</li>
        </ul>
        {preparing.error === null ? null : <ErrorBanner error={preparing.error} />}
        {preparing.error?.code === 'office-unnamed' ? (
          <Link to="/settings?tab=office">Fill in the office profile</Link>
        ) : null}
        {preparing.running ? (
          <Working title={`Preparing ${name}`} job={preparing.job} onCancel={preparing.cancel} />
        ) : (
          <div className="buttons">
            <Button
              look="primary"
              icon={ListChecks}
              disabled={none}
              onClick={() => void preparing.start({ month, again: false })}
            >
              {`Prepare ${name}`}
            </Button>
            {none ? <span className="soft">There is nothing to prepare.</span> : null}
          </div>
        )}
      </div>
    </Card>
  );
}
