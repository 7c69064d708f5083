import type { Migration } from './migration.ts';

/**
 * Fees that are changed by hand, the morning's post in deposits, and counter-entries instead of erasures. What money does is never altered or deleted: a mistake is met by an entry against it, and the view `ledger` is the
 * double entry of it all.
 */
export const money: Migration = {
  name: '0003-money',
  sql: /* sql */ `
-- Fees. A voided invoice is withdrawn: its year counts as not invoiced.
ALTER TABLE annual_fee ADD COLUMN voided_on TEXT CHECK (voided_on IS date(voided_on));
DROP INDEX annual_fee_facts;
CREATE INDEX annual_fee_facts ON annual_fee (certification_id, year_start, amount_cents, paid_cents, waived, voided_on);
CREATE INDEX annual_fee_voided ON annual_fee (certification_id, year_start) WHERE voided_on IS NOT NULL;
CREATE TRIGGER annual_fee_kept BEFORE DELETE ON annual_fee BEGIN SELECT RAISE(ABORT, 'a fee is never deleted'); END;
CREATE TRIGGER annual_fee_void BEFORE UPDATE ON annual_fee
WHEN NEW.voided_on IS NOT NULL AND (NEW.paid_cents > 0 OR NEW.waived = 1)
BEGIN SELECT RAISE(ABORT, 'a fee with a payment or a waiver cannot be void'); END;

-- What was done to a fee by hand, with the ledger's view of it: cents the member owes more (or, negative, less) by it.
CREATE TABLE fee_change (
  id INTEGER PRIMARY KEY,
  annual_fee_id INTEGER NOT NULL REFERENCES annual_fee (id),
  kind TEXT NOT NULL CHECK (kind IN ('invoiced','adjusted','waived','unwaived','voided','reissued')),
  changed_on TEXT NOT NULL CHECK (changed_on IS date(changed_on)),
  cents INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  approved_by TEXT CHECK (approved_by <> ''),
  actor TEXT NOT NULL,
  CHECK (kind NOT IN ('waived','unwaived') OR approved_by IS NOT NULL)
) STRICT;
CREATE INDEX fee_change_by_fee ON fee_change (annual_fee_id, id);
CREATE TRIGGER fee_change_kept BEFORE DELETE ON fee_change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fee_change_fixed BEFORE UPDATE ON fee_change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- A deposit: what goes to the bank together. Post is counted and totalled by hand before it is entered; a file brings its own totals.
CREATE TABLE deposit (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('post','portal','lockbox')),
  opened_on TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
  control_count INTEGER NOT NULL CHECK (control_count >= 0),
  control_cents INTEGER NOT NULL CHECK (control_cents >= 0),
  file_name TEXT,
  file_sha256 TEXT UNIQUE CHECK (length(file_sha256) = 64),
  opened_by TEXT NOT NULL,
  closed_on TEXT CHECK (closed_on IS date(closed_on) AND closed_on >= opened_on),
  closed_by TEXT,
  CHECK ((closed_on IS NULL) = (closed_by IS NULL))
) STRICT;
CREATE INDEX deposit_open ON deposit (id) WHERE closed_on IS NULL;

-- One cheque, card or cash receipt, or line of a file. What its payments do not use is not yet assigned to anyone.
CREATE TABLE remittance (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  position INTEGER NOT NULL CHECK (position > 0),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  reference TEXT NOT NULL DEFAULT '',
  payer TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  entered_by TEXT NOT NULL,
  UNIQUE (deposit_id, position)
) STRICT;
CREATE INDEX remittance_by_day ON remittance (received_on, method);
CREATE INDEX remittance_by_reference ON remittance (reference) WHERE reference <> '';
ALTER TABLE payment ADD COLUMN remittance_id INTEGER REFERENCES remittance (id);
CREATE INDEX payment_by_remittance ON payment (remittance_id) WHERE remittance_id IS NOT NULL;
CREATE INDEX payment_by_day ON payment (received_on, method);

-- Counter-entries.
CREATE TABLE allocation_release (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL,
  annual_fee_id INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  released_on TEXT NOT NULL CHECK (released_on IS date(released_on)),
  UNIQUE (payment_id, annual_fee_id),
  FOREIGN KEY (payment_id, annual_fee_id) REFERENCES payment_allocation (payment_id, annual_fee_id)
) STRICT;
CREATE INDEX allocation_release_by_fee ON allocation_release (annual_fee_id);
CREATE TRIGGER allocation_release_whole BEFORE INSERT ON allocation_release
WHEN NEW.amount_cents <> (SELECT amount_cents FROM payment_allocation WHERE payment_id = NEW.payment_id AND annual_fee_id = NEW.annual_fee_id)
BEGIN SELECT RAISE(ABORT, 'an allocation is released whole'); END;
CREATE TRIGGER allocation_released AFTER INSERT ON allocation_release BEGIN
  UPDATE annual_fee SET paid_cents = paid_cents - NEW.amount_cents WHERE id = NEW.annual_fee_id;
END;

CREATE TABLE payment_reversal (
  payment_id INTEGER PRIMARY KEY REFERENCES payment (id),
  kind TEXT NOT NULL CHECK (kind IN ('mis-keyed','bounced','moved')),
  reversed_on TEXT NOT NULL CHECK (reversed_on IS date(reversed_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX payment_reversal_by_day ON payment_reversal (reversed_on);

CREATE TABLE remittance_reversal (
  remittance_id INTEGER PRIMARY KEY REFERENCES remittance (id),
  kind TEXT NOT NULL CHECK (kind IN ('mis-keyed','bounced')),
  reversed_on TEXT NOT NULL CHECK (reversed_on IS date(reversed_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX remittance_reversal_by_day ON remittance_reversal (reversed_on);

-- PB-FEE-1: the annual fee is not refundable; a refund is an exception that somebody answers for.
CREATE TABLE refund (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  refunded_on TEXT NOT NULL CHECK (refunded_on IS date(refunded_on)),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  reference TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  approved_by TEXT NOT NULL CHECK (approved_by <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX refund_by_payment ON refund (payment_id);

-- Cents of a payment that are credit: not allocated, not refunded, and nothing once it is reversed.
CREATE VIEW payment_credit AS
SELECT p.id AS payment_id, p.certification_id,
  CASE WHEN EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = p.id) THEN 0 ELSE
    p.amount_cents
    - ifnull((SELECT sum(amount_cents) FROM payment_allocation a WHERE a.payment_id = p.id), 0)
    + ifnull((SELECT sum(amount_cents) FROM allocation_release r WHERE r.payment_id = p.id), 0)
    - ifnull((SELECT sum(amount_cents) FROM refund f WHERE f.payment_id = p.id), 0)
  END AS cents
FROM payment p;

-- Cents of a remittance that no payment has: who it is for is still to be found.
CREATE VIEW remittance_unassigned AS
SELECT m.id AS remittance_id, m.deposit_id,
  CASE WHEN EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = m.id) THEN 0 ELSE
    m.amount_cents - ifnull((SELECT sum(p.amount_cents) FROM payment p WHERE p.remittance_id = m.id
      AND NOT EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = p.id)), 0)
  END AS cents
FROM remittance m;

CREATE TRIGGER payment_allocation_covered BEFORE INSERT ON payment_allocation
WHEN NEW.amount_cents > (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more is allocated than the payment has left'); END;
CREATE TRIGGER refund_covered BEFORE INSERT ON refund
WHEN NEW.amount_cents > (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more is refunded than the payment has left'); END;
CREATE TRIGGER payment_reversal_clear BEFORE INSERT ON payment_reversal
WHEN (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id) <> (SELECT amount_cents FROM payment WHERE id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'a payment is reversed only when nothing of it is allocated or refunded any more'); END;
CREATE TRIGGER remittance_reversal_clear BEFORE INSERT ON remittance_reversal
WHEN (SELECT cents FROM remittance_unassigned WHERE remittance_id = NEW.remittance_id) <> (SELECT amount_cents FROM remittance WHERE id = NEW.remittance_id)
BEGIN SELECT RAISE(ABORT, 'a remittance is reversed only after its payments'); END;
CREATE TRIGGER payment_within_remittance BEFORE INSERT ON payment
WHEN NEW.remittance_id IS NOT NULL AND NEW.amount_cents > (SELECT cents FROM remittance_unassigned WHERE remittance_id = NEW.remittance_id)
BEGIN SELECT RAISE(ABORT, 'the payments of a remittance come to more than it is'); END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment WHEN OLD.import_id IS NULL
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payment_fixed BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER allocation_release_kept BEFORE DELETE ON allocation_release BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER allocation_release_fixed BEFORE UPDATE ON allocation_release BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payment_reversal_kept BEFORE DELETE ON payment_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payment_reversal_fixed BEFORE UPDATE ON payment_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER remittance_kept BEFORE DELETE ON remittance BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER remittance_fixed BEFORE UPDATE ON remittance BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER remittance_late BEFORE INSERT ON remittance
WHEN (SELECT closed_on FROM deposit WHERE id = NEW.deposit_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the deposit is closed'); END;
CREATE TRIGGER remittance_reversal_kept BEFORE DELETE ON remittance_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER remittance_reversal_fixed BEFORE UPDATE ON remittance_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER refund_kept BEFORE DELETE ON refund BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER refund_fixed BEFORE UPDATE ON refund BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- What a deposit holds: remittances but those mis-keyed, which the bank never saw.
CREATE VIEW deposit_total AS
SELECT d.id AS deposit_id, count(m.id) AS remittances, ifnull(sum(m.amount_cents), 0) AS cents
FROM deposit d LEFT JOIN remittance m ON m.deposit_id = d.id
  AND NOT EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = m.id AND v.kind = 'mis-keyed')
GROUP BY d.id;
CREATE TRIGGER deposit_balanced BEFORE UPDATE OF closed_on ON deposit
WHEN NEW.closed_on IS NOT NULL AND OLD.closed_on IS NULL
  AND (NEW.control_count <> (SELECT remittances FROM deposit_total WHERE deposit_id = NEW.id)
    OR NEW.control_cents <> (SELECT cents FROM deposit_total WHERE deposit_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'the deposit does not agree with its control count and total'); END;
CREATE TRIGGER deposit_closed BEFORE UPDATE ON deposit WHEN OLD.closed_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the deposit is closed'); END;
CREATE TRIGGER deposit_kept BEFORE DELETE ON deposit BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- A line of the portal's or the bank's file; its transaction reference is entered once.
CREATE TABLE receipt_line (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  source TEXT NOT NULL CHECK (source IN ('portal','lockbox')),
  row INTEGER NOT NULL CHECK (row > 0),
  transaction_reference TEXT NOT NULL CHECK (transaction_reference <> ''),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  member_no TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL CHECK (outcome IN ('matched','unmatched','doubtful')),
  why TEXT NOT NULL DEFAULT '',
  suggested_member_id INTEGER REFERENCES member (id),
  remittance_id INTEGER NOT NULL UNIQUE REFERENCES remittance (id),
  UNIQUE (source, transaction_reference)
) STRICT;
CREATE INDEX receipt_line_by_deposit ON receipt_line (deposit_id, row);

-- When credit of a payment was put to a fee; null = with the payment.
ALTER TABLE payment_allocation ADD COLUMN allocated_on TEXT CHECK (allocated_on IS date(allocated_on));

-- Double entry of everything above, all amounts positive. Accounts: bank, unassigned, credit, receivable, fee-income, waived.
CREATE VIEW ledger AS
SELECT f.invoiced_on AS entered_on, 'fee-invoiced' AS kind, f.certification_id, f.id AS source_id, 'receivable' AS debit, 'fee-income' AS credit,
    CASE WHEN f.voided_on IS NULL THEN f.amount_cents ELSE 0 END
      - ifnull((SELECT sum(c.cents) FROM fee_change c WHERE c.annual_fee_id = f.id AND c.kind IN ('adjusted','voided','reissued')), 0) AS cents,
    NULL AS method, '' AS reference
  FROM annual_fee f
UNION ALL SELECT f.invoiced_on, 'fee-waived', f.certification_id, f.id, 'waived', 'receivable', f.amount_cents - f.paid_cents, NULL, ''
  FROM annual_fee f WHERE f.waived = 1 AND NOT EXISTS (SELECT 1 FROM fee_change c WHERE c.annual_fee_id = f.id AND c.kind = 'waived')
UNION ALL SELECT c.changed_on, 'fee-' || c.kind, f.certification_id, f.id,
    CASE WHEN c.cents >= 0 THEN 'receivable' WHEN c.kind IN ('waived','unwaived') THEN 'waived' ELSE 'fee-income' END,
    CASE WHEN c.cents < 0 THEN 'receivable' WHEN c.kind IN ('waived','unwaived') THEN 'waived' ELSE 'fee-income' END,
    abs(c.cents), NULL, c.reason
  FROM fee_change c JOIN annual_fee f ON f.id = c.annual_fee_id WHERE c.kind <> 'invoiced'
UNION ALL SELECT m.received_on, 'remittance', NULL, m.id, 'bank', 'unassigned', m.amount_cents, m.method, m.reference FROM remittance m
UNION ALL SELECT v.reversed_on, 'remittance-' || v.kind, NULL, m.id, 'unassigned', 'bank', m.amount_cents, m.method, m.reference
  FROM remittance_reversal v JOIN remittance m ON m.id = v.remittance_id
UNION ALL SELECT p.received_on, 'payment', p.certification_id, p.id,
    CASE WHEN p.remittance_id IS NULL THEN 'bank' ELSE 'unassigned' END, 'credit', p.amount_cents, p.method, p.reference FROM payment p
UNION ALL SELECT v.reversed_on, 'payment-' || v.kind, p.certification_id, p.id,
    'credit', CASE WHEN p.remittance_id IS NULL THEN 'bank' ELSE 'unassigned' END, p.amount_cents, p.method, p.reference
  FROM payment_reversal v JOIN payment p ON p.id = v.payment_id
UNION ALL SELECT coalesce(a.allocated_on, p.received_on), 'allocation', p.certification_id, p.id, 'credit', 'receivable', a.amount_cents, p.method, p.reference
  FROM payment_allocation a JOIN payment p ON p.id = a.payment_id
UNION ALL SELECT r.released_on, 'allocation-released', p.certification_id, p.id, 'receivable', 'credit', r.amount_cents, p.method, p.reference
  FROM allocation_release r JOIN payment p ON p.id = r.payment_id
UNION ALL SELECT r.refunded_on, 'refund', p.certification_id, p.id, 'credit', 'bank', r.amount_cents, r.method, r.reference
  FROM refund r JOIN payment p ON p.id = r.payment_id;
`,
};
