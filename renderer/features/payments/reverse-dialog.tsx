import { type FormEvent, useState } from 'react';
import type { RemittanceEntry } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

interface ReverseDialogProps {
  readonly entry: RemittanceEntry;
  readonly kind: 'mis-keyed' | 'bounced';
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'reverse-form';

/** A counter-entry for a whole cheque: nothing is erased, its fees are open again. */
export function ReverseDialog({ entry, kind, today, onClose }: ReverseDialogProps) {
  const [reason, setReason] = useState(kind === 'bounced' ? 'Returned by the bank' : 'Typed wrongly');
  const [on, setOn] = useState(today);
  const reverse = useAct('payments.reverse');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reverse.isPending) return;
    reverse.mutate(
      { of: { remittance: entry.remittance }, kind, reason, on },
      {
        onSuccess: ({ text }) => {
          sayDone(text);
          onClose();
        },
      },
    );
  };
  const does = kind === 'bounced' ? 'Mark as bounced' : 'Take it back';
  return (
    <Dialog
      title={`${kind === 'bounced' ? 'Bounced' : 'Mis-keyed'}: ${displayCents(entry.amountCents)}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="danger" busy={reverse.isPending}>
            {does}
          </Button>
        </>
      }
    >
      <form id={FORM} className="money-form" onSubmit={submit}>
        <p className="soft">
          {kind === 'bounced'
            ? 'The fees that it paid are unpaid again. The entry stays, with a counter-entry against it.'
            : 'The entry stays on record with a counter-entry, and no longer counts in this deposit.'}
        </p>
        {reverse.error === null ? null : <ErrorBanner error={toErrorShape(reverse.error)} />}
        <TextField
          label="Reason"
          data-autofocus
          value={reason}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setReason(event.target.value)}
        />
        {kind === 'bounced' ? (
          <TextField
            label="On"
            type="date"
            min={entry.receivedOn}
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
