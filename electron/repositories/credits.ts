import type { ReadableDatabase } from '../db/connection.ts';
import { creditsOf } from '../db/credits.ts';

/** A payment of which something is credit. Whole cents. */
export interface PaymentCredit {
  readonly payment: number;
  readonly cents: number;
}

/** Every payment with credit, the oldest first. */
export function paymentsWithCredit({ sqlite }: ReadableDatabase): readonly PaymentCredit[] {
  return creditsOf(sqlite);
}
