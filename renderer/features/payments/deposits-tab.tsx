import { ChevronRight, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DepositSummary } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate, replacePlace, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { shortDate } from '../../components/short-date.ts';
import { ControlDialog } from './control-dialog.tsx';
import { agrees, differenceWords } from './control-words.ts';
import { sourceWord } from './deposit-words.ts';
import { awaitedWords } from './line-words.ts';

const SHOWN = 100;

/**
 * The deposits, open ones first; from here the morning’s post is opened. `/payments?member=NO` leads on to the open deposit to enter that
 * member’s payment, or asks for one to be opened; of several, one is chosen.
 */
export function DepositsTab() {
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const deposits = useAsk('payments.deposits', { state: null, offset, limit }, { keepPrevious: true });
  const [text, setText] = useQueryText();
  // With a tab that was chosen by hand the member is the statement’s.
  const member = text.has('tab') ? '' : (text.get('member') ?? '');
  const [opening, setOpening] = useState(false);
  const open = useAct('payments.openDeposit');
  useKeys('Payments', [{ keys: 'n', does: 'Open a deposit', run: () => setOpening(true) }]);
  const rows = deposits.data?.rows;
  const ready = rows?.filter(({ source, closedOn }) => source === 'post' && closedOn === null);
  const [first, ...others] = ready ?? [];
  // A list that is being read again may show a deposit that was closed meanwhile; the open ones are on its first page.
  const sure = member !== '' && offset === 0 && !deposits.isStale && !deposits.isPlaceholderData;
  const needsOne = sure && ready?.length === 0;
  useEffect(() => {
    if (needsOne) setOpening(true);
  }, [needsOne]);
  if (deposits.error !== null)
    return <ErrorState error={deposits.error} onRetry={() => void deposits.refetch()} />;
  if (sure && !open.isSuccess && first !== undefined && others.length === 0)
    return <ToDeposit place={entryPlace(first.deposit, member)} />;
  return (
    <div className="deposits">
      <div className="deposits__bar">
        <p className="soft">
          {member !== '' && others.length > 0
            ? `Choose the deposit that the payment of member ${member} goes into.`
            : 'A deposit is what goes to the bank together.'}
        </p>
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
            <DepositRow key={deposit.deposit} deposit={deposit} member={member} />
          ))}
        </ul>
      )}
      <Pager page={page} total={deposits.data?.total ?? 0} />
      {opening ? (
        <ControlDialog
          title="Open a deposit"
          does="Open the deposit"
          busy={open.isPending}
          error={open.error}
          onClose={() => {
            setOpening(false);
            setText({ member: '' });
            open.reset();
          }}
          onCounted={(control) =>
            open.mutate(control, {
              onSuccess: ({ deposit }) => {
                setOpening(false);
                navigate(entryPlace(deposit, member));
              },
            })
          }
        />
      ) : null}
    </div>
  );
}

function ToDeposit({ place }: { readonly place: string }) {
  useEffect(() => replacePlace(place), [place]);
  return null;
}

/** Where a deposit’s cheques are entered, with the member whose payment comes next; empty = nobody yet. */
function entryPlace(deposit: number, member: string): string {
  return `/payments/${deposit}${member === '' ? '' : `?member=${encodeURIComponent(member)}`}`;
}

interface DepositRowProps {
  readonly deposit: DepositSummary;
  /** Whose payment is to be entered; empty = nobody’s yet. */
  readonly member: string;
}

function DepositRow({ deposit, member }: DepositRowProps) {
  const open = deposit.closedOn === null;
  const state = open
    ? deposit.awaitedLines > 0
      ? `${awaitedWords(deposit.awaitedLines)} not in yet`
      : agrees(deposit)
        ? 'Ready to close'
        : differenceWords(deposit)
    : `Closed ${shortDate(deposit.closedOn ?? '')}`;
  return (
    <li>
      <Link
        to={
          deposit.source === 'post'
            ? entryPlace(deposit.deposit, open ? member : '')
            : `/payments/files/${deposit.deposit}`
        }
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
