import type { QueryClient } from '@tanstack/react-query';
import type { DepositView, EnterOutcome } from '../../shared/domain/payments.ts';
import type { AnswerOf, ChannelName } from '../../shared/ipc/contract.ts';

/** What an action's answer says of answers that are remembered: they are amended by it, and not asked for again. */
interface Amendment<Act extends ChannelName> {
  readonly of: ChannelName;
  amend(client: QueryClient, answer: AnswerOf<Act>): void;
}

const AMENDMENTS: { readonly [Act in ChannelName]?: Amendment<Act> } = {
  'payments.enter': {
    of: 'payments.deposit',
    amend(client, { entry, deposit }) {
      if (entry === null) return;
      const queryKey = ['payments.deposit', { deposit: deposit.deposit }];
      // One that is on its way just then may be from before.
      const onItsWay = client.getQueryState(queryKey)?.fetchStatus === 'fetching';
      client.setQueryData<DepositView>(queryKey, (known) =>
        known === undefined ? undefined : withEntry(known, entry, deposit),
      );
      if (onItsWay) void client.invalidateQueries({ queryKey, exact: true });
    },
  },
};

/** Amends what is remembered by the answer of an action. */
export function amendBy<Act extends ChannelName>(client: QueryClient, act: Act, answer: AnswerOf<Act>): void {
  const amendment: Amendment<Act> | undefined = AMENDMENTS[act];
  amendment?.amend(client, answer);
}

/** Whether the answers of a channel are amended by what the action answers, so that its change does not make them stale. */
export function isAmended(channel: string, by: ChannelName): boolean {
  return AMENDMENTS[by]?.of === channel;
}

/** A deposit with one more entry, as the office has it then. */
export function withEntry(
  known: DepositView,
  entry: NonNullable<EnterOutcome['entry']>,
  summary: EnterOutcome['deposit'],
): DepositView {
  // What was asked for since has the entry, and what came after it, already.
  if (known.entries.some(({ remittance }) => remittance === entry.remittance)) return known;
  return { ...known, ...summary, entries: [...known.entries, entry] };
}
