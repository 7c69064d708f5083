import type BetterSqlite3 from 'better-sqlite3';

/**
 * Payments with credit, the oldest first. What is credit the view `payment_credit` says; it is asked only about payments that were not
 * allocated to the cent, or of which something was released, since asking it of every payment of many years takes seconds.
 */
export function creditsOf(sqlite: BetterSqlite3.Database): readonly { payment: number; cents: number }[] {
  return sqlite
    .prepare<[], { payment: number; cents: number }>(
      `WITH loose (id) AS (
         SELECT p.id FROM payment p
         WHERE p.amount_cents <> ifnull((SELECT sum(a.amount_cents) FROM payment_allocation a WHERE a.payment_id = p.id), 0)
         UNION SELECT payment_id FROM allocation_release
       )
       SELECT c.payment_id AS payment, c.cents FROM loose JOIN payment_credit c ON c.payment_id = loose.id
       WHERE c.cents > 0 ORDER BY c.payment_id`,
    )
    .all();
}
