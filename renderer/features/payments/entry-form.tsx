import { CornerDownLeft, UserPlus } from 'lucide-react';
import {
  type FormEvent,
  type KeyboardEvent,
  memo,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { PayingMember } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useActing } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Banner } from '../../components/notices.tsx';
import {
  amountCents,
  type Draft,
  type DraftField,
  draftProblem,
  isBlank,
  nextDraft,
  withMember,
} from './draft.ts';
import { MethodAndDay } from './method-and-day.tsx';
import { PayerField } from './payer-field.tsx';
import { ShareRows } from './share-rows.tsx';
import { enterCheque, type Unentered } from './unentered.ts';

/** What the screen may do to the form. */
export interface EntryDesk {
  /** Puts a cheque that was not entered into the form, to be corrected; false where another one is being typed. */
  takeUp(cheque: Unentered): boolean;
}

interface EntryFormProps {
  readonly ref: Ref<EntryDesk>;
  readonly deposit: number;
  readonly today: string;
  /** Whose payment it is that somebody came to enter: a member number, or empty. */
  readonly wanted: string;
  /** Whoever was wanted is in the form. */
  readonly onTaken: () => void;
}

/**
 * One cheque after the other: who, amount, number, Enter; `+` takes another member onto the same cheque. Enter in the last field sends the
 * cheque off and the form is free for the next: nobody waits for the office. Not drawn anew with each line that is entered meanwhile.
 */
export const EntryForm = memo(function EntryForm({ ref, deposit, today, wanted, onTaken }: EntryFormProps) {
  const [draft, setDraft] = useState<Draft>(() => nextDraft({ method: 'cheque', receivedOn: today }));
  const [tried, setTried] = useState(false);
  const [notEntered, setNotEntered] = useState<Pick<Unentered, 'state' | 'why'> | null>(null);
  const who = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const reference = useRef<HTMLInputElement>(null);
  const enter = useActing('payments.enter');

  useLayoutEffect(() => who.current?.focus(), []);

  const change = (next: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...next }));
    setNotEntered(null);
  };
  const problem = draftProblem(draft, today);
  const said = (field: string) => (tried && problem?.field === field ? problem.text : undefined);

  const onMember = (member: PayingMember) => {
    thenFocus(amount, () => {
      setDraft((now) => withMember(now, member));
      setNotEntered(null);
    });
    if (wanted !== '') onTaken();
  };
  const startAnew = (alongside?: () => void) =>
    thenFocus(who, () => {
      alongside?.();
      setDraft(nextDraft(draft));
      setTried(false);
      setNotEntered(null);
    });

  useImperativeHandle(ref, () => ({
    takeUp({ draft: typed, state, why }) {
      if (!isBlank(draft) || who.current?.value !== '') return false;
      thenFocus(state === 'doubtful' && typed.reference !== '' ? reference : amount, () => {
        setDraft(typed);
        setTried(true);
        setNotEntered({ state, why });
      });
      return true;
    },
  }));
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (problem !== null) return focusOn(problem.field);
    startAnew(() => void enterCheque(enter, deposit, draft, notEntered?.state === 'doubtful'));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === '+' && target !== who.current && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // The amount is the cheque's from now on, not what its members are expected to pay.
      thenFocus(who, () =>
        setDraft((now) => ({ ...now, typedAmount: now.typedAmount ?? centsText(amountCents(now)) })),
      );
    }
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      startAnew();
    }
  };
  const cents = amountCents(draft);
  const first = draft.shares.length === 0;

  return (
    <form className="entry" aria-label="Enter a payment" onSubmit={save} onKeyDown={onKeyDown}>
      <div className="entry__fields">
        <PayerField
          ref={who}
          label={first ? 'Who' : 'And who else'}
          hint="Scan the stub, or type a number or name"
          wanted={wanted}
          onMember={onMember}
          onEmpty={() => (first ? amount.current?.focus() : save())}
        />
        <TextField
          ref={amount}
          label="Amount"
          className="figures"
          inputMode="decimal"
          autoComplete="off"
          value={draft.typedAmount ?? (cents === null || cents === 0 ? '' : centsText(cents))}
          error={said('amount')}
          onFocus={(event) => event.target.select()}
          onChange={(event) => change({ typedAmount: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            if (draft.method !== 'cheque' || draft.reference !== '') return save();
            reference.current?.focus();
          }}
        />
        <TextField
          ref={reference}
          label={draft.method === 'cheque' ? 'Cheque number' : 'Reference'}
          autoComplete="off"
          value={draft.reference}
          error={said('reference')}
          onChange={(event) => change({ reference: event.target.value })}
        />
        <MethodAndDay draft={draft} today={today} problem={said('receivedOn')} onChange={change} />
        <Button type="submit" look="primary" icon={CornerDownLeft}>
          {cents === null || cents <= 0 ? 'Enter' : `Enter ${displayCents(cents)}`}
        </Button>
      </div>
      {notEntered === null ? null : (
        <Banner kind={notEntered.state === 'doubtful' ? 'warning' : 'error'}>
          {notEntered.why}{' '}
          {notEntered.state === 'doubtful'
            ? 'Press Enter to enter it all the same, or Esc to leave it.'
            : 'Correct it and press Enter, or Esc to leave it.'}
        </Banner>
      )}
      <ShareRows
        draft={draft}
        onType={(memberNo, typed) =>
          change({
            shares: draft.shares.map((share) =>
              share.member.memberNo === memberNo ? { ...share, typed } : share,
            ),
          })
        }
        onRemove={(memberNo) =>
          change({ shares: draft.shares.filter((share) => share.member.memberNo !== memberNo) })
        }
      />
      {first ? null : (
        <Button look="quiet" icon={UserPlus} onClick={() => who.current?.focus()}>
          Another member on this cheque (+)
        </Button>
      )}
    </form>
  );

  function focusOn(field: DraftField): void {
    if (field === 'amount') amount.current?.focus();
    if (field === 'reference') reference.current?.focus();
  }
});

/** Draws a change at once and then goes to a field, so that what is typed the next moment replaces what stands there. */
function thenFocus(field: { readonly current: HTMLInputElement | null }, change: () => void): void {
  flushSync(change);
  field.current?.focus();
  field.current?.select();
}

function centsText(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2);
}
