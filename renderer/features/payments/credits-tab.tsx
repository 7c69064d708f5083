import { useState } from 'react';
import type { CreditEntry, PaymentEntry } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { RefundDialog } from '../../app/refunds/refund-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone, sayError } from '../../components/toast.tsx';

const SHOWN = 200;

/** Money held for members: what was paid over, and the fee that it could pay. */
export function CreditsTab() {
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const credits = useAsk('payments.credits', { offset, limit }, { keepPrevious: true });
  const apply = useAct('payments.applyCredit');
  const [refunded, setRefunded] = useState<PaymentEntry | null>(null);
  if (credits.error !== null)
    return <ErrorState error={credits.error} onRetry={() => void credits.refetch()} />;
  if (credits.data === undefined) return <Skeleton height="180px" />;
  const { rows, total, totalCents } = credits.data;
  if (total === 0)
    return <EmptyState title="No credit is held">Nobody has paid more than was due.</EmptyState>;
  const use = ({ payment, offer }: CreditEntry) => {
    if (offer === null || apply.isPending) return;
    apply.mutate(
      { payment: payment.payment, fee: offer.fee },
      { onSuccess: ({ text }) => sayDone(text), onError: (error) => sayError(toErrorShape(error)) },
    );
  };
  return (
    <div className="deposits">
      <p className="soft">
        {displayCents(totalCents)} is held for {total.toLocaleString('en-US')}{' '}
        {total === 1 ? 'payment' : 'payments'}. It pays a fee only when you say so.
      </p>
      <PlainTable
        label="Credits"
        rows={rows}
        rowKey={({ payment }) => payment.payment}
        columns={[
          {
            header: 'Member',
            wide: true,
            cell: ({ payment }) => (
              <>
                <Link to={`/members/${encodeURIComponent(payment.memberNo)}`}>{payment.memberName}</Link>{' '}
                <span className="figures soft">{payment.memberNo}</span>
              </>
            ),
          },
          { header: 'For', cell: ({ payment }) => payment.code },
          { header: 'Paid', cell: ({ payment }) => shortDate(payment.receivedOn) },
          { header: 'Credit', align: 'end', cell: ({ cents }) => displayCents(cents) },
          {
            header: 'Could pay',
            cell: ({ offer }) =>
              offer === null ? (
                <span className="faint">nothing is due</span>
              ) : (
                `${displayCents(offer.cents)} of ${offer.code}, due ${shortDate(offer.dueOn)}`
              ),
          },
          {
            header: 'Use it',
            cell: (entry) => (
              <span className="credit__buttons">
                {entry.offer === null ? null : (
                  <Button look="quiet" onClick={() => use(entry)}>
                    Pay it with this
                  </Button>
                )}
                <Button look="quiet" onClick={() => setRefunded(entry.payment)}>
                  Refund…
                </Button>
              </span>
            ),
          },
        ]}
      />
      <Pager page={page} total={total} />
      {refunded === null ? null : <RefundDialog payment={refunded} onClose={() => setRefunded(null)} />}
    </div>
  );
}
