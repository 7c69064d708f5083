import type { Migration } from './migration.ts';

/**
 * Reconciling the portal's and the bank's files: lines of a file that bring no money in are kept beside those that do, so that every line of it is
 * accounted for, and what the desk says of a line it leaves is on record.
 */
export const receipts: Migration = {
  name: '0006-receipts',
  sql: /* sql */ `
-- One transaction may stand in several lines, one for each thing it pays: its own number is kept beside the number that is entered once.
ALTER TABLE receipt_line ADD COLUMN transaction_no TEXT NOT NULL DEFAULT '';
UPDATE receipt_line SET transaction_no = transaction_reference;
CREATE INDEX receipt_line_by_transaction ON receipt_line (source, transaction_no);
CREATE TRIGGER receipt_line_kept BEFORE DELETE ON receipt_line BEGIN SELECT RAISE(ABORT, 'a line of a file is never deleted'); END;
CREATE TRIGGER receipt_line_fixed BEFORE UPDATE ON receipt_line BEGIN SELECT RAISE(ABORT, 'a line of a file is never changed'); END;

-- A line of a file that brings no money in: entered before, money that went back, not paid, or not readable. Cents as in the file, null where they cannot be read.
CREATE TABLE receipt_aside (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  source TEXT NOT NULL CHECK (source IN ('portal','lockbox')),
  row INTEGER NOT NULL CHECK (row > 0),
  kind TEXT NOT NULL CHECK (kind IN ('duplicate','back','unpaid','refused')),
  transaction_reference TEXT NOT NULL DEFAULT '',
  received_on TEXT CHECK (received_on IS date(received_on)),
  cents INTEGER,
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  member_no TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL CHECK (why <> ''),
  -- What it repeats, or what went back.
  remittance_id INTEGER REFERENCES remittance (id),
  UNIQUE (deposit_id, row),
  CHECK (kind <> 'back' OR (cents < 0 AND received_on IS NOT NULL AND transaction_reference <> ''))
) STRICT;
CREATE UNIQUE INDEX receipt_back_once ON receipt_aside (source, transaction_reference) WHERE kind = 'back';
CREATE INDEX receipt_aside_by_remittance ON receipt_aside (remittance_id) WHERE remittance_id IS NOT NULL;
CREATE TRIGGER receipt_aside_kept BEFORE DELETE ON receipt_aside BEGIN SELECT RAISE(ABORT, 'a line of a file is never deleted'); END;
CREATE TRIGGER receipt_aside_fixed BEFORE UPDATE ON receipt_aside BEGIN SELECT RAISE(ABORT, 'a line of a file is never changed'); END;

-- What the desk said of a line that it did not assign; the last word counts.
CREATE TABLE receipt_note (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  row INTEGER NOT NULL CHECK (row > 0),
  kind TEXT NOT NULL CHECK (kind IN ('left','taken-up')),
  noted_on TEXT NOT NULL CHECK (noted_on IS date(noted_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_note_by_line ON receipt_note (deposit_id, row, id);
CREATE TRIGGER receipt_note_kept BEFORE DELETE ON receipt_note BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;
CREATE TRIGGER receipt_note_fixed BEFORE UPDATE ON receipt_note BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;

-- Every line of every file, with how it stands. State: open, left, assigned, reversed (its money went back), or none where there is nothing to do.
CREATE VIEW receipt_file_line AS
SELECT l.deposit_id, l.row, l.source, l.transaction_reference, l.received_on, l.amount_cents AS cents, l.method, l.member_no, l.name, l.code,
  l.outcome, l.why, l.suggested_member_id, l.remittance_id,
  (SELECT u.cents FROM remittance_unassigned u WHERE u.remittance_id = l.remittance_id) AS unassigned_cents,
  CASE
    WHEN EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = l.remittance_id) THEN 'reversed'
    WHEN (SELECT u.cents FROM remittance_unassigned u WHERE u.remittance_id = l.remittance_id) = 0 THEN 'assigned'
    WHEN (SELECT n.kind FROM receipt_note n WHERE n.deposit_id = l.deposit_id AND n.row = l.row ORDER BY n.id DESC LIMIT 1) = 'left' THEN 'left'
    ELSE 'open' END AS state
FROM receipt_line l
UNION ALL
SELECT a.deposit_id, a.row, a.source, a.transaction_reference, a.received_on, a.cents, a.method, a.member_no, a.name, a.code,
  a.kind, a.why, NULL, a.remittance_id, 0,
  CASE
    WHEN a.kind <> 'back' THEN 'none'
    WHEN EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = a.remittance_id) THEN 'reversed'
    WHEN (SELECT n.kind FROM receipt_note n WHERE n.deposit_id = a.deposit_id AND n.row = a.row ORDER BY n.id DESC LIMIT 1) = 'left' THEN 'left'
    ELSE 'open' END
FROM receipt_aside a;
`,
};
