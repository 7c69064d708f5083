import { type FormEvent, useId, useState } from 'react';
import type { DepositSummary, PayingMember } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/field.tsx';
import { Banner, ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { ControlFields, readControl } from './control-fields.tsx';
import { amountCents, type Draft, draftProblem, nextDraft, withMember } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { ShareRows } from './share-rows.tsx';
import { useTakePayment } from './use-take-payment.ts';
import './payments.css';

/** More open deposits than a desk ever has at once. */
const OPEN_DEPOSITS = 50;
const A_NEW_ONE = 'new';

interface TakePaymentDialogProps {
  readonly memberNo: string;
  readonly memberName: string;
  readonly onClose: () => void;
  readonly onSaved: (words: string) => void;
}

/** Takes one payment of a member into the open deposit, or a new one, from wherever the member is being worked. */
export function TakePaymentDialog(props: TakePaymentDialogProps) {
  const today = useAsk('office.state', undefined).data?.today;
  const found = useAsk('payments.recognise', { text: props.memberNo });
  const deposits = useAsk('payments.deposits', { state: 'open', offset: 0, limit: OPEN_DEPOSITS });
  const member = found.data?.candidates.find(({ memberNo }) => memberNo === props.memberNo);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const failed = found.error ?? deposits.error;
  const ready = member !== undefined && today !== undefined && deposits.data !== undefined;
  return (
    <Dialog
      title={`Payment of ${props.memberName}`}
      size="large"
      onClose={props.onClose}
      dismissable={!busy}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={busy}>
            Enter the payment
          </Button>
        </>
      }
    >
      {failed === null ? null : <ErrorBanner error={failed} />}
      {ready ? (
        <PaymentForm
          {...props}
          id={id}
          member={member}
          deposits={deposits.data.rows.filter(({ source }) => source === 'post')}
          today={today}
          onBusy={setBusy}
        />
      ) : (
        <Skeleton height="220px" />
      )}
    </Dialog>
  );
}

interface PaymentFormProps extends TakePaymentDialogProps {
  readonly id: string;
  readonly member: PayingMember;
  readonly deposits: readonly DepositSummary[];
  readonly today: string;
  readonly onBusy: (busy: boolean) => void;
}

function PaymentForm({ id, member, deposits, today, onBusy, onClose, onSaved }: PaymentFormProps) {
  const [draft, setDraft] = useState<Draft>(() =>
    withMember(nextDraft({ method: 'cheque', receivedOn: today }), member),
  );
  const [into, setInto] = useState(String(deposits[0]?.deposit ?? A_NEW_ONE));
  const [typedControl, setTypedControl] = useState<{ readonly count: string; readonly total: string | null }>(
    {
      count: '1',
      total: null,
    },
  );
  const [tried, setTried] = useState(false);
  const take = useTakePayment(onBusy);
  const problem = draftProblem(draft, today);
  const cents = amountCents(draft);
  // A new deposit holds at least this payment; what else the morning's post holds is counted by hand.
  const total = typedControl.total ?? (cents === null ? '' : (cents / 100).toFixed(2));
  const control = readControl({ count: typedControl.count, total });
  const isNew = into === A_NEW_ONE;
  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    take.doubtNothing();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || (isNew && control === null)) return;
    take.enter(draft, isNew ? { open: control } : { deposit: Number(into) }, ({ deposit }) => {
      onSaved(`${displayCents(cents ?? 0)} of ${member.name} entered in deposit ${deposit}.`);
      onClose();
    });
  };
  return (
    <form id={id} className="money-form money-form--wide" onSubmit={submit} noValidate>
      {take.error === null ? null : <ErrorBanner error={toErrorShape(take.error)} />}
      {take.doubtful.length === 0 ? null : (
        <Banner kind="warning">
          {take.doubtful.map(({ text }) => text).join(' ')} Enter it again to enter it all the same.
        </Banner>
      )}
      <DraftFields
        draft={draft}
        today={today}
        problem={tried ? problem : null}
        onChange={change}
        autoFocusInDialog
      />
      <ShareRows draft={draft} onType={() => undefined} onRemove={() => undefined} />
      <Select
        label="Into"
        value={into}
        options={[
          ...deposits.map(({ deposit, openedOn, enteredCount }) => ({
            value: String(deposit),
            text: `Deposit ${deposit}, opened ${shortDate(openedOn)}, ${enteredCount} entered`,
          })),
          { value: A_NEW_ONE, text: 'A new deposit' },
        ]}
        onChange={(event) => {
          setInto(event.target.value);
          take.doubtNothing();
        }}
      />
      {isNew ? (
        <>
          <p className="soft">Counted by hand: this payment, and whatever else goes to the bank with it.</p>
          <ControlFields
            count={typedControl.count}
            total={total}
            tried={tried}
            onChange={(part) => setTypedControl((now) => ({ ...now, ...part }))}
          />
        </>
      ) : null}
      {/* Enter in a field submits even where the form's button stands outside it. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        Enter the payment
      </button>
    </form>
  );
}
