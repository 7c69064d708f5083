import { ListChecks } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { AuditNotices } from '../../../shared/domain/audit-notices.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { counted } from './counted.ts';

/** Whether those whom a draw selected were told, the runs that told them, and the button that prepares the next. */
export function DrawNotices({ which }: { readonly which: { readonly year: number; readonly draw: number } }) {
  const notices = useAsk('audits.notices', which);
  const preparing = useJob('renewals.prepare');
  const watched = useRef(false);
  watched.current ||= preparing.running;
  const done = preparing.result;
  useEffect(() => {
    if (done !== null && watched.current) navigate(`/renewals?run=${done.run}`);
  }, [done]);
  if (notices.error !== null) return <ErrorBanner error={notices.error} />;
  const { data } = notices;
  if (data === undefined || (data.open === 0 && data.runs.length === 0)) return null;
  return (
    <section className="audits__notices" aria-labelledby="draw-notices">
      <h2 id="draw-notices">Notices</h2>
      {preparing.error === null ? null : <ErrorBanner error={preparing.error} />}
      {preparing.running ? (
        <Working title="Preparing the notices" job={preparing.job} onCancel={preparing.cancel} />
      ) : (
        <>
          {data.runs.map((run) => (
            <p key={run.run} className="figures">
              <Link to={`/renewals?run=${run.run}`}>Run {run.run}</Link> told {counted(run.told, 'audit')}:{' '}
              {stateOf(run)}.
            </p>
          ))}
          <Waiting notices={data} onPrepare={(input) => void preparing.start(input)} />
        </>
      )}
    </section>
  );
}

interface WaitingProps {
  readonly notices: AuditNotices;
  readonly onPrepare: (input: {
    readonly step: string;
    readonly month: string;
    readonly again: boolean;
  }) => void;
}

function Waiting({ notices, onPrepare }: WaitingProps) {
  const { step, month, waiting, runs, answerDays, answerDaysConfirmed } = notices;
  if (waiting === 0) return null;
  if (step === null)
    return (
      <p className="soft">
        {counted(waiting, 'audit')} without a notice. The notice schedule has no step of the kind “audit”; add
        one in <Link to="/renewals?schedule=all">the schedule</Link>.
      </p>
    );
  return (
    <div className="audits__waiting">
      <p className="figures">
        {counted(waiting, 'audit')} without a notice. Each letter asks for proof within {answerDays} days
        {answerDaysConfirmed ? '' : ' (the days are not confirmed yet)'} and brings a cover sheet for every
        activity on record.
      </p>
      <Button
        icon={ListChecks}
        look={runs.length === 0 ? 'primary' : 'plain'}
        onClick={() => onPrepare({ step, month, again: runs.length > 0 })}
      >
        {runs.length === 0 ? 'Prepare the notices' : 'Prepare a further run'}
      </Button>
    </div>
  );
}

function stateOf({ printedOn, mailedOn, preparedOn }: AuditNotices['runs'][number]): string {
  if (mailedOn !== null) return `mailed on ${displayDate(mailedOn)}`;
  if (printedOn !== null) return `printed on ${displayDate(printedOn)}, not marked as mailed`;
  return `prepared on ${displayDate(preparedOn)}`;
}
