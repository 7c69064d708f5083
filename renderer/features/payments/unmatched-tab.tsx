import { useState } from 'react';
import type { RemittanceEntry } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { METHOD_WORDS } from './method-words.ts';

const SHOWN = 200;

/** Money that came in and is nobody's yet. */
export function UnmatchedTab() {
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const unmatched = useAsk('payments.unassigned', { offset, limit }, { keepPrevious: true });
  const [chosen, setChosen] = useState<RemittanceEntry | null>(null);
  if (unmatched.error !== null)
    return <ErrorState error={unmatched.error} onRetry={() => void unmatched.refetch()} />;
  if (unmatched.data === undefined) return <Skeleton height="180px" />;
  const { rows, total, totalCents } = unmatched.data;
  if (total === 0)
    return (
      <EmptyState title="Everything is matched">Every receipt is with the member it was for.</EmptyState>
    );
  return (
    <div className="deposits">
      <p className="soft">
        {displayCents(totalCents)} of {total.toLocaleString('en-US')} {total === 1 ? 'receipt' : 'receipts'}{' '}
        is nobody’s yet.
      </p>
      <PlainTable
        label="Unmatched receipts"
        rows={rows}
        rowKey={({ remittance }) => remittance}
        columns={[
          { header: 'Received', cell: ({ receivedOn }) => shortDate(receivedOn) },
          {
            header: 'Deposit',
            cell: ({ deposit, position }) => (
              <Link to={`/payments/${deposit}`}>
                {deposit}, no. {position}
              </Link>
            ),
          },
          { header: 'Paid by', cell: ({ method, reference }) => `${METHOD_WORDS[method]} ${reference}` },
          {
            header: 'What is known',
            wide: true,
            cell: ({ payer, note }) => [payer, note].filter((text) => text !== '').join(' · '),
          },
          { header: 'Amount', align: 'end', cell: ({ amountCents }) => displayCents(amountCents) },
          { header: 'Unmatched', align: 'end', cell: ({ unassignedCents }) => displayCents(unassignedCents) },
          {
            header: 'Match',
            cell: (row) => (
              <Button look="quiet" onClick={() => setChosen(row)}>
                Whose is it?
              </Button>
            ),
          },
        ]}
      />
      <Pager page={page} total={total} />
      {chosen === null ? null : <AssignDialog entry={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
