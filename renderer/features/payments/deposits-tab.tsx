import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import type { DepositSummary } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { ControlDialog } from './control-dialog.tsx';
import { agrees, differenceWords } from './control-words.ts';
import { sourceWord } from './deposit-words.ts';

const SHOWN = 100;

/** The deposits, open ones first; from here the morning's post is opened. */
export function DepositsTab() {
  const deposits = useAsk('payments.deposits', { state: null, offset: 0, limit: SHOWN });
  const [opening, setOpening] = useState(false);
  const open = useAct('payments.openDeposit');
  useKeys('Payments', [{ keys: 'n', does: 'Open a deposit', run: () => setOpening(true) }]);
  if (deposits.error !== null)
    return <ErrorState error={deposits.error} onRetry={() => void deposits.refetch()} />;
  const rows = deposits.data?.rows;
  return (
    <div className="deposits">
      <div className="deposits__bar">
        <p className="soft">A deposit is what goes to the bank together.</p>
        <Button look="primary" icon={Plus} onClick={() => setOpening(true)}>
          Open a deposit
        </Button>
      </div>
      {rows === undefined ? (
        <Skeleton height="180px" />
      ) : rows.length === 0 ? (
        <EmptyState title="No deposit yet">
          Open one with how many receipts the morning’s post holds and what they come to.
        </EmptyState>
      ) : (
        <ul className="deposits__list" aria-label="Deposits">
          {rows.map((deposit) => (
            <DepositRow key={deposit.deposit} deposit={deposit} />
          ))}
        </ul>
      )}
      {opening ? (
        <ControlDialog
          title="Open a deposit"
          does="Open the deposit"
          busy={open.isPending}
          error={open.error}
          onClose={() => {
            setOpening(false);
            open.reset();
          }}
          onCounted={(control) =>
            open.mutate(control, {
              onSuccess: ({ deposit }) => {
                setOpening(false);
                navigate(`/payments/${deposit}`);
              },
            })
          }
        />
      ) : null}
    </div>
  );
}

function DepositRow({ deposit }: { readonly deposit: DepositSummary }) {
  const open = deposit.closedOn === null;
  const state = open
    ? agrees(deposit)
      ? 'Ready to close'
      : differenceWords(deposit)
    : `Closed ${shortDate(deposit.closedOn ?? '')}`;
  return (
    <li>
      <Link
        to={deposit.source === 'post' ? `/payments/${deposit.deposit}` : `/payments/files/${deposit.deposit}`}
        className="deposit"
      >
        <span className="deposit__name">
          Deposit {deposit.deposit}
          <span className="soft"> · {sourceWord(deposit.source)}</span>
        </span>
        <span className="soft figures">{shortDate(deposit.openedOn)}</span>
        <span className="figures">
          {deposit.enteredCount.toLocaleString('en-US')}{' '}
          <span className="faint">{deposit.enteredCount === 1 ? 'receipt' : 'receipts'}</span>
        </span>
        <span className="figures deposit__cents">{displayCents(deposit.enteredCents)}</span>
        <span className={open ? 'deposit__state deposit__state--open' : 'deposit__state'}>{state}</span>
        <span className="soft">
          {deposit.unassignedCents > 0 ? `${displayCents(deposit.unassignedCents)} unmatched` : ''}
        </span>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Link>
    </li>
  );
}
