import { ListChecks } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DueStep } from '../../../shared/domain/completeness.ts';
import { displayMonth } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { Working } from '../../components/working.tsx';

/** As many as leave the months in sight. */
const SHOWN = 5;

/** The steps of the notice schedule whose day has come, each with the button that prepares its run; nothing where none is due. */
export function DueSteps() {
  const due = useAsk('notices.due', undefined);
  const [all, setAll] = useState(false);
  const preparing = useJob('renewals.prepare');
  const watched = useRef(false);
  watched.current ||= preparing.running;
  const done = preparing.result;
  useEffect(() => {
    if (done !== null && watched.current) navigate(`/renewals?run=${done.run}`);
  }, [done]);
  const steps = due.data ?? [];
  const shown = all ? steps : steps.slice(0, SHOWN);
  if (steps.length === 0) return null;
  return (
    <section className="due-steps" aria-labelledby="due-steps">
      <h2 id="due-steps">Due now</h2>
      {preparing.error === null ? null : <ErrorBanner error={preparing.error} />}
      {preparing.running ? (
        <Working title="Preparing the notices" job={preparing.job} onCancel={preparing.cancel} />
      ) : (
        <ul className="months__list">
          {shown.map((step) => (
            <li key={`${step.step} ${step.month}`} className="month due-step">
              <span className="month__name">{step.title}</span>
              <span className="month__count figures">
                {step.certifications.toLocaleString('en-US')}{' '}
                <span className="faint">
                  {step.certifications === 1 ? 'certification' : 'certifications'}
                </span>
              </span>
              <span>{displayMonth(step.month)}</span>
              <span className="soft">
                since {shortDate(step.day)}
                {step.after === null ? '' : `, not reached by ${step.after}`}
              </span>
              <Button
                icon={ListChecks}
                onClick={() =>
                  void preparing.start({ step: step.step, month: step.month, again: step.after !== null })
                }
              >
                {prepareWords(step)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {preparing.running || shown.length === steps.length ? null : (
        <Button look="quiet" onClick={() => setAll(true)}>
          {`Show all ${steps.length}`}
        </Button>
      )}
    </section>
  );
}

function prepareWords({ after }: DueStep): string {
  return after === null ? 'Prepare' : 'Prepare a further run';
}
