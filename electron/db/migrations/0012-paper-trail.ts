import type { Migration } from './migration.ts';

/** Receipts as a step of the notice schedule, and papers about money that go by e-mail. */
export const paperTrail: Migration = {
  name: '0012-paper-trail',
  sql: /* sql */ `
-- A run may be one of receipts. What refers to a run refers to it again when all is back in its place.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE run_before AS SELECT * FROM run;
DROP TABLE run;
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('renewal','reminder','past-due','final','ccp','lapse','receipt','audit','decision','labels')),
  step TEXT NOT NULL CHECK (step <> ''),
  month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01')),
  prepared_on TEXT NOT NULL CHECK (prepared_on IS date(prepared_on)),
  selected INTEGER NOT NULL CHECK (selected >= 0),
  to_print INTEGER NOT NULL CHECK (to_print >= 0),
  to_email INTEGER NOT NULL CHECK (to_email >= 0),
  held INTEGER NOT NULL CHECK (held >= 0),
  frozen TEXT NOT NULL CHECK (json_valid(frozen)),
  pdf_sha256 TEXT CHECK (length(pdf_sha256) = 64),
  printed_on TEXT CHECK (printed_on IS date(printed_on)),
  mailed_on TEXT CHECK (mailed_on IS date(mailed_on)),
  mailed_count INTEGER CHECK (mailed_count >= 0),
  CHECK (selected = to_print + to_email + held),
  CHECK (mailed_on IS NULL OR printed_on IS NOT NULL),
  CHECK (mailed_count IS NULL OR mailed_on IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO run SELECT * FROM run_before;
DROP TABLE run_before;
CREATE INDEX run_by_month ON run (month, step);
CREATE TRIGGER run_frozen BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.step IS NOT OLD.step OR NEW.month IS NOT OLD.month
  OR NEW.prepared_on IS NOT OLD.prepared_on OR NEW.selected IS NOT OLD.selected OR NEW.to_print IS NOT OLD.to_print
  OR NEW.to_email IS NOT OLD.to_email OR NEW.held IS NOT OLD.held OR NEW.frozen IS NOT OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
CREATE TRIGGER run_kept BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
CREATE TRIGGER run_complete BEFORE INSERT ON run
WHEN NEW.selected <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_print <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'print')
  OR NEW.to_print <> (SELECT ifnull(max(sheet), 0) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_email <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'email')
  OR NEW.held <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'held')
BEGIN SELECT RAISE(ABORT, 'the pieces of the run do not add up'); END;
CREATE TRIGGER run_mailed_whole BEFORE UPDATE OF mailed_on ON run
WHEN OLD.mailed_on IS NULL AND NEW.mailed_on IS NOT NULL
  AND EXISTS (SELECT 1 FROM spoiled_sheet WHERE run_id = NEW.id AND reprint_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'spoiled sheets wait for their reprint'); END;
CREATE TRIGGER run_mailed_count BEFORE UPDATE OF mailed_count ON run
WHEN NEW.mailed_count IS NOT NULL AND NEW.mailed_count <> NEW.to_print
BEGIN SELECT RAISE(ABORT, 'the count handed over does not agree with the run'); END;
-- A receipt may tell of several years of one certification.
CREATE TEMP TABLE notice_given_before AS SELECT * FROM notice_given;
DROP TABLE notice_given;
CREATE TABLE notice_given (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  step TEXT NOT NULL,
  for_date TEXT NOT NULL CHECK (for_date IS date(for_date)),
  failed TEXT CHECK (failed IN ('bounced','refused','returned','spoiled')),
  failed_on TEXT CHECK (failed_on IS date(failed_on)),
  UNIQUE (run_id, position, certification_id, for_date),
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position),
  CHECK ((failed IS NULL) = (failed_on IS NULL))
) STRICT;
INSERT INTO notice_given SELECT * FROM notice_given_before;
DROP TABLE notice_given_before;
CREATE UNIQUE INDEX notice_given_once ON notice_given (certification_id, step, for_date) WHERE failed IS NULL;
CREATE TRIGGER notice_given_kept BEFORE DELETE ON notice_given WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

-- A receipt or statement that went by e-mail. The Message-ID is on record before anything is sent, 'handing-over' just before the server
-- can accept it.
CREATE TABLE paper_email (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  address TEXT NOT NULL CHECK (address <> ''),
  message_id TEXT NOT NULL UNIQUE CHECK (message_id <> ''),
  state TEXT NOT NULL CHECK (state IN ('recorded','handing-over','sent','refused','unknown','bounced')),
  outcome TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  settled_at TEXT,
  eml_sha256 TEXT CHECK (length(eml_sha256) = 64)
) STRICT;
CREATE INDEX paper_email_by_paper ON paper_email (paper_id);
CREATE INDEX paper_email_by_member ON paper_email (member_id);
CREATE TRIGGER paper_email_kept BEFORE DELETE ON paper_email BEGIN SELECT RAISE(ABORT, 'what was sent stays on record'); END;
`,
};
