import { ArrowLeft, UserCheck } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { CASE_STEP_WORDS, type CaseStep, isJudged } from '../../../shared/domain/audit-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Banner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import { AssignCases } from './assign-cases.tsx';
import { CaseActivities } from './case-activities.tsx';
import { CaseDocuments, type PagesOfPart } from './case-documents.tsx';
import { CaseLetters, LetterWaiting, WaitingActions } from './case-letters.tsx';
import { CaseOutcomePanel } from './case-outcome.tsx';
import { CaseStateMark } from './case-state.tsx';
import { CaseStepDialog } from './case-step-dialog.tsx';
import { CaseTrail } from './case-trail.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { DeclareFinalDialog } from './declare-final-dialog.tsx';
import type { ShownPage } from './page-evidence.tsx';
import { SecondDialog } from './second-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './audits.css';
import './case.css';

/** What other features bring to the page. */
interface Brought {
  /** Draws the pages of one part. */
  readonly Pages: PagesOfPart;
  readonly Substitute: ComponentProps<typeof CaseActivities>['Substitute'];
}

type CaseScreenProps = ScreenParams & Brought;

/** One case of the audit: what was claimed at the left, what came at the right, and what can be done about it on top. */
export function CaseScreen({ params, ...brought }: CaseScreenProps) {
  const audit = Number(params.audit);
  const view = useAsk('audits.case', { audit }, { keepPrevious: true });
  const today = useAsk('office.state', undefined).data?.today;
  if (view.error !== null)
    return (
      <Screen title="Audit" actions={<Back />}>
        <ErrorState error={view.error} />
      </Screen>
    );
  if (view.data === undefined || today === undefined)
    return (
      <Screen title="Audit" actions={<Back />}>
        <Skeleton height="420px" />
      </Screen>
    );
  return <Case view={view.data} today={today} {...brought} />;
}

type Asking = CaseStep | 'decide' | 'second' | 'appeal' | 'assign' | 'withdraw' | 'declare' | null;

function Case({
  view,
  today,
  Pages,
  Substitute,
}: { readonly view: CaseView; readonly today: string } & Brought) {
  const [place, setPlace] = useState(0);
  const [shown, setShown] = useState<ShownPage | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const { state, next, proposal, computed } = view;
  const [usual] = next;
  const decidable = isJudged(state) && proposal === null && computed.outcome !== 'open';
  const close = () => setAsking(null);
  useKeys('Case', [
    ...(usual === undefined
      ? []
      : [{ keys: 's', does: CASE_STEP_WORDS[usual].button, run: () => setAsking(usual) }]),
    ...(decidable ? [{ keys: 'd', does: 'Confirm the outcome', run: () => setAsking('decide') }] : []),
    ...(proposal === null
      ? []
      : [{ keys: 'o', does: 'Give the second opinion', run: () => setAsking('second') }]),
    { keys: 'g', does: 'Give the case to a reviewer', run: () => setAsking('assign') },
    { keys: 'Escape', does: 'Back to the worklist', run: () => navigate('/audits') },
  ]);
  return (
    <Screen
      title={`Audit of ${view.memberName}, ${view.code}`}
      about={
        <>
          <CaseStateMark state={state} outcome={view.outcome} /> since {displayDate(view.sinceOn)}
          {view.dueOn === null ? null : (
            <>
              {' · '}
              <span className={view.overdue ? 'audit-overdue' : ''}>
                {view.overdue ? '▲ overdue since' : 'due'} {displayDate(view.dueOn)}
              </span>
            </>
          )}
          {' · '}
          {view.owner === '' ? 'with nobody' : `with ${view.owner}`} ·{' '}
          <Link to={`/members/${encodeURIComponent(view.memberNo)}`} className="case-member">
            member {view.memberNo}
          </Link>
        </>
      }
      actions={
        <>
          <Button icon={UserCheck} onClick={() => setAsking('assign')}>
            Give to…
          </Button>
          <Back />
        </>
      }
    >
      <div className="case-steps">
        {decidable ? (
          <Button
            look={computed.outcome === 'more-asked' ? 'plain' : 'primary'}
            onClick={() => setAsking('decide')}
          >
            Confirm the outcome…
          </Button>
        ) : null}
        {proposal === null ? null : (
          <Button look="primary" onClick={() => setAsking('second')}>
            Second opinion…
          </Button>
        )}
        {next.map((to) => (
          <Button
            key={to}
            look={
              to === usual && (!isJudged(state) || computed.outcome === 'more-asked') ? 'primary' : 'plain'
            }
            onClick={() => setAsking(to)}
          >
            {CASE_STEP_WORDS[to].button}…
          </Button>
        ))}
        {state === 'decided' ? <Button onClick={() => setAsking('appeal')}>Appeal…</Button> : null}
        <WaitingActions view={view} onAsk={setAsking} />
      </div>
      <LetterWaiting view={view} />
      {proposal === null ? null : (
        <Banner kind="info">
          {proposal.by} proposed on {displayDate(proposal.on)} that it is non-compliant. Another person has to
          agree before anything is decided.
        </Banner>
      )}
      {state === 'appealed' ? (
        <Banner kind="info">
          The decision is appealed and stands until another one is made. A reversal is a decision of its own,
          with its sentence.
        </Banner>
      ) : null}
      <div className="case-page">
        <div className="case-page__left">
          <CaseOutcomePanel view={view} />
          <CaseActivities
            view={view}
            place={place}
            onPlace={setPlace}
            shown={shown}
            Substitute={Substitute}
          />
          <CaseLetters view={view} />
          <CaseTrail view={view} />
        </div>
        <div className="case-page__right">
          <CaseDocuments
            documents={view.documents}
            activity={view.activities[place]?.title ?? null}
            Pages={Pages}
            onShown={setShown}
          />
        </div>
      </div>
      {asking === null ? null : asking === 'assign' ? (
        <AssignCases audits={[view.audit]} onClose={close} />
      ) : asking === 'decide' ? (
        <DecideDialog view={view} onClose={close} />
      ) : asking === 'second' ? (
        <SecondDialog view={view} onClose={close} />
      ) : asking === 'withdraw' ? (
        <WithdrawDialog view={view} onClose={close} />
      ) : asking === 'declare' ? (
        <DeclareFinalDialog view={view} today={today} onClose={close} />
      ) : asking === 'appeal' ? (
        <AppealDialog view={view} today={today} onClose={close} />
      ) : (
        <CaseStepDialog view={view} to={asking} today={today} onClose={close} />
      )}
    </Screen>
  );
}

function Back() {
  return (
    <IconButton icon={ArrowLeft} label="Back to the worklist (Esc)" onClick={() => navigate('/audits')} />
  );
}
