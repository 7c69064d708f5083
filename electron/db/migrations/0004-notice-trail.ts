import type { Migration } from './migration.ts';

/** Every step of the notice schedule as a run, what became of each piece after it left, and the texts it was written with. */
export const noticeTrail: Migration = {
  name: '0004-notice-trail',
  sql: /* sql */ `
-- A run is of any kind of notice now: kind = which letter, step = which step of the schedule ('renewal', 'second-past-due', 'ccp-180', …).
CREATE TEMP TABLE run_before AS SELECT * FROM run;
CREATE TEMP TABLE run_print_before AS SELECT * FROM run_print;
DROP TRIGGER run_piece_late;
DROP TRIGGER run_piece_frozen;
DROP TRIGGER run_piece_kept;
DROP TABLE run_print;
DROP TABLE run;
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('renewal','reminder','past-due','final','ccp','lapse','audit','decision','labels')),
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
INSERT INTO run SELECT id, kind, 'renewal', month, prepared_on, selected, to_print, to_email, held, frozen, pdf_sha256, printed_on, mailed_on, NULL
  FROM run_before;
CREATE INDEX run_by_month ON run (month, step);
CREATE TABLE run_print (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  first_sheet INTEGER NOT NULL CHECK (first_sheet > 0),
  last_sheet INTEGER NOT NULL CHECK (last_sheet >= first_sheet),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  printed_at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
INSERT INTO run_print SELECT * FROM run_print_before;
DROP TABLE run_before;
DROP TABLE run_print_before;
CREATE TRIGGER run_frozen BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.step IS NOT OLD.step OR NEW.month IS NOT OLD.month
  OR NEW.prepared_on IS NOT OLD.prepared_on OR NEW.selected IS NOT OLD.selected OR NEW.to_print IS NOT OLD.to_print
  OR NEW.to_email IS NOT OLD.to_email OR NEW.held IS NOT OLD.held OR NEW.frozen IS NOT OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
CREATE TRIGGER run_kept BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
CREATE TRIGGER run_piece_late BEFORE INSERT ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.run_id)
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
CREATE TRIGGER run_piece_frozen BEFORE UPDATE ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
CREATE TRIGGER run_piece_kept BEFORE DELETE ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
CREATE TRIGGER run_complete BEFORE INSERT ON run
WHEN NEW.selected <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_print <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'print')
  OR NEW.to_print <> (SELECT ifnull(max(sheet), 0) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_email <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'email')
  OR NEW.held <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'held')
BEGIN SELECT RAISE(ABORT, 'the pieces of the run do not add up'); END;

-- Which certification was given which step, and for what: the year's start for fees, the cycle's end for CCP, the day lapsed since for
-- a lapse. Once only, but where the piece did not arrive (bounced, returned, spoiled) and another one takes its place.
CREATE TABLE notice_given (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  step TEXT NOT NULL,
  for_date TEXT NOT NULL CHECK (for_date IS date(for_date)),
  failed TEXT CHECK (failed IN ('bounced','refused','returned','spoiled')),
  failed_on TEXT CHECK (failed_on IS date(failed_on)),
  UNIQUE (run_id, position, certification_id),
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position),
  CHECK ((failed IS NULL) = (failed_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX notice_given_once ON notice_given (certification_id, step, for_date) WHERE failed IS NULL;
CREATE TRIGGER notice_given_kept BEFORE DELETE ON notice_given WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
INSERT OR IGNORE INTO notice_given (run_id, position, certification_id, step, for_date)
  SELECT p.run_id, p.position, c.id, 'renewal', l.value ->> 'yearStart'
  FROM run r JOIN run_piece p ON p.run_id = r.id, json_each(p.content, '$.lines') l
    JOIN certification c ON c.member_id = p.member_id AND c.code = l.value ->> 'code'
  WHERE p.channel <> 'held';

-- Sheets that the printer or the folding machine ate; each is printed again before the run is mailed.
CREATE TABLE spoiled_sheet (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  sheet INTEGER NOT NULL CHECK (sheet > 0),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  spoiled_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reprint_id INTEGER REFERENCES run_print (id)
) STRICT;
CREATE UNIQUE INDEX spoiled_sheet_waiting ON spoiled_sheet (run_id, sheet) WHERE reprint_id IS NULL;

-- One e-mail of a run. The Message-ID is on record before anything is sent, 'handing-over' just before the server can accept it.
CREATE TABLE email_message (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  member_id INTEGER NOT NULL REFERENCES member (id),
  address TEXT NOT NULL CHECK (address <> ''),
  message_id TEXT NOT NULL UNIQUE CHECK (message_id <> ''),
  state TEXT NOT NULL CHECK (state IN ('recorded','handing-over','sent','refused','unknown','bounced')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  outcome TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  settled_at TEXT,
  eml_sha256 TEXT CHECK (length(eml_sha256) = 64),
  UNIQUE (run_id, position),
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position)
) STRICT;
CREATE INDEX email_message_by_state ON email_message (run_id, state);
CREATE INDEX email_message_by_member ON email_message (member_id);
CREATE TRIGGER email_message_kept BEFORE DELETE ON email_message BEGIN SELECT RAISE(ABORT, 'what was sent stays on record'); END;

-- Why e-mail to the member's present address does not arrive; cleared with a new address.
ALTER TABLE member ADD COLUMN email_bad_reason TEXT CHECK (email_bad_reason <> '');

-- Post that came back.
CREATE TABLE returned_mail (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  sheet INTEGER NOT NULL CHECK (sheet > 0),
  member_id INTEGER NOT NULL REFERENCES member (id),
  postal_address_id INTEGER REFERENCES postal_address (id),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  returned_on TEXT NOT NULL CHECK (returned_on IS date(returned_on)),
  actor TEXT NOT NULL,
  UNIQUE (run_id, sheet)
) STRICT;
CREATE INDEX returned_mail_by_member ON returned_mail (member_id);
ALTER TABLE postal_address ADD COLUMN source TEXT NOT NULL DEFAULT 'office' CHECK (source IN ('office','import','move-update'));
CREATE INDEX postal_address_bad ON postal_address (member_id) WHERE valid_to IS NULL AND bad_reason IS NOT NULL;

-- Every saved text of a letter; a run keeps the one it was written with.
CREATE TABLE letter_version (
  letter TEXT NOT NULL CHECK (letter <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL,
  saved_on TEXT NOT NULL CHECK (saved_on IS date(saved_on)),
  saved_by TEXT NOT NULL,
  PRIMARY KEY (letter, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER letter_version_fixed BEFORE UPDATE ON letter_version BEGIN SELECT RAISE(ABORT, 'a saved letter stays as it is'); END;
CREATE TRIGGER letter_version_kept BEFORE DELETE ON letter_version BEGIN SELECT RAISE(ABORT, 'a saved letter stays as it is'); END;

-- A receipt or statement that was given out: the very PDF is kept under its hash in documents/.
CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt','statement','deposit-slip','refund','cover-sheet')),
  member_id INTEGER REFERENCES member (id),
  subject_id TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX paper_by_member ON paper (member_id, issued_on);
CREATE INDEX paper_by_subject ON paper (kind, subject_id);
`,
};
