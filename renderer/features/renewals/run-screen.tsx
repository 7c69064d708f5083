import { ListX } from 'lucide-react';
import { AUDIT_LETTER_TITLES, isAuditLetter } from '../../../shared/domain/audit-letters.ts';
import type { RunPieceRow, RunSummary } from '../../../shared/domain/renewals.ts';
import { displayDate, displayMonth } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-rows.ts';
import { Link, navigate, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { DataTable } from '../../tables/data-table.tsx';
import { useDataTable } from '../../tables/use-data-table.ts';
import { EmailStep } from './email-step.tsx';
import { NextStep } from './next-step.tsx';
import { PieceChips } from './piece-chips.tsx';
import { HELD_COLUMNS, HELD_FIX_COLUMNS, PIECE_COLUMNS } from './piece-columns.tsx';
import { FIXABLE, type PieceFilter, readPieceFilter, writePieceFilter } from './piece-filter.ts';
import { Reconciliation } from './reconciliation.tsx';

/** One run: does the sum add up, what is to be done next, and every piece of it. */
export function RunScreen({ run: id }: { readonly run: string }) {
  const run = useAsk('renewals.run', { run: id }, { keepPrevious: true });
  const title = run.data === undefined || run.data === null ? displayMonth(id) : runTitle(run.data);
  if (run.error !== null || run.data === null)
    return (
      <Screen title={title} about={<Link to="/renewals">All months</Link>}>
        {run.error === null ? (
          <EmptyState
            icon={ListX}
            title={`There is no run ${id}.`}
            action={<Button onClick={() => navigate('/renewals')}>Show all months</Button>}
          />
        ) : (
          <ErrorState error={run.error} onRetry={() => void run.refetch()} />
        )}
      </Screen>
    );
  return (
    <Screen title={title} kind="fill" about={<About run={run.data} />}>
      {run.data === undefined ? <Skeleton width="100%" height="132px" /> : <RunSheetList run={run.data} />}
    </Screen>
  );
}

/** `December 2026 renewals`, `January 2027: Audit decision: compliant`. */
function runTitle({ run, kind }: RunSummary): string {
  if (isAuditLetter(kind)) return `${displayMonth(run)}: ${AUDIT_LETTER_TITLES[kind]}`;
  if (kind === 'return') return `${displayMonth(run)} return letters`;
  return `${displayMonth(run)} ${kind === 'audit' ? 'audit notices' : 'renewals'}`;
}

function About({ run }: { readonly run: RunSummary | undefined }) {
  const all = useAsk('renewals.runs', undefined).data ?? [];
  if (run === undefined) return <Link to="/renewals">All months</Link>;
  const others = all.filter((one) => one.month === run.month && one.run !== run.run);
  return (
    <span className="run__about">
      <Link to="/renewals">All months</Link>
      <span>
        Run {run.run}, prepared on {displayDate(run.preparedOn)}
      </span>
      {others.length === 0 ? null : (
        <span>
          Other runs of the month:{' '}
          {others.map((one) => (
            <Link key={one.run} to={`/renewals?run=${one.run}`}>
              {one.run}{' '}
            </Link>
          ))}
        </span>
      )}
    </span>
  );
}

function RunSheetList({ run }: { readonly run: RunSummary }) {
  const [text, setText] = useQueryText();
  const filter = readPieceFilter(text);
  const setFilter = (next: PieceFilter) => setText(writePieceFilter(next));
  const question = { run: run.run, ...filter };
  const held = filter.channel === 'held';
  const fixable =
    held &&
    run.heldBy.some(
      ({ reason }) => FIXABLE.includes(reason) && (filter.reason === null || filter.reason === reason),
    );
  const model = useDataTable({
    id: fixable ? 'run-held-fix' : held ? 'run-held' : 'run-pieces',
    label: `Pieces of run ${run.run}`,
    columns: fixable ? HELD_FIX_COLUMNS : held ? HELD_COLUMNS : PIECE_COLUMNS,
    source: useRows('renewals.pieces', question),
    rowId: (row: RunPieceRow) => String(row.position),
    rowName: (row: RunPieceRow) => row.memberName,
    sort: { by: 'position', descending: false },
    onSort: () => undefined,
    onOpen: (row: RunPieceRow) => navigate(`/members/${row.memberNo}`),
    onEscape: () => setFilter({ channel: null, reason: null }),
    question: JSON.stringify(question),
  });
  useKeys('Renewals', [
    { keys: ['ArrowUp', 'ArrowDown'], does: 'Move in the list of pieces' },
    { keys: 'Enter', does: 'Open the member' },
    { keys: 'Escape', does: 'Show all pieces again' },
    ...(run.printedOn === null
      ? []
      : [{ keys: 'v', does: 'See the sheets', run: () => navigate(`/renewals?run=${run.run}&sheets=all`) }]),
  ]);
  return (
    <>
      <div className="run__top">
        <Reconciliation run={run} />
        <NextStep run={run} />
      </div>
      {run.toEmail + run.alsoEmailed > 0 ? <EmailStep run={run} /> : null}
      <div className="run__bar">
        <PieceChips run={run} filter={filter} onChange={setFilter} />
        <ColumnMenu model={model} />
      </div>
      <DataTable
        model={model}
        empty={
          <EmptyState
            icon={ListX}
            title="No piece of this run is listed here."
            action={
              <Button onClick={() => setFilter({ channel: null, reason: null })}>Show all pieces</Button>
            }
          />
        }
      />
    </>
  );
}
