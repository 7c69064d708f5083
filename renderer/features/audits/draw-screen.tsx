import { ArrowLeft, Award, ChartBar, FileText, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AuditDraw } from '../../../shared/domain/audit-draw.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Banner, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { Working } from '../../components/working.tsx';
import { leftOutWords } from './audit-words.ts';
import { CasesTable } from './cases-table.tsx';
import { counted } from './counted.ts';
import { DrawNotices } from './draw-notices.tsx';
import { SaveFile } from './save-file.tsx';
import './audits.css';

const SHOWN = 500;

/** One draw: what it drew from, whom it selected, and how anybody repeats it. */
export function DrawScreen({ params }: ScreenParams) {
  const which = { year: Number(params.year), draw: Number(params.draw) };
  const drawn = useAsk('audits.drawn', which);
  if (drawn.error !== null)
    return (
      <Screen title="Draw" actions={<Back />}>
        <ErrorState error={drawn.error} />
      </Screen>
    );
  if (drawn.data === undefined)
    return (
      <Screen title="Draw" actions={<Back />}>
        <Skeleton height="220px" />
      </Screen>
    );
  return <Shown draw={drawn.data} which={which} />;
}

type Which = { readonly year: number; readonly draw: number };

function Shown({ draw, which }: { readonly draw: AuditDraw; readonly which: Which }) {
  const cases = useAsk('audits.cases', { state: null, of: which, offset: 0, limit: SHOWN });
  const check = useJob('audits.check');
  const repeatable = draw.algorithm === 'sha256-rank-1';
  return (
    <Screen
      title={`Audit of ${draw.campaign}${draw.draw === 1 ? '' : `, draw ${draw.draw}`}`}
      about={`Drawn on ${displayDate(draw.drawnOn)} by ${draw.drawnBy}`}
      actions={
        <>
          <Back />
          {repeatable ? (
            <Button icon={RotateCw} busy={check.running} onClick={() => void check.start(which)}>
              Repeat the draw
            </Button>
          ) : null}
          {repeatable ? <SavePopulation which={which} /> : null}
          <SaveCertificate which={which} />
          <Button icon={ChartBar} look="primary" onClick={() => navigate(`/audits/reports/${which.year}`)}>
            Report
          </Button>
        </>
      }
    >
      <div className="audits">
        {check.error === null ? null : <ErrorBanner error={check.error} />}
        {check.running ? (
          <Working title="Repeating the draw" job={check.job} onCancel={check.cancel} />
        ) : check.result === null ? null : check.result.ok ? (
          <Banner kind="info">
            The draw repeats, and today’s facts give the same population it was drawn from.
          </Banner>
        ) : (
          <Banner kind="warning">{check.result.problems.join(' ')}</Banner>
        )}
        {repeatable ? null : (
          <Banner kind="info">
            This draw was taken over; its population is not kept, so that it cannot be repeated.
          </Banner>
        )}
        <dl className="audits__facts">
          <Fact name="Drawn">
            {draw.selected.length.toLocaleString('en-US')} of {counted(draw.population, 'certification')}
          </Fact>
          {draw.reason === '' ? null : <Fact name="Because">{draw.reason}</Fact>}
          <Fact name="Seed">
            <code>{draw.seed}</code>
          </Fact>
          <Fact name="Population’s SHA-256">
            <code>{draw.populationSha256}</code>
            <CopyButton text={draw.populationSha256} label="Copy the SHA-256" />
          </Fact>
          {leftOutWords(draw.excluded) === '' ? null : (
            <Fact name="Left out">{leftOutWords(draw.excluded)}</Fact>
          )}
        </dl>
        <DrawNotices which={which} />
        {cases.error !== null ? (
          <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
        ) : cases.data === undefined ? (
          <Skeleton height="220px" />
        ) : (
          <CasesTable rows={cases.data.rows} />
        )}
        {(cases.data?.total ?? 0) > SHOWN ? (
          <p className="faint">The first {SHOWN} are shown; the certificate names them all.</p>
        ) : null}
      </div>
    </Screen>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SavePopulation({ which }: { readonly which: Which }) {
  const write = useAct('audits.writePopulation');
  return (
    <SaveFile
      text="Save the population"
      icon={FileText}
      name={`Audit ${which.year} Population.txt`}
      writing={write.isPending}
      onFile={(file, then) => write.mutate({ ...which, file }, then)}
    />
  );
}

function SaveCertificate({ which }: { readonly which: Which }) {
  const write = useAct('audits.writeCertificate');
  return (
    <SaveFile
      text="Save the certificate"
      icon={Award}
      name={`Audit ${which.year} Draw certificate.pdf`}
      writing={write.isPending}
      onFile={(file, then) => write.mutate({ ...which, file }, then)}
    />
  );
}

function Back() {
  return (
    <Button icon={ArrowLeft} onClick={() => navigate('/audits?tab=draws')}>
      All draws
    </Button>
  );
}
