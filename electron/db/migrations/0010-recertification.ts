import type { Migration } from './migration.ts';

/**
 * Applications for recertification from the post to the badge, their fee in the one double entry, and the felony question apart from
 * everything else. What was unmet before a recertification is written off by an entry of its own.
 */
export const recertification: Migration = {
  name: '0010-recertification',
  sql: /* sql */ `
-- Where an application stands. It is open until it is denied, withdrawn, or the badge is asked for.
ALTER TABLE recertification_application ADD COLUMN status TEXT NOT NULL DEFAULT 'received' CHECK (status IN
  ('received','incomplete','under-review','approved','denied','authorised','scheduled','passed','failed','badge','withdrawn'));
-- The day on the signature under the attestation; null while it is not signed and dated.
ALTER TABLE recertification_application ADD COLUMN attested_on TEXT CHECK (attested_on IS date(attested_on));
-- By which current route the applicant is eligible (SC-LAPSE-0, SC-RECERT-4), and when that was looked at.
ALTER TABLE recertification_application ADD COLUMN eligible_by TEXT CHECK (trim(eligible_by) <> '');
ALTER TABLE recertification_application ADD COLUMN eligible_checked_on TEXT CHECK (eligible_checked_on IS date(eligible_checked_on));
ALTER TABLE recertification_application ADD COLUMN felony_answered INTEGER NOT NULL DEFAULT 0 CHECK (felony_answered IN (0, 1));
UPDATE recertification_application SET status = CASE
  WHEN (SELECT recertified_on FROM certification c WHERE c.id = certification_id) >= received_on THEN 'badge' ELSE 'withdrawn' END
  WHERE closed_on IS NOT NULL;
CREATE INDEX recertification_application_by_status ON recertification_application (status, received_on);
CREATE INDEX recertification_application_by_certification ON recertification_application (certification_id, received_on);
CREATE TRIGGER recertification_application_closed BEFORE UPDATE ON recertification_application
WHEN (NEW.status IN ('denied','withdrawn','badge')) <> (NEW.closed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an application is closed when it is denied, withdrawn or has its badge, and only then'); END;
CREATE TRIGGER recertification_application_kept BEFORE DELETE ON recertification_application
BEGIN SELECT RAISE(ABORT, 'an application is never deleted'); END;

-- Points listed on an application by CCP, each with its proof.
CREATE TABLE recertification_points (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  category TEXT NOT NULL CHECK (category IN ('professional-education','formal-education','employment-verification','authorship','instructional-presentation','organizational-participation')),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  completed_on TEXT CHECK (completed_on IS date(completed_on)),
  employed_from TEXT CHECK (employed_from IS date(employed_from)),
  employed_to TEXT CHECK (employed_to IS date(employed_to) AND employed_to >= employed_from),
  points REAL NOT NULL CHECK (points > 0),
  criteria INTEGER NOT NULL CHECK (criteria BETWEEN 0 AND 7),
  -- When the proof came: for employment, the employment verification form.
  proof_on TEXT CHECK (proof_on IS date(proof_on)),
  refused_why TEXT CHECK (trim(refused_why) <> ''),
  withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
  CHECK (CASE category WHEN 'employment-verification' THEN completed_on IS NULL AND employed_from IS NOT NULL
                       ELSE completed_on IS NOT NULL AND employed_from IS NULL AND employed_to IS NULL END)
) STRICT;
CREATE INDEX recertification_points_by_application ON recertification_points (application_id, id);
CREATE TRIGGER recertification_points_kept BEFORE DELETE ON recertification_points
BEGIN SELECT RAISE(ABORT, 'points of an application are withdrawn, never deleted'); END;

-- The felony question, read only by those who may. No export, list or history names anything of it.
CREATE TABLE recertification_felony (
  application_id INTEGER PRIMARY KEY REFERENCES recertification_application (id),
  answer TEXT NOT NULL CHECK (answer IN ('no','yes')),
  happened_on TEXT NOT NULL DEFAULT '',
  nature TEXT NOT NULL DEFAULT '',
  court TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  CHECK (answer = 'yes' OR (happened_on = '' AND nature = '' AND court = '' AND outcome = ''))
) STRICT;

CREATE TABLE recertification_attempt (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  number INTEGER NOT NULL CHECK (number > 0),
  exam_on TEXT NOT NULL CHECK (exam_on IS date(exam_on)),
  place TEXT NOT NULL DEFAULT '',
  outcome TEXT CHECK (outcome IN ('passed','failed','cancelled')),
  outcome_on TEXT CHECK (outcome_on IS date(outcome_on)),
  UNIQUE (application_id, number),
  CHECK ((outcome IS NULL) = (outcome_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX recertification_attempt_open ON recertification_attempt (application_id) WHERE outcome IS NULL;

-- The trail: every step with who, when and why.
CREATE TABLE recertification_step (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  from_status TEXT,
  to_status TEXT NOT NULL,
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  reason TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX recertification_step_by_application ON recertification_step (application_id, id);
CREATE TRIGGER recertification_step_kept BEFORE DELETE ON recertification_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER recertification_step_fixed BEFORE UPDATE ON recertification_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

-- Letters, the certificate and the card: the very PDF is kept under its hash in documents/.
CREATE TABLE recertification_paper (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  kind TEXT NOT NULL CHECK (kind IN ('recertification-missing','recertification-denied','certificate','wallet-card')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX recertification_paper_by_application ON recertification_paper (application_id, id);
CREATE TRIGGER recertification_paper_kept BEFORE DELETE ON recertification_paper BEGIN SELECT RAISE(ABORT, 'what was given out stays on record'); END;

-- The fee of an application, and what payments settled of it.
CREATE TABLE recertification_fee (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL UNIQUE REFERENCES recertification_application (id),
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  invoiced_on TEXT NOT NULL CHECK (invoiced_on IS date(invoiced_on)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents >= 0 AND paid_cents <= amount_cents),
  voided_on TEXT CHECK (voided_on IS date(voided_on)),
  CHECK (voided_on IS NULL OR paid_cents = 0)
) STRICT;
CREATE INDEX recertification_fee_by_certification ON recertification_fee (certification_id);
CREATE TRIGGER recertification_fee_kept BEFORE DELETE ON recertification_fee BEGIN SELECT RAISE(ABORT, 'a fee is never deleted'); END;

CREATE TABLE recertification_allocation (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  recertification_fee_id INTEGER NOT NULL REFERENCES recertification_fee (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  allocated_on TEXT NOT NULL CHECK (allocated_on IS date(allocated_on)),
  released_on TEXT CHECK (released_on IS date(released_on) AND released_on >= allocated_on)
) STRICT;
CREATE UNIQUE INDEX recertification_allocation_standing ON recertification_allocation (payment_id, recertification_fee_id) WHERE released_on IS NULL;
CREATE INDEX recertification_allocation_by_payment ON recertification_allocation (payment_id);
CREATE INDEX recertification_allocation_by_fee ON recertification_allocation (recertification_fee_id);

-- Written off: what was unmet before a recertification no longer counts (policy.md C7). A kind of its own beside the waiver.
DROP VIEW ledger;
CREATE TEMP TABLE fee_change_before AS SELECT * FROM fee_change;
DROP TABLE fee_change;
CREATE TABLE fee_change (
  id INTEGER PRIMARY KEY,
  annual_fee_id INTEGER NOT NULL REFERENCES annual_fee (id),
  kind TEXT NOT NULL CHECK (kind IN ('invoiced','adjusted','waived','unwaived','voided','reissued','written-off')),
  changed_on TEXT NOT NULL CHECK (changed_on IS date(changed_on)),
  cents INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  approved_by TEXT CHECK (approved_by <> ''),
  actor TEXT NOT NULL,
  CHECK (kind NOT IN ('waived','unwaived') OR approved_by IS NOT NULL)
) STRICT;
INSERT INTO fee_change SELECT * FROM fee_change_before;
DROP TABLE fee_change_before;
CREATE INDEX fee_change_by_fee ON fee_change (annual_fee_id, id);
CREATE TRIGGER fee_change_kept BEFORE DELETE ON fee_change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER fee_change_fixed BEFORE UPDATE ON fee_change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Credit is what neither an annual fee nor a recertification has used.
DROP VIEW payment_credit;
CREATE VIEW payment_credit AS
SELECT p.id AS payment_id, p.certification_id,
  CASE WHEN EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = p.id) THEN 0 ELSE
    p.amount_cents
    - ifnull((SELECT sum(amount_cents) FROM payment_allocation a WHERE a.payment_id = p.id), 0)
    + ifnull((SELECT sum(amount_cents) FROM allocation_release r WHERE r.payment_id = p.id), 0)
    - ifnull((SELECT sum(amount_cents) FROM recertification_allocation a WHERE a.payment_id = p.id AND a.released_on IS NULL), 0)
    - ifnull((SELECT sum(amount_cents) FROM refund f WHERE f.payment_id = p.id), 0)
  END AS cents
FROM payment p;

CREATE TRIGGER recertification_allocation_covered BEFORE INSERT ON recertification_allocation
WHEN NEW.amount_cents > (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more is allocated than the payment has left'); END;
CREATE TRIGGER recertification_allocation_added AFTER INSERT ON recertification_allocation BEGIN
  UPDATE recertification_fee SET paid_cents = paid_cents + NEW.amount_cents WHERE id = NEW.recertification_fee_id;
END;
CREATE TRIGGER recertification_allocation_fixed BEFORE UPDATE ON recertification_allocation
WHEN OLD.released_on IS NOT NULL OR NEW.released_on IS NULL OR NEW.id IS NOT OLD.id OR NEW.payment_id IS NOT OLD.payment_id
  OR NEW.recertification_fee_id IS NOT OLD.recertification_fee_id OR NEW.amount_cents IS NOT OLD.amount_cents
  OR NEW.allocated_on IS NOT OLD.allocated_on
BEGIN SELECT RAISE(ABORT, 'an allocation is released whole and once, never changed'); END;
CREATE TRIGGER recertification_allocation_released AFTER UPDATE OF released_on ON recertification_allocation BEGIN
  UPDATE recertification_fee SET paid_cents = paid_cents - NEW.amount_cents WHERE id = NEW.recertification_fee_id;
END;
CREATE TRIGGER recertification_allocation_kept BEFORE DELETE ON recertification_allocation
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Double entry, all amounts positive. Accounts: bank, unassigned, credit, receivable, fee-income, waived, written-off, recertification-income.
CREATE VIEW ledger AS
SELECT f.invoiced_on AS entered_on, 'fee-invoiced' AS kind, f.certification_id, f.id AS source_id, 'receivable' AS debit, 'fee-income' AS credit,
    CASE WHEN f.voided_on IS NULL THEN f.amount_cents ELSE 0 END
      - ifnull((SELECT sum(c.cents) FROM fee_change c WHERE c.annual_fee_id = f.id AND c.kind IN ('adjusted','voided','reissued')), 0) AS cents,
    NULL AS method, '' AS reference
  FROM annual_fee f
UNION ALL SELECT f.invoiced_on, 'fee-waived', f.certification_id, f.id, 'waived', 'receivable', f.amount_cents - f.paid_cents, NULL, ''
  FROM annual_fee f WHERE f.waived = 1 AND NOT EXISTS (SELECT 1 FROM fee_change c WHERE c.annual_fee_id = f.id AND c.kind IN ('waived','written-off'))
UNION ALL SELECT c.changed_on, 'fee-' || c.kind, f.certification_id, f.id,
    CASE WHEN c.cents >= 0 THEN 'receivable' WHEN c.kind = 'written-off' THEN 'written-off' WHEN c.kind IN ('waived','unwaived') THEN 'waived' ELSE 'fee-income' END,
    CASE WHEN c.cents < 0 THEN 'receivable' WHEN c.kind = 'written-off' THEN 'written-off' WHEN c.kind IN ('waived','unwaived') THEN 'waived' ELSE 'fee-income' END,
    abs(c.cents), NULL, c.reason
  FROM fee_change c JOIN annual_fee f ON f.id = c.annual_fee_id WHERE c.kind <> 'invoiced'
UNION ALL SELECT f.invoiced_on, 'recertification-invoiced', f.certification_id, f.id, 'receivable', 'recertification-income', f.amount_cents, NULL, ''
  FROM recertification_fee f
UNION ALL SELECT f.voided_on, 'recertification-voided', f.certification_id, f.id, 'recertification-income', 'receivable', f.amount_cents, NULL, ''
  FROM recertification_fee f WHERE f.voided_on IS NOT NULL
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
UNION ALL SELECT a.allocated_on, 'recertification-allocation', p.certification_id, p.id, 'credit', 'receivable', a.amount_cents, p.method, p.reference
  FROM recertification_allocation a JOIN payment p ON p.id = a.payment_id
UNION ALL SELECT a.released_on, 'recertification-released', p.certification_id, p.id, 'receivable', 'credit', a.amount_cents, p.method, p.reference
  FROM recertification_allocation a JOIN payment p ON p.id = a.payment_id WHERE a.released_on IS NOT NULL
UNION ALL SELECT r.refunded_on, 'refund', p.certification_id, p.id, 'credit', 'bank', r.amount_cents, r.method, r.reference
  FROM refund r JOIN payment p ON p.id = r.payment_id;
`,
};
