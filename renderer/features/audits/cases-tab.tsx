import { ClipboardCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { CasesTable } from './cases-table.tsx';
import { counted } from './counted.ts';
import { ForCauseDialog } from './for-cause-dialog.tsx';

const AT_A_TIME = 100;

const STATES = [
  { value: 'open', text: 'Open' },
  { value: 'closed', text: 'Closed' },
  { value: 'all', text: 'All' },
] as const;

/** Everyone who is or was audited, the latest first. */
export function CasesTab() {
  const [state, setState] = useState<string>('open');
  const [offset, setOffset] = useState(0);
  const [opening, setOpening] = useState(false);
  const filter = state === 'open' || state === 'closed' ? state : null;
  const cases = useAsk(
    'audits.cases',
    { state: filter, of: null, offset, limit: AT_A_TIME },
    { keepPrevious: true },
  );
  useKeys('Audits', [{ keys: 'n', does: 'Open an audit for cause', run: () => setOpening(true) }]);
  if (cases.error !== null) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />;
  const total = cases.data?.total ?? 0;
  return (
    <div className="audits">
      <div className="audits__bar">
        <Select
          label="Show"
          value={state}
          options={STATES}
          onChange={(event) => {
            setState(event.target.value);
            setOffset(0);
          }}
        />
        <Button icon={Plus} onClick={() => setOpening(true)}>
          Audit for cause
        </Button>
      </div>
      {cases.data === undefined ? (
        <Skeleton height="220px" />
      ) : total === 0 ? (
        <EmptyState icon={ClipboardCheck} title="No audit is open.">
          Draw the year’s audit under Draws, or open one for cause.
        </EmptyState>
      ) : (
        <>
          <CasesTable rows={cases.data.rows} />
          <div className="audits__pages">
            <span className="soft figures">
              {total <= AT_A_TIME
                ? counted(total, 'audit')
                : `${offset + 1} to ${Math.min(offset + AT_A_TIME, total)} of ${counted(total, 'audit')}`}
            </span>
            {total <= AT_A_TIME ? null : (
              <span className="buttons">
                <Button disabled={offset === 0} onClick={() => setOffset(offset - AT_A_TIME)}>
                  Earlier page
                </Button>
                <Button disabled={offset + AT_A_TIME >= total} onClick={() => setOffset(offset + AT_A_TIME)}>
                  Next page
                </Button>
              </span>
            )}
          </div>
        </>
      )}
      {opening ? <ForCauseDialog onClose={() => setOpening(false)} /> : null}
    </div>
  );
}
