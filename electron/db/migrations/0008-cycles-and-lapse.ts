import type { Migration } from './migration.ts';

/**
 * What was decided when a cycle rolled and under which values, rolls that are taken back, lapses that are reversed, and the worklists:
 * what they find beyond the standings, and what the desk does about their rows.
 */
export const cyclesAndLapse: Migration = {
  name: '0008-cycles-and-lapse',
  sql: /* sql */ `
-- The policy values of a decision; each set is kept once, since thousands of cycles roll under the same one.
CREATE TABLE policy_snapshot (
  id INTEGER PRIMARY KEY,
  used TEXT NOT NULL UNIQUE CHECK (json_valid(used))
) STRICT;
CREATE TRIGGER policy_snapshot_fixed BEFORE UPDATE ON policy_snapshot BEGIN SELECT RAISE(ABORT, 'what was decided by stays as it was'); END;
CREATE TRIGGER policy_snapshot_kept BEFORE DELETE ON policy_snapshot BEGIN SELECT RAISE(ABORT, 'what was decided by stays as it was'); END;

-- A rolled cycle keeps its decision, and is taken back by a reopening beside it, never erased; then it may roll again.
CREATE TABLE rolled_cycle_decided (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  cycle_end TEXT NOT NULL CHECK (cycle_end IS date(cycle_end) AND cycle_end > cycle_start),
  points_required REAL NOT NULL CHECK (points_required >= 0),
  points_counted REAL NOT NULL CHECK (points_counted >= 0),
  attested INTEGER NOT NULL CHECK (attested IN (0, 1)),
  rolled_on TEXT NOT NULL CHECK (rolled_on IS date(rolled_on)),
  met_by TEXT CHECK (met_by IN ('points','attestation','audit','not-bound')),
  snapshot_id INTEGER REFERENCES policy_snapshot (id),
  activities TEXT CHECK (json_valid(activities)),
  reopened_on TEXT CHECK (reopened_on IS date(reopened_on) AND reopened_on >= rolled_on),
  reopened_citation TEXT CHECK (reopened_citation <> ''),
  reopened_reason TEXT CHECK (trim(reopened_reason) <> ''),
  reopened_allowed_by TEXT CHECK (reopened_allowed_by <> ''),
  reopened_actor TEXT,
  CHECK ((met_by IS NULL) = (snapshot_id IS NULL) AND (met_by IS NULL) = (activities IS NULL)),
  CHECK ((reopened_on IS NULL) = (reopened_citation IS NULL) AND (reopened_on IS NULL) = (reopened_reason IS NULL)
    AND (reopened_on IS NULL) = (reopened_allowed_by IS NULL) AND (reopened_on IS NULL) = (reopened_actor IS NULL))
) STRICT;
INSERT INTO rolled_cycle_decided (id, certification_id, cycle_start, cycle_end, points_required, points_counted, attested, rolled_on)
  SELECT id, certification_id, cycle_start, cycle_end, points_required, points_counted, attested, rolled_on FROM rolled_cycle;
DROP TABLE rolled_cycle;
ALTER TABLE rolled_cycle_decided RENAME TO rolled_cycle;
CREATE INDEX rolled_cycle_by_certification ON rolled_cycle (certification_id, cycle_start, reopened_on);
CREATE UNIQUE INDEX rolled_cycle_once ON rolled_cycle (certification_id, cycle_start) WHERE reopened_on IS NULL;
CREATE TRIGGER rolled_cycle_kept BEFORE DELETE ON rolled_cycle BEGIN SELECT RAISE(ABORT, 'a rolled cycle is reopened, never erased'); END;
CREATE TRIGGER rolled_cycle_fixed BEFORE UPDATE ON rolled_cycle
WHEN OLD.reopened_on IS NOT NULL OR NEW.reopened_on IS NULL OR NEW.certification_id IS NOT OLD.certification_id
  OR NEW.cycle_start IS NOT OLD.cycle_start OR NEW.cycle_end IS NOT OLD.cycle_end OR NEW.points_required IS NOT OLD.points_required
  OR NEW.points_counted IS NOT OLD.points_counted OR NEW.attested IS NOT OLD.attested OR NEW.rolled_on IS NOT OLD.rolled_on
  OR NEW.met_by IS NOT OLD.met_by OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.activities IS NOT OLD.activities
BEGIN SELECT RAISE(ABORT, 'a rolled cycle is reopened, never changed'); END;

-- A lapse that was marked and did not hold: the correction that made it go, with the sentence it follows.
CREATE TABLE lapse_reversal (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cause TEXT NOT NULL CHECK (cause IN ('fees','points','audit')),
  since TEXT NOT NULL CHECK (since IS date(since)),
  reversed_on TEXT NOT NULL CHECK (reversed_on IS date(reversed_on) AND reversed_on >= since),
  correction TEXT NOT NULL CHECK (json_valid(correction)),
  citation TEXT NOT NULL CHECK (citation <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  allowed_by TEXT NOT NULL CHECK (allowed_by <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX lapse_reversal_by_certification ON lapse_reversal (certification_id);
CREATE TRIGGER lapse_reversal_fixed BEFORE UPDATE ON lapse_reversal BEGIN SELECT RAISE(ABORT, 'a reversal stays on record'); END;
CREATE TRIGGER lapse_reversal_kept BEFORE DELETE ON lapse_reversal BEGIN SELECT RAISE(ABORT, 'a reversal stays on record'); END;

-- What the worklists show beyond the standings; derived, and brought up to date with them.
CREATE TABLE worklist_finding (
  list TEXT NOT NULL CHECK (list IN ('over-cap','duplicates','unsupported')),
  item TEXT NOT NULL CHECK (item <> ''),
  member_id INTEGER NOT NULL REFERENCES member (id),
  certification_id INTEGER REFERENCES certification (id),
  on_date TEXT NOT NULL CHECK (on_date IS date(on_date)),
  found TEXT NOT NULL CHECK (json_valid(found)),
  PRIMARY KEY (list, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX worklist_finding_by_member ON worklist_finding (member_id);

-- What the desk did about a row, in order; and which rows are out of sight by it (snoozed until a date, or done: no date).
CREATE TABLE worklist_mark (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list <> ''),
  item TEXT NOT NULL CHECK (item <> ''),
  member_id INTEGER NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL CHECK (kind IN ('note','snoozed','done','back')),
  until TEXT CHECK (until IS date(until)),
  text TEXT NOT NULL DEFAULT '',
  marked_on TEXT NOT NULL CHECK (marked_on IS date(marked_on)),
  actor TEXT NOT NULL,
  CHECK ((kind = 'snoozed') = (until IS NOT NULL)),
  CHECK (kind NOT IN ('note','snoozed') OR trim(text) <> ''),
  CHECK (until IS NULL OR until > marked_on)
) STRICT;
CREATE INDEX worklist_mark_by_item ON worklist_mark (list, item, id);
CREATE INDEX worklist_mark_by_member ON worklist_mark (member_id, id);
CREATE TRIGGER worklist_mark_fixed BEFORE UPDATE ON worklist_mark BEGIN SELECT RAISE(ABORT, 'what was done about a row stays on record'); END;
CREATE TRIGGER worklist_mark_kept BEFORE DELETE ON worklist_mark BEGIN SELECT RAISE(ABORT, 'what was done about a row stays on record'); END;
CREATE TABLE worklist_away (
  list TEXT NOT NULL,
  item TEXT NOT NULL,
  until TEXT CHECK (until IS date(until)),
  PRIMARY KEY (list, item)
) STRICT, WITHOUT ROWID;

-- Each list is counted and paged over its index alone; who has died is told by another.
CREATE INDEX standing_short ON standing (cycle_end, certification_id, cycle_start, lapse_since, lapse_cause) WHERE points_outstanding > 0;
CREATE INDEX standing_roll_blocked ON standing (cycle_end, certification_id, cycle_start, lapse_since) WHERE roll_blocked = 1;
CREATE INDEX standing_lapsed ON standing (lapse_since, certification_id, lapse_cause, exam_only) WHERE lapse_since IS NOT NULL;
CREATE INDEX standing_past_due ON standing (oldest_unpaid_due_on, certification_id) WHERE status = 'past-due';
CREATE INDEX member_deceased ON member (deceased_on) WHERE deceased_on IS NOT NULL;
`,
};
