import type { ReadableDatabase } from '../db/connection.ts';
import { creditsBetween, lastPayment, PAYMENTS_AT_A_TIME } from '../db/credits.ts';

/** A payment of which something is credit. Whole cents. */
export interface PaymentCredit {
  readonly payment: number;
  readonly cents: number;
}

/** Every payment with credit, the first entered first; gives way between pieces, since the payments of many years are looked through. */
export async function paymentsWithCredit(
  { sqlite }: ReadableDatabase,
  giveWay: () => Promise<void>,
): Promise<readonly PaymentCredit[]> {
  const found: PaymentCredit[] = [];
  const last = lastPayment(sqlite);
  for (let first = 1; first <= last; first += PAYMENTS_AT_A_TIME) {
    found.push(...creditsBetween(sqlite, first, first + PAYMENTS_AT_A_TIME - 1));
    await giveWay();
  }
  return found;
}
