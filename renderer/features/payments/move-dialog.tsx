import { type FormEvent, useRef, useState } from 'react';
import type { PayingMember, PaymentEntry } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { PayerField } from './payer-field.tsx';

interface MoveDialogProps {
  readonly payment: PaymentEntry;
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'move-form';

/** Money that was entered for the wrong member goes to the right one; both entries stay on record. */
export function MoveDialog({ payment, today, onClose }: MoveDialogProps) {
  const [member, setMember] = useState<PayingMember | null>(null);
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('Entered for the wrong member');
  const reasonField = useRef<HTMLInputElement>(null);
  const who = useRef<HTMLInputElement>(null);
  const move = useAct('payments.move');
  const target = member?.certifications.find((one) => one.code === code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (member === null || target === undefined || move.isPending) return who.current?.focus();
    move.mutate(
      {
        payment: payment.payment,
        memberNo: member.memberNo,
        code: target.code,
        yearStart: null,
        reason,
        on: today,
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
      title={`Move ${displayCents(payment.amountCents)} to another member`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={move.isPending}>
            {member === null ? 'Move it' : `Move it to ${member.name}`}
          </Button>
        </>
      }
    >
      <form id={FORM} className="money-form money-form--tall" onSubmit={submit}>
        <p className="soft">
          It is with {payment.memberName} ({payment.memberNo}) for {payment.code} now.
        </p>
        {move.error === null ? null : <ErrorBanner error={toErrorShape(move.error)} />}
        <PayerField
          ref={who}
          autoFocusInDialog
          label="Whose it is"
          hint="A member number or a name"
          onMember={(found) => {
            setMember(found);
            setCode(found.certifications.toSorted((a, b) => b.owedCents - a.owedCents)[0]?.code ?? '');
            requestAnimationFrame(() => reasonField.current?.focus());
          }}
          onEmpty={() => reasonField.current?.focus()}
        />
        {member === null ? null : (
          <Select
            label={`${member.name} (${member.memberNo})`}
            value={code}
            options={member.certifications.map((one) => ({
              value: one.code,
              text: `${one.code}, owes ${displayCents(one.owedCents)}`,
            }))}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <TextField
          ref={reasonField}
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
