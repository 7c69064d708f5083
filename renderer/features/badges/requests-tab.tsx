import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  BADGE_STEPS,
  type BadgeRequest,
  type BadgeStep,
  HOLD_TEXTS,
  REASON_WORDS,
} from '../../../shared/domain/badges.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { EmptyState, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { counted, STEP_WORDS } from './badge-words.ts';
import { ExportDone } from './export-done.tsx';
import { ExportsList } from './exports-list.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const SHOWN = 100;

/** What was asked for and how far each is; whatever waits goes into files for Credly at one press. */
export function RequestsTab() {
  const [text, setText] = useQueryText();
  const step = BADGE_STEPS.find((one) => one === text.get('step')) ?? null;
  const page = usePage(SHOWN, step ?? '');
  const { offset, limit } = page;
  const requests = useAsk('badges.requests', { step, memberNo: null, offset, limit }, { keepPrevious: true });
  const exporting = useJob('badges.export');
  const folder = useAct('badges.chooseFolder');
  const [asking, setAsking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<BadgeRequest | null>(null);
  useKeys('Badges', [{ keys: 'n', does: 'Ask for a badge', run: () => setAsking(true) }]);
  const start = (again: readonly number[] | null) =>
    folder.mutate(undefined, {
      onSuccess: (chosen) => {
        if (chosen !== null)
          void exporting.start({ folder: chosen, again: again === null ? null : [...again] });
      },
      onError: sayError,
    });
  if (requests.error !== null)
    return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  if (requests.data === undefined) return <Skeleton height="220px" />;
  const { rows, total, counts } = requests.data;
  return (
    <div className="badges">
      <div className="badges__bar">
        <Select
          label="Show"
          value={step ?? ''}
          onChange={(event) => setText({ step: event.target.value })}
          options={[
            { value: '', text: 'Every request' },
            ...BADGE_STEPS.map((one) => ({
              value: one,
              text: `${STEP_WORDS[one].text} (${counts[one].toLocaleString('en-US')})`,
            })),
          ]}
        />
        <div className="buttons">
          <Button icon={Plus} onClick={() => setAsking(true)}>
            Ask for a badge…
          </Button>
          <Button
            icon={Download}
            look="primary"
            busy={exporting.running || folder.isPending}
            disabled={counts.waiting === 0}
            onClick={() => start(null)}
          >
            {counts.waiting === 0 ? 'Nothing to export' : `Export ${counted(counts.waiting, 'badge')}…`}
          </Button>
        </div>
      </div>
      {exporting.error === null ? null : <ErrorBanner error={exporting.error} />}
      {exporting.running ? (
        <Working title="Exporting badges" job={exporting.job} onCancel={exporting.cancel} />
      ) : exporting.result === null ? null : (
        <ExportDone report={exporting.result} />
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={
            step === null ? 'No badge was asked for yet' : `Nothing is ${STEP_WORDS[step].text.toLowerCase()}`
          }
        >
          {step === null
            ? 'An approved recertification asks for its badge by itself; any other is asked for here.'
            : 'Choose “Every request” to see the others.'}
        </EmptyState>
      ) : (
        <ScrollRegion label="Badge requests">
          <PlainTable
            label="Badge requests"
            rows={rows}
            rowKey={({ request }) => request}
            columns={[
              {
                header: 'Member',
                wide: true,
                cell: (row) => (
                  <>
                    <Link to={`/members/${encodeURIComponent(row.memberNo)}`}>{row.name}</Link>{' '}
                    <span className="figures soft">{row.memberNo}</span>
                    {noteOf(row) === '' ? null : <span className="badges__remedy">{noteOf(row)}</span>}
                  </>
                ),
              },
              { header: 'For', cell: ({ code }) => code },
              { header: 'Because', cell: ({ reason }) => REASON_WORDS[reason] },
              { header: 'Asked', cell: ({ requestedOn }) => shortDate(requestedOn) },
              { header: 'Step', cell: (row) => <StepMark row={row} /> },
              {
                header: 'Change',
                cell: (row) => (
                  <RowButton
                    row={row}
                    onAgain={() => start([row.request])}
                    onWithdraw={() => setWithdrawn(row)}
                  />
                ),
              },
            ]}
          />
        </ScrollRegion>
      )}
      <Pager page={page} total={total} />
      <ExportsList />
      {asking ? <RequestDialog onClose={() => setAsking(false)} /> : null}
      {withdrawn === null ? null : <WithdrawDialog request={withdrawn} onClose={() => setWithdrawn(null)} />}
    </div>
  );
}

/** Why it is held or was withdrawn, or in which file it went out; empty where there is nothing to say. */
function noteOf({ hold, withdrawn, exportedIn, exportedOn }: BadgeRequest): string {
  if (hold !== null) return HOLD_TEXTS[hold];
  if (withdrawn !== null) return withdrawn.reason;
  return exportedIn === null || exportedOn === null
    ? ''
    : `In export ${exportedIn} of ${shortDate(exportedOn)}.`;
}

function StepMark({ row: { step } }: { readonly row: BadgeRequest }) {
  const { text, mark } = STEP_WORDS[step];
  return (
    <span className={`badge-step badge-step--${step}`}>
      <span aria-hidden>{mark}</span> {text}
    </span>
  );
}

interface RowButtonProps {
  readonly row: BadgeRequest;
  readonly onAgain: () => void;
  readonly onWithdraw: () => void;
}

const EXPORTED: readonly BadgeStep[] = ['exported', 'issued', 'claimed', 'revoked'];

function RowButton({ row: { step, name, code }, onAgain, onWithdraw }: RowButtonProps) {
  const of = <span className="visually-hidden"> the badge of {`${name}, ${code}`}</span>;
  if (EXPORTED.includes(step))
    return (
      <Button look="quiet" onClick={onAgain}>
        Export again…{of}
      </Button>
    );
  if (step === 'withdrawn') return null;
  return (
    <Button look="quiet" onClick={onWithdraw}>
      Withdraw…{of}
    </Button>
  );
}
