import { type FormEvent, useState } from 'react';
import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import { toErrorShape } from '../../../../shared/ipc/errors.ts';
import { displayCents, parseCents } from '../../../../shared/util/money.ts';
import { useAct } from '../../../api/use-act.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Select, TextField } from '../../../components/field.tsx';
import { ErrorBanner } from '../../../components/notices.tsx';
import { sayDone } from '../../../components/toast.tsx';
import { yearName } from '../timeline/fee-mark.ts';
import { FEE_ACTION_WORDS, type FeeAction } from './fee-actions.ts';

export interface ChosenFee {
  readonly action: FeeAction;
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly yearStart: string;
  readonly amountCents: number;
}

const FORM = 'fee-form';

/** Does one thing to one fee, with its reason and, where it needs one, the manager who allows it. */
export function FeeDialog({ chosen, onClose }: { readonly chosen: ChosenFee; readonly onClose: () => void }) {
  const { action, memberNo, code, yearStart, amountCents } = chosen;
  const words = FEE_ACTION_WORDS[action];
  const managers = useAsk('office.managers', undefined).data ?? [];
  const [reason, setReason] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [amount, setAmount] = useState((amountCents / 100).toFixed(2));
  const [tried, setTried] = useState(false);
  const act = useFeeAct(action);
  const cents = parseCents(amount);
  const unsaid = reason.trim() === '' ? 'Say why, for the record.' : undefined;
  const wrong = action === 'adjust' && !cents ? 'Type the amount in dollars, such as 45.00.' : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unsaid !== undefined || wrong !== undefined || act.isPending) return;
    const input = { memberNo, code, yearStart, reason: reason.trim() };
    act.run(input, { cents: cents ?? 0, approvedBy: approvedBy === '' ? null : approvedBy }, () => {
      sayDone(`${code} ${yearName(yearStart)}: ${DONE[action]}.`);
      onClose();
    });
  };
  return (
    <Dialog
      title={`${words.title}: ${code} ${yearName(yearStart)}, ${displayCents(amountCents)}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={act.isPending}>
            {words.title}
          </Button>
        </>
      }
    >
      <form id={FORM} className="fee-form" onSubmit={submit}>
        <p className="soft">{words.does}</p>
        {act.error === null ? null : <ErrorBanner error={toErrorShape(act.error)} />}
        {action === 'adjust' ? (
          <TextField
            label="New amount"
            data-autofocus
            className="figures"
            inputMode="decimal"
            value={amount}
            error={tried ? wrong : undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setAmount(event.target.value)}
          />
        ) : null}
        <TextField
          label="Reason"
          {...(action === 'adjust' ? {} : { 'data-autofocus': true })}
          value={reason}
          error={tried ? unsaid : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {action === 'waive' || action === 'unwaive' ? (
          <Select
            label="Allowed by"
            hint={managers.length === 0 ? 'Nobody is named as a manager yet: Settings, Office profile.' : ''}
            value={approvedBy}
            options={[{ value: '', text: 'Me' }, ...managers.map((name) => ({ value: name, text: name }))]}
            onChange={(event) => setApprovedBy(event.target.value)}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

const DONE: Readonly<Record<FeeAction, string>> = {
  invoice: 'invoiced',
  waive: 'waived',
  unwaive: 'owed again',
  adjust: 'amount changed',
  void: 'invoice withdrawn',
  reissue: 'invoiced again',
};

interface YearInput {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly yearStart: string;
  readonly reason: string;
}

/** The channel of an action, each with what it takes beside the year and the reason. */
function useFeeAct(action: FeeAction) {
  const invoice = useAct('fees.invoice');
  const waive = useAct('fees.waive');
  const unwaive = useAct('fees.unwaive');
  const adjust = useAct('fees.adjust');
  const voided = useAct('fees.void');
  const reissue = useAct('fees.reissue');
  const act = { invoice, waive, unwaive, adjust, void: voided, reissue }[action];
  return {
    isPending: act.isPending,
    error: act.error,
    run(
      year: YearInput,
      more: { readonly cents: number; readonly approvedBy: string | null },
      onSuccess: () => void,
    ): void {
      const { cents, approvedBy } = more;
      if (action === 'adjust') adjust.mutate({ ...year, cents }, { onSuccess });
      else if (action === 'waive') waive.mutate({ ...year, approvedBy }, { onSuccess });
      else if (action === 'unwaive') unwaive.mutate({ ...year, approvedBy }, { onSuccess });
      else if (action === 'invoice') invoice.mutate(year, { onSuccess });
      else if (action === 'void') voided.mutate(year, { onSuccess });
      else reissue.mutate(year, { onSuccess });
    },
  };
}
