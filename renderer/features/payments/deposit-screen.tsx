import { ArrowLeft, FileText } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DepositView, PaymentEntry, RemittanceEntry } from '../../../shared/domain/payments.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate, replacePlace, useQueryText } from '../../app/navigation.tsx';
import { PaperDialog } from '../../app/papers/paper-dialog.tsx';
import { RefundDialog } from '../../app/refunds/refund-dialog.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { ControlBar } from './control-bar.tsx';
import { ControlDialog } from './control-dialog.tsx';
import { depositTitle } from './deposit-words.ts';
import { EntriesList } from './entries-list.tsx';
import { type EntryDesk, EntryForm } from './entry-form.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { takeOff, type Unentered, useUnentered } from './unentered.ts';
import { UnenteredList } from './unentered-list.tsx';
import './payments.css';

/** One deposit: the morning's post entered cheque by cheque until it agrees with what was counted. */
export function DepositScreen({ params }: ScreenParams) {
  const deposit = useAsk('payments.deposit', { deposit: Number(params.deposit) });
  const today = useAsk('office.state', undefined).data?.today;
  if (deposit.error !== null)
    return (
      <Screen title="Deposit" actions={<Back />}>
        <ErrorState error={deposit.error} />
      </Screen>
    );
  if (deposit.data === undefined || today === undefined)
    return (
      <Screen title="Deposit" actions={<Back />}>
        <Skeleton height="220px" />
      </Screen>
    );
  if (deposit.data.source !== 'post') return <ToFile deposit={deposit.data.deposit} />;
  return <Batch deposit={deposit.data} today={today} />;
}

/** A deposit that came in a file is worked line by line, not typed. */
function ToFile({ deposit }: { readonly deposit: number }) {
  useEffect(() => replacePlace(`/payments/files/${deposit}`), [deposit]);
  return null;
}

function Batch({ deposit, today }: { readonly deposit: DepositView; readonly today: string }) {
  const [place, setPlace] = useQueryText();
  const [counting, setCounting] = useState(false);
  const [reversed, setReversed] = useState<RemittanceEntry | null>(null);
  const [moved, setMoved] = useState<PaymentEntry | null>(null);
  const [refunded, setRefunded] = useState<PaymentEntry | null>(null);
  const [slip, setSlip] = useState(false);
  const close = useAct('payments.closeDeposit');
  const change = useAct('payments.changeControl');
  const form = useRef<EntryDesk>(null);
  const unentered = useUnentered(deposit.deposit);
  const refused = unentered.filter(({ state }) => state !== 'saving');
  const open = deposit.closedOn === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is read afresh when it is changed
  const onTaken = useCallback(() => setPlace({ member: '' }), []);
  const takeUp = (cheque: Unentered | undefined) => {
    if (cheque === undefined || !open) return;
    if (form.current?.takeUp(cheque)) takeOff(cheque.id);
    else
      sayError({
        code: 'cheque-being-typed',
        message: 'Another cheque is being typed.',
        fix: 'Enter it, or clear it with Esc, and take this one up then.',
      });
  };
  const closeIt = () => {
    if (!open || close.isPending) return;
    if (refused.length > 0) return sayError(notEntered(refused.length));
    close.mutate(
      { deposit: deposit.deposit },
      {
        onSuccess: ({ enteredCount, enteredCents }) =>
          sayDone(
            `Deposit ${deposit.deposit} closed: ${enteredCount} ${enteredCount === 1 ? 'receipt' : 'receipts'}, ${displayCents(enteredCents)}.`,
          ),
      },
    );
  };
  useKeys('Deposit', [
    { keys: 'Enter', does: 'Take what is typed and go on to the next field; in the last one, enter it' },
    { keys: '+', does: 'Another member on the same cheque' },
    { keys: 'Escape', does: 'Clear the cheque that is being typed' },
    {
      keys: 'mod+e',
      does: 'Take up a cheque that was not entered',
      run: () => takeUp(refused[0]),
    },
    { keys: 'mod+Enter', does: 'Close the deposit', run: closeIt },
    { keys: 'mod+p', does: 'The slip for the bank', run: () => setSlip(true) },
  ]);
  return (
    <Screen
      title={depositTitle(deposit)}
      about={
        open
          ? `Opened by ${deposit.openedBy}`
          : `Closed on ${displayDate(deposit.closedOn ?? '')} by ${deposit.closedBy}`
      }
      actions={
        <>
          <Button icon={FileText} onClick={() => setSlip(true)}>
            Deposit slip…
          </Button>
          <Back />
        </>
      }
    >
      <div className="batch">
        {open ? (
          <ControlBar
            deposit={deposit}
            closing={close.isPending}
            onClose={closeIt}
            onChangeControl={() => setCounting(true)}
          />
        ) : null}
        {close.error === null ? null : <ErrorBanner error={toErrorShape(close.error)} />}
        {open ? (
          <EntryForm
            ref={form}
            deposit={deposit.deposit}
            today={today}
            wanted={place.get('member') ?? ''}
            onTaken={onTaken}
          />
        ) : null}
        <UnenteredList cheques={refused} onTakeUp={open ? takeUp : null} onLeave={takeOff} />
        {deposit.entries.length === 0 && unentered.length === refused.length ? null : (
          <EntriesList
            saving={unentered.filter(({ state }) => state === 'saving')}
            entries={deposit.entries}
            open={open}
            onReverse={setReversed}
            onMove={setMoved}
            onRefund={setRefunded}
          />
        )}
      </div>
      {counting ? (
        <ControlDialog
          title="Count again"
          does="Change the control"
          count={deposit.controlCount}
          cents={deposit.controlCents}
          busy={change.isPending}
          error={change.error}
          onClose={() => setCounting(false)}
          onCounted={(control) =>
            change.mutate(
              { deposit: deposit.deposit, ...control },
              {
                onSuccess: () => {
                  setCounting(false);
                  close.reset();
                },
              },
            )
          }
        />
      ) : null}
      {reversed === null ? null : (
        <ReverseDialog
          entry={reversed}
          kind={open ? 'mis-keyed' : 'bounced'}
          today={today}
          onClose={() => setReversed(null)}
        />
      )}
      {slip ? (
        <PaperDialog
          paper={{ kind: 'deposit-slip', deposit: deposit.deposit }}
          onClose={() => setSlip(false)}
        />
      ) : null}
      {moved === null ? null : <MoveDialog payment={moved} today={today} onClose={() => setMoved(null)} />}
      {refunded === null ? null : <RefundDialog payment={refunded} onClose={() => setRefunded(null)} />}
    </Screen>
  );
}

function notEntered(count: number): ErrorShape {
  return {
    code: 'cheques-unentered',
    message: `${count === 1 ? 'One cheque was' : `${count} cheques were`} typed and not entered.`,
    fix: 'Take them up and correct them, or leave them; then close the deposit.',
  };
}

function Back() {
  return (
    <Button look="quiet" icon={ArrowLeft} onClick={() => navigate('/payments')}>
      Deposits
    </Button>
  );
}
