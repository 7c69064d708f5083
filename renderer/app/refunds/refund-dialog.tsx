import { type FormEvent, useState } from 'react';
import { CARD_NUMBER, hasCardNumber } from '../../../shared/domain/card-number.ts';
import type { PaymentEntry } from '../../../shared/domain/payments.ts';
import { refundableCents, reopenedBy } from '../../../shared/domain/refundable.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents, parseCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import './refunds.css';

interface RefundDialogProps {
  readonly payment: PaymentEntry;
  readonly onClose: () => void;
}

const FORM = 'refund-form';

/**
 * Gives money of a payment back, its credit first: an exception to PB-FEE-1 with a reason, which a manager answers for. Says beforehand
 * which fees are open again for it.
 */
export function RefundDialog({ payment, onClose }: RefundDialogProps) {
  const managers = useAsk('office.managers', undefined).data ?? [];
  const left = refundableCents(payment);
  const [amount, setAmount] = useState(((payment.creditCents || left) / 100).toFixed(2));
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [tried, setTried] = useState(false);
  const refund = useAct('payments.refund');
  const cents = parseCents(amount);
  const wrong =
    cents === null || cents === 0
      ? 'Type the amount in dollars, such as 50.00.'
      : cents > left
        ? `Only ${displayCents(left)} of this payment is left.`
        : undefined;
  const unsaid = reason.trim() === '' ? 'Say why it is given back.' : undefined;
  const card = hasCardNumber(reference) || hasCardNumber(reason) ? CARD_NUMBER : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (cents === null || wrong !== undefined || unsaid !== undefined || card !== undefined) return;
    if (refund.isPending) return;
    refund.mutate(
      {
        payment: payment.payment,
        cents,
        reason: reason.trim(),
        approvedBy: approvedBy === '' ? null : approvedBy,
        method: 'cheque',
        reference: reference.trim(),
      },
      {
        onSuccess: ({ text }) => {
          sayDone(text);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Refund ${payment.memberName}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="danger" busy={refund.isPending}>
            {cents === null ? 'Refund' : `Refund ${displayCents(cents)}`}
          </Button>
        </>
      }
    >
      <form id={FORM} className="refund" onSubmit={submit}>
        <Banner kind="info">
          “The annual fee is not refundable.” (PB-FEE-1) A refund is an exception that a manager answers for.
        </Banner>
        {refund.error === null ? null : <ErrorBanner error={toErrorShape(refund.error)} />}
        {cents === null || wrong !== undefined ? null : <Opened payment={payment} cents={cents} />}
        <div className="refund__pair">
          <TextField
            label="Amount"
            data-autofocus
            className="figures"
            inputMode="decimal"
            value={amount}
            error={wrong}
            onChange={(event) => setAmount(event.target.value)}
          />
          <TextField
            label="Our cheque’s number"
            value={reference}
            error={tried ? card : undefined}
            onChange={(event) => setReference(event.target.value)}
          />
        </div>
        <TextField
          label="Reason"
          value={reason}
          error={tried ? unsaid : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Select
          label="Allowed by"
          hint={managers.length === 0 ? 'Nobody is named as a manager yet: Settings, Office profile.' : ''}
          value={approvedBy}
          options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
          onChange={(event) => setApprovedBy(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

/** Which fees are unpaid again for it; nothing where credit covers it. */
function Opened({ payment, cents }: { readonly payment: PaymentEntry; readonly cents: number }) {
  const { years, recertification, partly } = reopenedBy(payment, cents);
  const fees = [
    ...years.map(
      ({ yearStart }, at) =>
        `${partly && at === 0 ? 'in part ' : ''}the ${payment.code} fee for the year from ${displayDate(yearStart)}`,
    ),
    ...(recertification ? [`the ${payment.code} recertification fee`] : []),
  ];
  if (fees.length === 0) return null;
  return <Banner kind="warning">Open again after this refund: {fees.join('; ')}.</Banner>;
}
