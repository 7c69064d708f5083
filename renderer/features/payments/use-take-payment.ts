import { useState } from 'react';
import type { EntryWarning } from '../../../shared/domain/payments.ts';
import { useAct } from '../../api/use-act.ts';
import type { readControl } from './control-fields.tsx';
import { type Draft, toEnter } from './draft.ts';

/** The deposit that a payment goes into: one that is open, or one that is opened for it. */
type Into = { readonly deposit: number } | { readonly open: ReturnType<typeof readControl> };

/**
 * Enters one payment into a deposit, opening it first where it is a new one. What looks like an earlier one is entered only when it is
 * entered a second time; the deposit opened for it is not opened again.
 */
export function useTakePayment(onBusy: (busy: boolean) => void) {
  const open = useAct('payments.openDeposit');
  const enter = useAct('payments.enter');
  const [doubtful, setDoubtful] = useState<readonly EntryWarning[]>([]);
  const opened = open.data?.deposit ?? null;

  const enterInto = (draft: Draft, deposit: number, onEntered: (entered: { deposit: number }) => void) =>
    enter.mutate(toEnter(draft, deposit, doubtful.length > 0), {
      onSuccess: ({ entry, warnings }) => {
        if (entry !== null) return onEntered({ deposit });
        onBusy(false);
        setDoubtful(warnings);
      },
      onError: () => onBusy(false),
    });
  return {
    doubtful,
    error: open.error ?? enter.error,
    doubtNothing: () => setDoubtful([]),
    enter(draft: Draft, into: Into, onEntered: (entered: { deposit: number }) => void) {
      if (open.isPending || enter.isPending) return;
      onBusy(true);
      if ('deposit' in into) return enterInto(draft, into.deposit, onEntered);
      if (opened !== null) return enterInto(draft, opened, onEntered);
      if (into.open === null) return onBusy(false);
      open.mutate(into.open, {
        onSuccess: ({ deposit }) => enterInto(draft, deposit, onEntered),
        onError: () => onBusy(false),
      });
    },
  };
}
