import { type FormEvent, useRef, useState } from 'react';
import type { PayingMember, RemittanceEntry } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents, parseCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { PayerField } from './payer-field.tsx';
import { partsOf, partWords } from './share.ts';

interface AssignDialogProps {
  readonly entry: Pick<RemittanceEntry, 'remittance' | 'unassignedCents'>;
  readonly onClose: () => void;
}

const FORM = 'assign-form';

/** Puts money that was nobody's to the member it was for, all of it or a part. */
export function AssignDialog({ entry, onClose }: AssignDialogProps) {
  const [member, setMember] = useState<PayingMember | null>(null);
  const [amount, setAmount] = useState((entry.unassignedCents / 100).toFixed(2));
  const who = useRef<HTMLInputElement>(null);
  const amountField = useRef<HTMLInputElement>(null);
  const assign = useAct('payments.assign');
  const cents = parseCents(amount);
  const wrong =
    cents === null || cents === 0
      ? 'Type the amount in dollars, such as 50.00.'
      : cents > entry.unassignedCents
        ? `Only ${displayCents(entry.unassignedCents)} is unmatched.`
        : undefined;
  const parts = member === null || cents === null ? [] : partsOf(member, cents);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (member === null) return who.current?.focus();
    if (wrong !== undefined || assign.isPending) return;
    assign.mutate(
      { remittance: entry.remittance, parts },
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
      title={`Whose is this ${displayCents(entry.unassignedCents)}?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={assign.isPending}>
            {member === null ? 'Match it' : `It is ${member.name}’s`}
          </Button>
        </>
      }
    >
      <form id={FORM} className="money-form money-form--tall" onSubmit={submit}>
        {assign.error === null ? null : <ErrorBanner error={toErrorShape(assign.error)} />}
        <PayerField
          ref={who}
          autoFocusInDialog
          label="Member"
          hint="Scan the stub, or type a number or name"
          onMember={(found) => {
            setMember(found);
            amountField.current?.focus();
          }}
          onEmpty={() => amountField.current?.focus()}
        />
        {member === null ? null : (
          <p>
            <strong>{member.name}</strong> <span className="figures soft">{member.memberNo}</span>
            {parts.length === 0
              ? null
              : `: enters ${parts.map((part) => partWords(member, part)).join(', ')}.`}
          </p>
        )}
        <TextField
          ref={amountField}
          label="Amount"
          className="figures"
          inputMode="decimal"
          value={amount}
          error={wrong}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setAmount(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
