import { CornerDownLeft, UserPlus } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PAYMENT_METHODS } from '../../../shared/domain/codes.ts';
import type { DepositView, EntryWarning, PayingMember } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import {
  amountCents,
  type Draft,
  type DraftField,
  draftProblem,
  nextDraft,
  toEnter,
  withMember,
} from './draft.ts';
import { methodOf } from './draft-fields.tsx';
import { METHOD_WORDS } from './method-words.ts';
import { PayerField } from './payer-field.tsx';
import { ShareRows } from './share-rows.tsx';

interface EntryFormProps {
  readonly deposit: DepositView;
  readonly today: string;
  /** Whose payment it is that somebody came to enter: a member number, or empty. */
  readonly wanted: string;
  /** Whoever was wanted is in the form. */
  readonly onTaken: () => void;
}

/** One cheque after the other: who, amount, number, Enter; `+` takes another member onto the same cheque. */
export function EntryForm({ deposit, today, wanted, onTaken }: EntryFormProps) {
  const [draft, setDraft] = useState<Draft>(() => nextDraft({ method: 'cheque', receivedOn: today }));
  const [tried, setTried] = useState(false);
  const [doubtful, setDoubtful] = useState<readonly EntryWarning[]>([]);
  const who = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const reference = useRef<HTMLInputElement>(null);
  const enter = useAct('payments.enter');

  useEffect(() => who.current?.focus(), []);

  const change = (next: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...next }));
    setDoubtful([]);
  };
  const problem = draftProblem(draft, today);
  const said = (field: string) => (tried && problem?.field === field ? problem.text : undefined);

  const onMember = (member: PayingMember) => {
    thenFocus(amount, () => {
      setDraft((now) => withMember(now, member));
      setDoubtful([]);
    });
    if (wanted !== '') onTaken();
  };
  const startAnew = () =>
    thenFocus(who, () => {
      setDraft(nextDraft(draft));
      setTried(false);
      setDoubtful([]);
    });
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (enter.isPending) return;
    if (problem !== null) return focusOn(problem.field);
    enter.mutate(toEnter(draft, deposit.deposit, doubtful.length > 0), {
      onSuccess: ({ entry, warnings }) => {
        if (entry === null) return setDoubtful(warnings);
        startAnew();
      },
    });
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
        <Select
          label="Method"
          value={draft.method}
          options={PAYMENT_METHODS.map((value) => ({ value, text: METHOD_WORDS[value] }))}
          onChange={(event) => change({ method: methodOf(event.target.value) })}
        />
        <TextField
          label="Received"
          type="date"
          max={today}
          value={draft.receivedOn}
          error={said('receivedOn')}
          onChange={(event) => change({ receivedOn: event.target.value })}
        />
        <Button type="submit" look="primary" icon={CornerDownLeft} busy={enter.isPending}>
          {cents === null || cents <= 0 ? 'Enter' : `Enter ${displayCents(cents)}`}
        </Button>
      </div>
      {doubtful.length === 0 ? null : (
        <Banner kind="warning">
          {doubtful.map(({ text }) => text).join(' ')} Press Enter again to enter it all the same, or Esc to
          leave it.
        </Banner>
      )}
      {enter.error === null ? null : <ErrorBanner error={toErrorShape(enter.error)} />}
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
}

/** Draws a change at once and then goes to a field, so that what is typed the next moment replaces what stands there. */
function thenFocus(field: { readonly current: HTMLInputElement | null }, change: () => void): void {
  flushSync(change);
  field.current?.focus();
  field.current?.select();
}

function centsText(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2);
}
