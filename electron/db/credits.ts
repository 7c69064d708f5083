import type BetterSqlite3 from 'better-sqlite3';

/** How many payments are looked through at a time: some 40 ms. */
export const PAYMENTS_AT_A_TIME = 50_000;

/** The highest number of a payment; 0 where there is none. */
export function lastPayment(sqlite: BetterSqlite3.Database): number {
  return sqlite.prepare<[], number | null>('SELECT max(id) FROM payment').pluck().get() ?? 0;
}

/**
 * Payments with credit among those from one number to another, by number. What is credit the view `payment_credit` says; it is asked
 * only about payments that were not allocated to the cent, or of which something was released.
 */
export function creditsBetween(
  sqlite: BetterSqlite3.Database,
  first: number,
  last: number,
): readonly { payment: number; cents: number }[] {
  return sqlite
    .prepare<{ first: number; last: number }, { payment: number; cents: number }>(
      `WITH loose (id) AS (
         SELECT p.id FROM payment p WHERE p.id BETWEEN @first AND @last
         AND p.amount_cents <> ifnull((SELECT sum(a.amount_cents) FROM payment_allocation a WHERE a.payment_id = p.id), 0)
         UNION SELECT payment_id FROM allocation_release WHERE payment_id BETWEEN @first AND @last
       )
       SELECT c.payment_id AS payment, c.cents FROM loose JOIN payment_credit c ON c.payment_id = loose.id
       WHERE c.cents > 0 ORDER BY c.payment_id`,
    )
    .all({ first, last });
}
