import { useEffect, useRef } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { FIXABLE } from './piece-filter.ts';
import { usePreparing } from './use-run-job.ts';

/** Offers a further run of the month for those held for something that can be put right; nothing where none are. */
export function FurtherRun({ run }: { readonly run: RunSummary }) {
  const preparing = usePreparing(run.month);
  const runs = useAsk('renewals.runs', undefined).data ?? [];
  const fixable = run.heldBy.filter(({ reason }) => FIXABLE.includes(reason));
  const held = fixable.reduce((sum, { count }) => sum + count, 0);
  const newest = runs.find((one) => one.month === run.month);

  const watched = useRef(false);
  watched.current ||= preparing.running;
  const done = preparing.result;
  useEffect(() => {
    if (done !== null && watched.current && done.run !== run.run) navigate(`/renewals?run=${done.run}`);
  }, [done, run.run]);

  if (held === 0 || newest?.run !== run.run) return null;
  if (preparing.running)
    return <Working title="Preparing a further run" job={preparing.job} onCancel={preparing.cancel} />;
  return (
    <>
      {preparing.error === null ? null : <ErrorBanner error={preparing.error} />}
      <div className="further">
        <p className="soft figures">
          {held.toLocaleString('en-US')} held for an address or a wish that can be put right.
        </p>
        <Button onClick={() => void preparing.start({ step: run.step, month: run.month, again: true })}>
          Prepare a further run for them
        </Button>
      </div>
    </>
  );
}
