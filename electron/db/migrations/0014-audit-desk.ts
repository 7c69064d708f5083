import type { Migration } from './migration.ts';

/**
 * The desk of the audit: where each case stands, whose it is and by when; what was found about each activity, and the decisions. All of
 * it is added to, never rewritten: the latest holds.
 */
export const auditDesk: Migration = {
  name: '0014-audit-desk',
  sql: /* sql */ `
ALTER TABLE audit ADD COLUMN state TEXT NOT NULL DEFAULT 'selected' CHECK (state IN
  ('selected','notice-sent','waiting','received','in-review','more-asked','extension','decided','appealed'));
ALTER TABLE audit ADD COLUMN since_on TEXT CHECK (since_on IS date(since_on));
ALTER TABLE audit ADD COLUMN due_on TEXT CHECK (due_on IS date(due_on));
ALTER TABLE audit ADD COLUMN owner TEXT NOT NULL DEFAULT '';
-- The opinion that waits for a second reviewer.
ALTER TABLE audit ADD COLUMN proposal_id INTEGER REFERENCES audit_opinion (id);
UPDATE audit SET state = CASE WHEN outcome IS NULL THEN 'selected' ELSE 'decided' END, since_on = ifnull(closed_on, selected_on);
CREATE INDEX audit_by_state ON audit (state, due_on);
CREATE INDEX audit_by_owner ON audit (owner, state);
CREATE TRIGGER audit_begun AFTER INSERT ON audit BEGIN
  UPDATE audit SET state = CASE WHEN NEW.outcome IS NULL THEN NEW.state ELSE 'decided' END, since_on = ifnull(NEW.closed_on, NEW.selected_on)
  WHERE id = NEW.id;
END;
-- An audit that is closed is decided, whatever closed it.
CREATE TRIGGER audit_closed AFTER UPDATE OF outcome ON audit WHEN NEW.outcome IS NOT NULL AND NEW.state <> 'decided' BEGIN
  UPDATE audit SET state = 'decided', since_on = NEW.closed_on, due_on = NULL, proposal_id = NULL WHERE id = NEW.id;
END;
CREATE TRIGGER audit_state_sound BEFORE UPDATE OF state ON audit
WHEN (NEW.state IN ('decided','appealed')) <> (NEW.outcome IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an audit is decided with its outcome, and appealed only after it'); END;

CREATE TABLE audit_step (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL CHECK (to_state <> from_state),
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  due_on TEXT CHECK (due_on IS date(due_on)),
  -- The policy value that set the day, as it was then: name, days, confirmed.
  value TEXT CHECK (json_valid(value)),
  note TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX audit_step_by_audit ON audit_step (audit_id, id);
CREATE TRIGGER audit_step_kept BEFORE DELETE ON audit_step BEGIN SELECT RAISE(ABORT, 'a step of an audit stays on record'); END;
CREATE TRIGGER audit_step_fixed BEFORE UPDATE ON audit_step BEGIN SELECT RAISE(ABORT, 'a step of an audit stays on record'); END;

-- What a reviewer found about an activity; the latest holds.
CREATE TABLE audit_finding (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted','reduced','rejected')),
  points REAL NOT NULL CHECK (points >= 0),
  reason TEXT CHECK (reason IN
    ('name-missing','outside-cycle','not-proof','hours-not-shown','not-related','duplicate','provider-unknown')),
  note TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  actor TEXT NOT NULL,
  CHECK ((verdict = 'accepted') = (reason IS NULL)),
  CHECK (verdict <> 'rejected' OR points = 0),
  CHECK (verdict <> 'reduced' OR points > 0)
) STRICT;
CREATE INDEX audit_finding_by_audit ON audit_finding (audit_id, activity_id, id);
CREATE INDEX audit_finding_by_activity ON audit_finding (activity_id);
CREATE TRIGGER audit_finding_kept BEFORE DELETE ON audit_finding BEGIN SELECT RAISE(ABORT, 'a finding stays on record'); END;
CREATE TRIGGER audit_finding_fixed BEFORE UPDATE ON audit_finding BEGIN SELECT RAISE(ABORT, 'a finding stays on record'); END;

-- Whether the proof of an activity shows what it has to; the latest holds.
CREATE TABLE audit_evidence (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  item TEXT NOT NULL CHECK (item IN ('name','sponsor','title','date','hours')),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX audit_evidence_by_audit ON audit_evidence (audit_id, id);
CREATE TRIGGER audit_evidence_kept BEFORE DELETE ON audit_evidence BEGIN SELECT RAISE(ABORT, 'what was seen stays on record'); END;
CREATE TRIGGER audit_evidence_fixed BEFORE UPDATE ON audit_evidence BEGIN SELECT RAISE(ABORT, 'what was seen stays on record'); END;

-- An activity of the same cycle in the place of one that was rejected.
CREATE TABLE audit_substitution (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  replaces INTEGER NOT NULL REFERENCES activity (id),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  actor TEXT NOT NULL,
  UNIQUE (audit_id, activity_id),
  CHECK (replaces <> activity_id)
) STRICT;
CREATE TRIGGER audit_substitution_kept BEFORE DELETE ON audit_substitution BEGIN SELECT RAISE(ABORT, 'a substitution stays on record'); END;
CREATE TRIGGER audit_substitution_fixed BEFORE UPDATE ON audit_substitution BEGIN SELECT RAISE(ABORT, 'a substitution stays on record'); END;

-- A non-compliant outcome that a first reviewer proposes, and what a second one says of it.
CREATE TABLE audit_opinion (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  -- null = a first reviewer's own.
  of_opinion INTEGER UNIQUE REFERENCES audit_opinion (id),
  agrees INTEGER CHECK (agrees IN (0, 1)),
  citation TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  reviewer TEXT NOT NULL CHECK (trim(reviewer) <> ''),
  actor TEXT NOT NULL,
  CHECK ((of_opinion IS NULL) = (agrees IS NULL))
) STRICT;
CREATE INDEX audit_opinion_by_audit ON audit_opinion (audit_id, id);
CREATE TRIGGER audit_opinion_kept BEFORE DELETE ON audit_opinion BEGIN SELECT RAISE(ABORT, 'an opinion stays on record'); END;
CREATE TRIGGER audit_opinion_fixed BEFORE UPDATE ON audit_opinion BEGIN SELECT RAISE(ABORT, 'an opinion stays on record'); END;

-- What the rules read of a decision is in audit: outcome and closed_on. One that upholds another leaves both as they are.
CREATE TABLE audit_decision (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('compliant','non-compliant')),
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
  decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
  second_by TEXT CHECK (trim(second_by) <> '' AND second_by <> decided_by),
  counted REAL NOT NULL CHECK (counted >= 0),
  required REAL NOT NULL CHECK (required >= 0),
  citation TEXT NOT NULL CHECK (citation <> ''),
  reason TEXT NOT NULL DEFAULT '',
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  reversal INTEGER NOT NULL CHECK (reversal IN (0, 1)),
  CHECK (outcome = 'compliant' OR second_by IS NOT NULL),
  CHECK (reversal = 0 OR trim(reason) <> '')
) STRICT;
CREATE INDEX audit_decision_by_audit ON audit_decision (audit_id, id);
CREATE TRIGGER audit_decision_kept BEFORE DELETE ON audit_decision BEGIN SELECT RAISE(ABORT, 'a decision stays on record'); END;
CREATE TRIGGER audit_decision_fixed BEFORE UPDATE ON audit_decision BEGIN SELECT RAISE(ABORT, 'a decision stays on record'); END;
`,
};
