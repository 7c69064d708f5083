import { ReceiptText } from 'lucide-react';
import type { PaymentEntry } from '../../../../shared/domain/payments.ts';
import { refundableCents } from '../../../../shared/domain/refundable.ts';
import { displayCents } from '../../../../shared/util/money.ts';
import { Link } from '../../../app/navigation.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';
import { yearName } from '../timeline/fee-mark.ts';

interface PaymentsListProps {
  readonly payments: readonly PaymentEntry[];
  readonly onReceipt: (payment: number) => void;
  readonly onRefund: (payment: PaymentEntry) => void;
}

/** Every payment with what it paid and what was done against it, newest first. */
export function PaymentsList({ payments, onReceipt, onRefund }: PaymentsListProps) {
  return (
    <PlainTable
      label="Payments"
      rows={payments}
      rowKey={({ payment }) => payment}
      columns={[
        { header: 'Received', cell: ({ receivedOn }) => shortDate(receivedOn) },
        {
          header: 'Amount',
          align: 'end',
          cell: ({ reversal, amountCents }) =>
            reversal === null ? displayCents(amountCents) : <s>{displayCents(amountCents)}</s>,
        },
        {
          header: 'How',
          cell: ({ method, reference, deposit }) => (
            <>
              {`${method} ${reference}`.trim()}
              {deposit === null ? null : (
                <>
                  {' '}
                  <Link to={`/payments/${deposit}`} className="soft">
                    deposit {deposit}
                  </Link>
                </>
              )}
            </>
          ),
        },
        { header: 'For', wide: true, cell: (payment) => <For payment={payment} /> },
        {
          header: 'Receipt',
          cell: ({ payment, receivedOn, reversal }) =>
            reversal === null ? (
              <IconButton
                icon={ReceiptText}
                label={`Receipt of ${shortDate(receivedOn)}…`}
                onClick={() => onReceipt(payment)}
              />
            ) : null,
        },
        {
          header: 'Give back',
          cell: (payment) =>
            refundableCents(payment) > 0 ? (
              <span className="fee-actions">
                <Button look="quiet" onClick={() => onRefund(payment)}>
                  Refund…
                </Button>
              </span>
            ) : null,
        },
      ]}
    />
  );
}

function For({ payment }: { readonly payment: PaymentEntry }) {
  const { code, allocations, recertifications, refunds, creditCents, reversal } = payment;
  const years = allocations
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ yearStart }) => yearName(yearStart))
    .join(', ');
  return (
    <>
      {`${code} ${years}`.trim()}
      {recertifications.some(({ releasedOn }) => releasedOn === null) ? ' recertification' : ''}
      {creditCents > 0 ? ` · ${displayCents(creditCents)} credit` : ''}
      {reversal === null ? null : (
        <span className="fee-note">
          {reversal.kind === 'moved' ? 'Moved' : reversal.kind === 'bounced' ? 'Bounced' : 'Mis-keyed'}{' '}
          {shortDate(reversal.on)}: {reversal.reason}
        </span>
      )}
      {refunds.map((refund) => (
        <span key={`${refund.on} ${refund.amountCents} ${refund.reason}`} className="fee-note">
          {displayCents(refund.amountCents)} refunded {shortDate(refund.on)}: {refund.reason} (allowed by{' '}
          {refund.approvedBy})
        </span>
      ))}
    </>
  );
}
