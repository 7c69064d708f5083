import { ArrowLeft } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import {
  BY_ROUTE,
  isUndecided,
  RECERTIFICATION_WORDS,
  type RecertificationStatus,
  stepWords,
} from '../../../shared/domain/recertification-steps.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate, usePlace, useQueryText } from '../../app/navigation.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { NO_WAY, readWay } from '../../app/way-place.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Banner, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { assistantPlace } from './assistant-place.ts';
import { Checklist, type ChecklistAct } from './checklist.tsx';
import { EligibilitySection } from './eligibility-section.tsx';
import { FeeSection } from './fee-section.tsx';
import { FelonyDialog } from './felony-dialog.tsx';
import { FormDialog } from './form-dialog.tsx';
import { PaperScreen, type PaperViewerProps } from './paper-screen.tsx';
import { PointsDialog } from './points-dialog.tsx';
import { PointsSection } from './points-section.tsx';
import { StepDialog } from './step-dialog.tsx';
import { ApplicationTrail } from './trail.tsx';
import { UseWayDialog } from './use-way-dialog.tsx';
import { CAUSE_WORDS } from './words.ts';
import './recertification.css';

interface ApplicationScreenProps extends ScreenParams {
  readonly Viewer: ComponentType<PaperViewerProps>;
}

/** One application: what can be done on top, its checklist at the left, its trail at the right; or one of its papers. */
export function ApplicationScreen({ params, Viewer }: ApplicationScreenProps) {
  const application = Number(params.application);
  const paper = usePlace().query.get('paper') ?? '';
  const view = useAsk('recertification.application', { application });
  const today = useAsk('office.state', undefined).data?.today;
  if (view.error !== null)
    return (
      <Screen title="Application" actions={<Back />}>
        <ErrorState error={view.error} />
      </Screen>
    );
  if (view.data === undefined || today === undefined)
    return (
      <Screen title="Application" actions={<Back />}>
        <Skeleton height="320px" />
      </Screen>
    );
  if (/^[0-9a-f]{64}$/.test(paper)) return <PaperScreen view={view.data} sha256={paper} Viewer={Viewer} />;
  return <Application view={view.data} today={today} />;
}

