import { type FormEvent, useState } from 'react';
import { hasCardNumber } from '../../../shared/domain/card-number.ts';
import type { CreditEntry } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents, parseCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { CARD_NUMBER } from './draft.ts';

interface RefundDialogProps {
  readonly entry: CreditEntry;
  readonly onClose: () => void;
}

const FORM = 'refund-form';

/** Gives credit back: an exception with a reason, which a manager answers for. */
export function RefundDialog({ entry, onClose }: RefundDialogProps) {
  const managers = useAsk('office.managers', undefined).data ?? [];
  const [amount, setAmount] = useState((entry.cents / 100).toFixed(2));
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [tried, setTried] = useState(false);
  const refund = useAct('payments.refund');
  const cents = parseCents(amount);
  const wrong =
    cents === null || cents === 0
      ? 'Type the amount in dollars, such as 50.00.'
      : cents > entry.cents
        ? `Only ${displayCents(entry.cents)} is held.`
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
        payment: entry.payment.payment,
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
      title={`Refund ${entry.payment.memberName}`}
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
      <form id={FORM} className="money-form" onSubmit={submit}>
        <Banner kind="info">
          “The annual fee is not refundable.” (PB-FEE-1) A refund is an exception that a manager answers for.
        </Banner>
        {refund.error === null ? null : <ErrorBanner error={toErrorShape(refund.error)} />}
        <div className="money-form__pair">
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
          value={approvedBy}
          options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
          onChange={(event) => setApprovedBy(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
