import type { Migration } from './migration.ts';

/**
 * Activities with what was claimed and what was granted, their corrections as counter-entries, attestations by slip, and AMT's feed of
 * online activities.
 */
export const points: Migration = {
  name: '0007-points',
  sql: /* sql */ `
-- \`points\` are the points granted. What was claimed is null where a file brought the activity, which has no other figure.
ALTER TABLE activity ADD COLUMN claimed_points REAL CHECK (claimed_points >= 0);
-- Who holds what shows it: the member, or the office has seen it.
ALTER TABLE activity ADD COLUMN evidence TEXT NOT NULL DEFAULT 'member' CHECK (evidence IN ('member','seen'));
ALTER TABLE activity ADD COLUMN entered_on TEXT CHECK (entered_on IS date(entered_on));
ALTER TABLE activity ADD COLUMN entered_by TEXT CHECK (entered_by <> '');
-- Set by its counter-entry alone: from then on it counts nowhere.
ALTER TABLE activity ADD COLUMN withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on));
DROP INDEX activity_facts;
CREATE INDEX activity_facts ON activity (member_id, completed_on, category, points, criteria, source, finding, employed_from, employed_to, withdrawn_on);
CREATE INDEX activity_by_external_id ON activity (external_id) WHERE external_id IS NOT NULL;

-- Points granted for one certification where the cap of its cycle leaves room for fewer than the activity has.
CREATE TABLE activity_grant (
  member_id INTEGER NOT NULL REFERENCES member (id),
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  points REAL NOT NULL CHECK (points >= 0),
  PRIMARY KEY (member_id, certification_id, activity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_grant_by_activity ON activity_grant (activity_id);
CREATE TRIGGER activity_grant_kept BEFORE DELETE ON activity_grant BEGIN SELECT RAISE(ABORT, 'a grant is never deleted'); END;
CREATE TRIGGER activity_grant_fixed BEFORE UPDATE ON activity_grant BEGIN SELECT RAISE(ABORT, 'a grant is never changed'); END;

-- The counter-entry to an activity: withdrawn, or corrected by another that stands in its place.
CREATE TABLE activity_counter (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  kind TEXT NOT NULL CHECK (kind IN ('corrected','withdrawn')),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  replaced_by INTEGER UNIQUE REFERENCES activity (id),
  actor TEXT NOT NULL,
  CHECK ((kind = 'corrected') = (replaced_by IS NOT NULL)),
  CHECK (replaced_by <> activity_id)
) STRICT;
CREATE TRIGGER activity_counter_kept BEFORE DELETE ON activity_counter BEGIN SELECT RAISE(ABORT, 'a counter-entry is never deleted'); END;
CREATE TRIGGER activity_counter_fixed BEFORE UPDATE ON activity_counter BEGIN SELECT RAISE(ABORT, 'a counter-entry is never changed'); END;
CREATE TRIGGER activity_countered AFTER INSERT ON activity_counter BEGIN
  UPDATE activity SET withdrawn_on = NEW.made_on WHERE id = NEW.activity_id;
END;
CREATE TRIGGER activity_withdrawn BEFORE UPDATE OF withdrawn_on ON activity
WHEN OLD.withdrawn_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM activity_counter WHERE activity_id = NEW.id AND made_on = NEW.withdrawn_on)
BEGIN SELECT RAISE(ABORT, 'an activity is withdrawn by its counter-entry alone'); END;
CREATE TRIGGER activity_kept BEFORE DELETE ON activity WHEN OLD.import_id IS NULL
BEGIN SELECT RAISE(ABORT, 'an activity is never deleted'); END;
CREATE TRIGGER activity_fixed
BEFORE UPDATE OF member_id, category, title, provider, completed_on, employed_from, employed_to, hours, points, claimed_points, criteria, source, external_id
ON activity WHEN OLD.import_id IS NULL
BEGIN SELECT RAISE(ABORT, 'an activity is corrected by another, never changed'); END;

-- Attestations: who recorded which slip, and their counter-entries. One stands a cycle.
CREATE TABLE attestation_new (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  attested_on TEXT NOT NULL CHECK (attested_on IS date(attested_on)),
  import_id INTEGER REFERENCES import (id),
  recorded_on TEXT CHECK (recorded_on IS date(recorded_on)),
  recorded_by TEXT CHECK (recorded_by <> ''),
  run_id TEXT REFERENCES run (id),
  sheet INTEGER CHECK (sheet > 0),
  undone_on TEXT CHECK (undone_on IS date(undone_on)),
  CHECK ((recorded_on IS NULL) = (recorded_by IS NULL)),
  CHECK ((run_id IS NULL) = (sheet IS NULL))
) STRICT;
INSERT INTO attestation_new (id, certification_id, cycle_start, attested_on, import_id)
  SELECT id, certification_id, cycle_start, attested_on, import_id FROM attestation;
DROP TABLE attestation;
ALTER TABLE attestation_new RENAME TO attestation;
CREATE UNIQUE INDEX attestation_standing ON attestation (certification_id, cycle_start) WHERE undone_on IS NULL;
CREATE INDEX attestation_by_cycle ON attestation (certification_id, cycle_start, id);
CREATE INDEX attestation_recorded ON attestation (recorded_on, id) WHERE recorded_on IS NOT NULL;

CREATE TABLE attestation_undo (
  attestation_id INTEGER PRIMARY KEY REFERENCES attestation (id),
  undone_on TEXT NOT NULL CHECK (undone_on IS date(undone_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;
CREATE TRIGGER attestation_undo_kept BEFORE DELETE ON attestation_undo BEGIN SELECT RAISE(ABORT, 'a counter-entry is never deleted'); END;
CREATE TRIGGER attestation_undo_fixed BEFORE UPDATE ON attestation_undo BEGIN SELECT RAISE(ABORT, 'a counter-entry is never changed'); END;
CREATE TRIGGER attestation_undone AFTER INSERT ON attestation_undo BEGIN
  UPDATE attestation SET undone_on = NEW.undone_on WHERE id = NEW.attestation_id;
END;
CREATE TRIGGER attestation_undone_once BEFORE UPDATE OF undone_on ON attestation
WHEN OLD.undone_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM attestation_undo WHERE attestation_id = NEW.id AND undone_on = NEW.undone_on)
BEGIN SELECT RAISE(ABORT, 'an attestation is undone by its counter-entry alone'); END;
CREATE TRIGGER attestation_kept BEFORE DELETE ON attestation BEGIN SELECT RAISE(ABORT, 'an attestation is never deleted'); END;
CREATE TRIGGER attestation_fixed BEFORE UPDATE OF certification_id, cycle_start, attested_on ON attestation
WHEN OLD.import_id IS NULL OR OLD.undone_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attestation is undone and recorded anew, never changed'); END;

-- A file of AMT's feed of online activities; taken again it is the same one.
CREATE TABLE feed_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  origin TEXT NOT NULL CHECK (origin IN ('dropped','command','watched')),
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  taken_by TEXT NOT NULL
) STRICT;

-- A row of the feed, by its external id (or by what it says, where it has none that can be read): recorded as an activity, waiting in the queue, or dismissed from it.
CREATE TABLE feed_row (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES feed_file (id),
  row INTEGER NOT NULL CHECK (row > 0),
  key TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL CHECK (json_valid(content)),
  state TEXT NOT NULL CHECK (state IN ('recorded','waiting','dismissed')),
  why TEXT NOT NULL DEFAULT '',
  activity_id INTEGER UNIQUE REFERENCES activity (id),
  settled_on TEXT CHECK (settled_on IS date(settled_on)),
  settled_by TEXT,
  CHECK ((state = 'recorded') = (activity_id IS NOT NULL)),
  CHECK ((settled_on IS NULL) = (settled_by IS NULL))
) STRICT;
CREATE INDEX feed_row_by_state ON feed_row (state, id);
CREATE INDEX feed_row_by_file ON feed_row (file_id, row);
CREATE TRIGGER feed_row_kept BEFORE DELETE ON feed_row BEGIN SELECT RAISE(ABORT, 'a row of the feed is never deleted'); END;
CREATE TRIGGER feed_row_fixed BEFORE UPDATE OF key, content ON feed_row WHEN OLD.state <> 'waiting' OR NEW.key <> OLD.key
BEGIN SELECT RAISE(ABORT, 'a row of the feed is never changed'); END;
`,
};