function Application({ view, today }: { readonly view: ApplicationView; readonly today: string }) {
  const [to, setTo] = useState<RecertificationStatus | null>(null);
  const [act, setAct] = useState<ChecklistAct | null>(null);
  const invoice = useAct('recertification.invoice');
  const { application, memberNo, memberName, code, route, status, next } = view;
  const open = isUndecided(status);
  const [place, setPlace] = useQueryText();
  const way = readWay(place);
  const doIt = (what: ChecklistAct) => (what === 'fee' ? invoice.mutate({ application }) : setAct(what));
  const [first] = next;
  useKeys('Application', [
    ...(first === undefined
      ? []
      : [{ keys: 's', does: 'Take the next step', run: () => setTo(firstFree(view) ?? first.to) }]),
    ...(open
      ? [
          { keys: 'a', does: 'Fill in attestation and eligibility', run: () => setAct('form') },
          { keys: 'f', does: 'Open the felony question', run: () => setAct('felony') },
          ...(route === 'ccp'
            ? [{ keys: 'p', does: 'List points', run: () => setAct('points') }]
            : [
                {
                  keys: 'e',
                  does: 'Open the eligibility assistant',
                  run: () => navigate(assistantPlace(view)),
                },
              ]),
        ]
      : []),
    { keys: 'Escape', does: 'Back to the board', run: () => navigate('/recertification') },
  ]);
  return (
    <Screen
      title={`${memberName}, ${code} ${BY_ROUTE[route]}`}
      about={
        <>
          <span className={`recert-status recert-status--${status}`}>{RECERTIFICATION_WORDS[status]}</span>{' '}
          since {displayDate(view.sinceOn)} · application {application}, received{' '}
          {displayDate(view.receivedOn)} ·{' '}
          <Link to={`/members/${encodeURIComponent(memberNo)}`}>member {memberNo}</Link>
        </>
      }
      actions={<Back />}
    >
      {next.length === 0 ? null : (
        <div className="recert-steps">
          {next.map((step) => (
            <Button
              key={step.to}
              look={step.to === firstFree(view) ? 'primary' : 'plain'}
              disabled={step.hindered !== null}
              title={step.hindered ?? stepWords(status, step.to).needs}
              onClick={() => setTo(step.to)}
            >
              {stepWords(status, step.to).button}
            </Button>
          ))}
          <span className="soft recert-steps__said">{hinderedWords(view)}</span>
        </div>
      )}
      {invoice.error === null ? null : <ErrorBanner error={toErrorShape(invoice.error)} />}
      <Where view={view} />
      <div className="recert-page">
        <div className="recert-page__left">
          <Checklist view={view} open={open} onAct={doIt} />
          {route === 'ccp' ? (
            <PointsSection view={view} open={open} today={today} onList={() => setAct('points')} />
          ) : (
            <EligibilitySection view={view} open={open} today={today} />
          )}
          <FeeSection view={view} open={open} />
        </div>
        <div className="recert-page__right">
          <ApplicationTrail view={view} />
          {open ? null : (
            <Button look="quiet" onClick={() => setAct('felony')}>
              Felony question…
            </Button>
          )}
        </div>
      </div>
      {to === null ? null : <StepDialog of={view} to={to} today={today} onClose={() => setTo(null)} />}
      {way === null || !open ? null : <UseWayDialog view={view} way={way} onClose={() => setPlace(NO_WAY)} />}
      {act === 'form' ? <FormDialog view={view} today={today} onClose={() => setAct(null)} /> : null}
      {act === 'points' ? <PointsDialog view={view} today={today} onClose={() => setAct(null)} /> : null}
      {act === 'felony' ? <FelonyDialog view={view} open={open} onClose={() => setAct(null)} /> : null}
    </Screen>
  );
}

/** The first step that nothing hinders. */
function firstFree({ next }: ApplicationView): RecertificationStatus | undefined {
  return next.find(({ hindered, to }) => hindered === null && to !== 'withdrawn' && to !== 'denied')?.to;
}

/** Why the usual next step cannot be taken yet. */
function hinderedWords({ next, status }: ApplicationView): string {
  const [usual] = next.filter(({ to }) => to !== 'incomplete');
  if (usual === undefined || usual.hindered === null) return '';
  return `${stepWords(status, usual.to).button}: ${usual.hindered}`;
}

/** Why it must recertify, or that it has. */
function Where({ view }: { readonly view: ApplicationView }) {
  const { lapse, ccpUntil, closedRoute, recertifiedOn, receivedOn, code, status } = view;
  if (recertifiedOn !== null && recertifiedOn >= receivedOn)
    return (
      <Banner kind="info">
        {code} is recertified from {displayDate(recertifiedOn)} on: anniversary and cycle started anew, and
        what was unmet before no longer counts.
      </Banner>
    );
  if (closedRoute !== null && status !== 'denied' && status !== 'withdrawn')
    return (
      <Banner kind="warning">
        This way is not open: {closedRoute.why} ({closedRoute.citation}).
      </Banner>
    );
  if (lapse === null) return null;
  return (
    <p className="soft recert-where">
      {code} lapsed on {displayDate(lapse.since)}: {CAUSE_WORDS[lapse.cause]}.
      {view.route === 'ccp' && ccpUntil !== null
        ? ` By CCP an application could be received until ${displayDate(ccpUntil)} (SC-RECERT-2).`
        : ''}
    </p>
  );
}

function Back() {
  return (
    <IconButton
      icon={ArrowLeft}
      label="Back to the board (Esc)"
      onClick={() => navigate('/recertification')}
    />
  );
}
