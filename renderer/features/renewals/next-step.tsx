import { CircleCheck, Eye, MailCheck, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { FurtherRun } from './further-run.tsx';
import { MarkMailed } from './mark-mailed.tsx';
import { PdfActions } from './pdf-actions.tsx';
import { PostDialog } from './post-dialog.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';
import { runStage } from './run-stage.ts';
import { SpoilDialog, SpoiledWaiting, waitingSheets } from './spoiled-sheets.tsx';
import { usePrinting } from './use-run-job.ts';

/** `1 notice`, `812 notices`. */
function notices(n: number): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? 'notice' : 'notices'}`;
}

/** What the PDF will hold. */
function sheetsSay({ kind, pagesBySheet }: RunSummary): string {
  if (pagesBySheet === null) return 'One sheet a member, in ZIP order.';
  const pages = pagesBySheet.reduce((sum, each) => sum + each, 0);
  const enclosed = pages - pagesBySheet.length;
  if (enclosed === 0) return 'One sheet a member, in ZIP order.';
  const what = kind === 'audit' ? 'cover sheets' : 'list of findings and cover sheets';
  return `One letter a member, in ZIP order, each followed by its ${what}: ${pages.toLocaleString('en-US')} pages, ${enclosed.toLocaleString('en-US')} of them such sheets.`;
}

/** What is to be done with the run now: the one button, and what else can be done beside it. */
export function NextStep({ run }: { readonly run: RunSummary }) {
  const printing = usePrinting(run.run, null);
  const undo = useAct('renewals.unmarkMailed');
  const [reprinting, setReprinting] = useState(false);
  const [spoiling, setSpoiling] = useState(false);
  const [posting, setPosting] = useState(false);

  if (printing.running)
    return (
      <Step>
        <Working title={`Printing ${notices(run.toPrint)}`} job={printing.job} onCancel={printing.cancel} />
      </Step>
    );

  const failed = printing.error === null ? null : <ErrorBanner error={printing.error} />;
  const pdf = (
    <PdfActions run={run} range={null}>
      <Button icon={Eye} onClick={() => navigate(`/renewals?run=${run.run}&sheets=all`)}>
        See the sheets
      </Button>
    </PdfActions>
  );
  const reprint = (
    <>
      <Button look="quiet" onClick={() => setReprinting(true)}>
        Reprint sheets…
      </Button>
      {reprinting ? <ReprintDialog run={run} onClose={() => setReprinting(false)} /> : null}
      <Button look="quiet" onClick={() => setPosting(true)}>
        For the post…
      </Button>
      {posting ? <PostDialog run={run} onClose={() => setPosting(false)} /> : null}
    </>
  );

  switch (runStage(run)) {
    case 'nothing-to-print':
      return (
        <Step title="There is nothing to print in this run.">
          <p className="soft">All of its pieces are held; the list says why.</p>
          <FurtherRun run={run} />
        </Step>
      );
    case 'prepared':
      return (
        <Step title={`${notices(run.toPrint)} can be printed.`}>
          {failed}
          <p className="soft">{sheetsSay(run)} Nothing goes out before you send it.</p>
          <div className="buttons">
            <Button
              look="primary"
              icon={Printer}
              onClick={() => void printing.start({ run: run.run, from: null, to: null })}
            >
              {`Print ${notices(run.toPrint)}`}
            </Button>
          </div>
        </Step>
      );
    case 'printed':
      return (
        <Step title={`${notices(run.toPrint)} printed on ${displayDate(run.printedOn ?? '')}. Mailed?`}>
          {failed}
          {waitingSheets(run).length === 0 ? <MarkMailed run={run} /> : <SpoiledWaiting run={run} />}
          <div className="buttons">
            {pdf}
            {reprint}
            <Button look="quiet" onClick={() => setSpoiling(true)}>
              Spoiled sheets…
            </Button>
            {spoiling ? <SpoilDialog run={run} onClose={() => setSpoiling(false)} /> : null}
          </div>
        </Step>
      );
    case 'mailed':
      return (
        <Step
          title={`${notices(run.toPrint)} mailed on ${displayDate(run.mailedOn ?? '')}.`}
          icon={<CircleCheck size={16} aria-hidden className="step__done" />}
          action={
            <Button
              look="quiet"
              icon={MailCheck}
              busy={undo.isPending}
              onClick={() =>
                undo.mutate(
                  { run: run.run },
                  {
                    onSuccess: () => sayDone(`Run ${run.run} is no longer marked as mailed.`),
                    onError: sayError,
                  },
                )
              }
            >
              Not mailed after all
            </Button>
          }
        >
          {failed}
          <FurtherRun run={run} />
          <div className="buttons">
            {pdf}
            {reprint}
          </div>
        </Step>
      );
  }
}

interface StepProps {
  readonly title?: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Step({ title, icon, action, children }: StepProps) {
  return (
    <section className="step" aria-label="Next step">
      {title === undefined ? null : (
        <div className="step__head">
          {icon}
          <h2 className="step__title figures">{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
