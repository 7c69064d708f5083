import type { DepositSource } from '../../../shared/domain/ledger.ts';
import type { DepositSummary } from '../../../shared/domain/payments.ts';
import { displayDate } from '../../../shared/util/dates.ts';

const SOURCES: Readonly<Record<DepositSource, string>> = {
  post: 'Post',
  portal: 'Portal file',
  lockbox: 'Lockbox file',
};

/** `Deposit 12 · Post of 22 November 2026` */
export function depositTitle({
  deposit,
  source,
  openedOn,
}: Pick<DepositSummary, 'deposit' | 'source' | 'openedOn'>): string {
  return `Deposit ${deposit} · ${SOURCES[source]} of ${displayDate(openedOn)}`;
}

export function sourceWord(source: DepositSource): string {
  return SOURCES[source];
}
