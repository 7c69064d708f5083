import type { Migration } from './migration.ts';

/**
 * The letters of the audit desk as runs, and when a decision became final: with its letter, not before. A piece may go by post and,
 * the same, by e-mail (PB-AUD-2).
 */
export const auditLetters: Migration = {
  name: '0020-audit-letters',
  sql: /* sql */ `
-- A run may be one of the desk's letters.
DROP TRIGGER run_frozen;
DROP TRIGGER run_complete;
DROP TRIGGER run_mailed_count;
CREATE TEMP TABLE run_kind_before AS SELECT id, kind FROM run;
ALTER TABLE run DROP COLUMN kind;
ALTER TABLE run ADD COLUMN kind TEXT NOT NULL DEFAULT 'renewal' CHECK (kind IN
  ('renewal','reminder','past-due','final','ccp','lapse','receipt','audit','return','decision','labels','audit-received','audit-more-asked',
   'audit-extension','audit-compliant','audit-non-compliant','audit-appeal-received','audit-appeal-decision'));
UPDATE run SET kind = (SELECT b.kind FROM run_kind_before b WHERE b.id = run.id);
DROP TABLE run_kind_before;
-- Printed pieces that go by e-mail, too: selected = to_print + to_email + held stays what it was.
ALTER TABLE run ADD COLUMN also_emailed INTEGER NOT NULL DEFAULT 0 CHECK (also_emailed >= 0 AND also_emailed <= to_print);
ALTER TABLE run_piece ADD COLUMN email_copy INTEGER NOT NULL DEFAULT 0
  CHECK (email_copy = 0 OR (email_copy = 1 AND channel = 'print'));
CREATE TRIGGER run_frozen BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.step IS NOT OLD.step OR NEW.month IS NOT OLD.month
  OR NEW.prepared_on IS NOT OLD.prepared_on OR NEW.selected IS NOT OLD.selected OR NEW.to_print IS NOT OLD.to_print
  OR NEW.to_email IS NOT OLD.to_email OR NEW.held IS NOT OLD.held OR NEW.also_emailed IS NOT OLD.also_emailed
  OR NEW.frozen IS NOT OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
CREATE TRIGGER run_complete BEFORE INSERT ON run
WHEN NEW.selected <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_print <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'print')
  OR NEW.to_print <> (SELECT ifnull(max(sheet), 0) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_email <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'email')
  OR NEW.held <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'held')
  OR NEW.also_emailed <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND email_copy = 1)
BEGIN SELECT RAISE(ABORT, 'the pieces of the run do not add up'); END;

-- Sheets that are taken out of a run before it is mailed, because what they say was withdrawn.
CREATE TABLE pulled_sheet (
  run_id TEXT NOT NULL REFERENCES run (id),
  sheet INTEGER NOT NULL CHECK (sheet > 0),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  pulled_on TEXT NOT NULL CHECK (pulled_on IS date(pulled_on)),
  actor TEXT NOT NULL,
  PRIMARY KEY (run_id, sheet)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER pulled_sheet_late BEFORE INSERT ON pulled_sheet
WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.run_id AND mailed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'what was mailed cannot be taken out'); END;
CREATE TRIGGER pulled_sheet_kept BEFORE DELETE ON pulled_sheet BEGIN SELECT RAISE(ABORT, 'what was taken out stays on record'); END;
CREATE TRIGGER pulled_sheet_fixed BEFORE UPDATE ON pulled_sheet BEGIN SELECT RAISE(ABORT, 'what was taken out stays on record'); END;
CREATE TRIGGER run_mailed_count BEFORE UPDATE OF mailed_count ON run
WHEN NEW.mailed_count IS NOT NULL
  AND NEW.mailed_count <> NEW.to_print - (SELECT count(*) FROM pulled_sheet WHERE run_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the count handed over does not agree with the run'); END;

-- A decision waits for its letter before it is final.
DROP TRIGGER audit_begun;
DROP TRIGGER audit_closed;
DROP TRIGGER audit_state_sound;
DROP INDEX audit_by_state;
DROP INDEX audit_by_owner;
CREATE TEMP TABLE audit_state_before AS SELECT id, state FROM audit;
ALTER TABLE audit DROP COLUMN state;
ALTER TABLE audit ADD COLUMN state TEXT NOT NULL DEFAULT 'selected' CHECK (state IN
  ('selected','notice-sent','waiting','received','in-review','more-asked','extension','letter-waiting','decided','appealed'));
UPDATE audit SET state = (SELECT b.state FROM audit_state_before b WHERE b.id = audit.id);
DROP TABLE audit_state_before;
-- The decision whose letter is awaited.
ALTER TABLE audit ADD COLUMN pending_id INTEGER REFERENCES audit_decision (id);
CREATE INDEX audit_by_state ON audit (state, due_on);
CREATE INDEX audit_by_owner ON audit (owner, state);
CREATE TRIGGER audit_begun AFTER INSERT ON audit BEGIN
  UPDATE audit SET state = CASE WHEN NEW.outcome IS NULL THEN NEW.state ELSE 'decided' END, since_on = ifnull(NEW.closed_on, NEW.selected_on)
  WHERE id = NEW.id;
END;
-- An audit that is closed is decided, whatever closed it.
CREATE TRIGGER audit_closed AFTER UPDATE OF outcome ON audit WHEN NEW.outcome IS NOT NULL AND NEW.state <> 'decided' BEGIN
  UPDATE audit SET state = 'decided', since_on = NEW.closed_on, due_on = NULL, proposal_id = NULL, pending_id = NULL WHERE id = NEW.id;
END;
CREATE TRIGGER audit_state_sound BEFORE UPDATE OF state, pending_id ON audit
WHEN (NEW.state IN ('decided','appealed') AND NEW.outcome IS NULL)
  OR (NEW.state NOT IN ('decided','appealed','letter-waiting') AND NEW.outcome IS NOT NULL)
  OR (NEW.state = 'letter-waiting') <> (NEW.pending_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an audit is decided with its outcome, and appealed only after it'); END;

-- The run that took a step, and the step that another one takes back.
ALTER TABLE audit_step ADD COLUMN run_id TEXT REFERENCES run (id);
ALTER TABLE audit_step ADD COLUMN undoes INTEGER REFERENCES audit_step (id);
CREATE INDEX audit_step_by_run ON audit_step (run_id) WHERE run_id IS NOT NULL;

-- A letter that a step or a decision asks for.
CREATE TABLE audit_letter (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  kind TEXT NOT NULL CHECK (kind IN ('audit-received','audit-more-asked','audit-extension','audit-compliant','audit-non-compliant',
    'audit-appeal-received','audit-appeal-decision')),
  step_id INTEGER UNIQUE REFERENCES audit_step (id),
  decision_id INTEGER UNIQUE REFERENCES audit_decision (id),
  asked_on TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
  CHECK ((step_id IS NULL) <> (decision_id IS NULL))
) STRICT;
CREATE INDEX audit_letter_by_audit ON audit_letter (audit_id, id);
CREATE INDEX audit_letter_by_kind ON audit_letter (kind, id);
CREATE TRIGGER audit_letter_kept BEFORE DELETE ON audit_letter BEGIN SELECT RAISE(ABORT, 'a letter asked for stays on record'); END;
CREATE TRIGGER audit_letter_fixed BEFORE UPDATE ON audit_letter BEGIN SELECT RAISE(ABORT, 'a letter asked for stays on record'); END;
-- One that is not to go out any more.
CREATE TABLE audit_letter_dropped (
  letter_id INTEGER PRIMARY KEY REFERENCES audit_letter (id),
  dropped_on TEXT NOT NULL CHECK (dropped_on IS date(dropped_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_letter_dropped_kept BEFORE DELETE ON audit_letter_dropped
BEGIN SELECT RAISE(ABORT, 'a letter dropped stays on record'); END;
CREATE TRIGGER audit_letter_dropped_fixed BEFORE UPDATE ON audit_letter_dropped
BEGIN SELECT RAISE(ABORT, 'a letter dropped stays on record'); END;
-- The piece that is such a letter. A letter is given once; a certification may have several of a kind, even on one day.
ALTER TABLE run_piece ADD COLUMN audit_letter_id INTEGER REFERENCES audit_letter (id);
CREATE INDEX run_piece_by_audit_letter ON run_piece (audit_letter_id) WHERE audit_letter_id IS NOT NULL;
CREATE TRIGGER run_piece_letter_once BEFORE INSERT ON run_piece WHEN NEW.audit_letter_id IS NOT NULL AND NEW.channel <> 'held'
  AND EXISTS (SELECT 1 FROM run_piece p JOIN notice_given g ON g.run_id = p.run_id AND g.position = p.position
    WHERE p.audit_letter_id = NEW.audit_letter_id AND g.failed IS NULL)
BEGIN SELECT RAISE(ABORT, 'a letter is given once'); END;
DROP INDEX notice_given_once;
CREATE UNIQUE INDEX notice_given_once ON notice_given (certification_id, step, for_date)
  WHERE failed IS NULL AND step NOT IN ('audit-received','audit-more-asked','audit-extension','audit-compliant','audit-non-compliant',
    'audit-appeal-received','audit-appeal-decision');

-- When a decision became final, by which letter or on whose word, and what the rules had read before; or that this is taken back.
CREATE TABLE audit_final (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES audit_decision (id),
  takes_back INTEGER UNIQUE REFERENCES audit_final (id),
  -- 'taken-over': decided before decisions waited for their letters.
  how TEXT NOT NULL CHECK (how IN ('mailed','emailed','declared','taken-over')),
  final_on TEXT NOT NULL CHECK (final_on IS date(final_on)),
  run_id TEXT,
  position INTEGER,
  way TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  approved_by TEXT,
  before TEXT NOT NULL CHECK (json_valid(before)),
  actor TEXT NOT NULL,
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position),
  CHECK ((how IN ('mailed','emailed')) = (run_id IS NOT NULL)),
  CHECK ((run_id IS NULL) = (position IS NULL)),
  CHECK (how <> 'declared' OR (trim(way) <> '' AND trim(reason) <> '' AND approved_by IS NOT NULL))
) STRICT;
CREATE INDEX audit_final_by_decision ON audit_final (decision_id, id);
CREATE TRIGGER audit_final_kept BEFORE DELETE ON audit_final BEGIN SELECT RAISE(ABORT, 'what became final stays on record'); END;
CREATE TRIGGER audit_final_fixed BEFORE UPDATE ON audit_final BEGIN SELECT RAISE(ABORT, 'what became final stays on record'); END;
INSERT INTO audit_final (decision_id, how, final_on, before, actor)
  SELECT id, 'taken-over', decided_on, '{}', decided_by FROM audit_decision;

-- PB-AUD-2: audit notices go by post and by e-mail.
UPDATE setting SET value = (
  SELECT json_group_array(CASE WHEN s.value ->> '$.kind' = 'audit' AND s.value ->> '$.channel' = 'print-first'
    THEN json_set(s.value, '$.channel', 'print-and-email') ELSE json(s.value) END) FROM json_each(setting.value) s)
WHERE key = 'noticeSchedule';
`,
};
