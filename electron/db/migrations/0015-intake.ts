import type { Migration } from './migration.ts';

/**
 * Documents that come in, and their filing. The bytes lie in documents/ under their hash; here is when they came, what their pages say, and
 * whose case each part of them belongs to.
 */
export const intake: Migration = {
  name: '0015-intake',
  sql: /* sql */ `
CREATE TABLE intake_document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  type TEXT NOT NULL CHECK (type IN ('pdf','jpeg','png','tiff','heic','unknown')),
  -- null until the pages were read.
  read_at TEXT,
  pages INTEGER CHECK (pages > 0),
  -- Why the pages cannot be read: the document is in quarantine.
  unreadable TEXT CHECK (trim(unreadable) <> ''),
  CHECK ((read_at IS NULL) = (pages IS NULL AND unreadable IS NULL)),
  CHECK (pages IS NULL OR unreadable IS NULL)
) STRICT;
CREATE INDEX intake_document_unread ON intake_document (id) WHERE read_at IS NULL;
CREATE TRIGGER intake_document_fixed BEFORE UPDATE ON intake_document
WHEN NEW.sha256 IS NOT OLD.sha256 OR NEW.bytes IS NOT OLD.bytes OR NEW.type IS NOT OLD.type OR OLD.read_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a document is never altered'); END;
CREATE TRIGGER intake_document_kept BEFORE DELETE ON intake_document BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

-- Every time that a document came, the first time included.
CREATE TABLE intake_arrival (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  name TEXT NOT NULL CHECK (name <> ''),
  channel TEXT NOT NULL CHECK (channel IN ('dropped','chosen','command','watched')),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL
) STRICT;
CREATE INDEX intake_arrival_by_document ON intake_arrival (document_id, id);
CREATE TRIGGER intake_arrival_fixed BEFORE UPDATE ON intake_arrival BEGIN SELECT RAISE(ABORT, 'how a document came stays on record'); END;
CREATE TRIGGER intake_arrival_kept BEFORE DELETE ON intake_arrival BEGIN SELECT RAISE(ABORT, 'how a document came stays on record'); END;

-- What was read on each page.
CREATE TABLE intake_page (
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  page INTEGER NOT NULL CHECK (page > 0),
  codes TEXT NOT NULL CHECK (json_valid(codes)),
  damaged INTEGER NOT NULL CHECK (damaged IN (0, 1)),
  blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
  PRIMARY KEY (document_id, page)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER intake_page_fixed BEFORE UPDATE ON intake_page BEGIN SELECT RAISE(ABORT, 'a document is never altered'); END;
CREATE TRIGGER intake_page_kept BEFORE DELETE ON intake_page BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

-- Pages in a row that belong together, and where they are filed. The case is null where a manager let them in without one.
CREATE TABLE intake_part (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  first_page INTEGER NOT NULL CHECK (first_page > 0),
  last_page INTEGER NOT NULL CHECK (last_page >= first_page),
  state TEXT NOT NULL CHECK (state IN ('filed','waiting','refused','quarantined','dismissed')),
  why TEXT NOT NULL DEFAULT '',
  member_id INTEGER REFERENCES member (id),
  audit_id INTEGER REFERENCES audit (id),
  activity_id INTEGER REFERENCES activity (id),
  application_id INTEGER REFERENCES recertification_application (id),
  allowed_by TEXT CHECK (trim(allowed_by) <> ''),
  settled_on TEXT CHECK (settled_on IS date(settled_on)),
  settled_by TEXT,
  UNIQUE (document_id, first_page),
  CHECK (audit_id IS NULL OR application_id IS NULL),
  CHECK (activity_id IS NULL OR audit_id IS NOT NULL),
  CHECK (state = 'filed' OR (audit_id IS NULL AND application_id IS NULL AND allowed_by IS NULL)),
  CHECK (state <> 'filed' OR (member_id IS NOT NULL AND ((audit_id IS NULL AND application_id IS NULL) = (allowed_by IS NOT NULL)))),
  CHECK (state <> 'refused' OR member_id IS NOT NULL),
  CHECK (state NOT IN ('refused','waiting','quarantined','dismissed') OR trim(why) <> '')
) STRICT;
CREATE INDEX intake_part_by_state ON intake_part (state, id);
CREATE INDEX intake_part_by_member ON intake_part (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX intake_part_by_audit ON intake_part (audit_id) WHERE audit_id IS NOT NULL;
CREATE INDEX intake_part_by_application ON intake_part (application_id) WHERE application_id IS NOT NULL;
CREATE TRIGGER intake_part_kept BEFORE DELETE ON intake_part BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

-- The trail: every filing and every counter-entry, with who and why.
CREATE TABLE intake_step (
  id INTEGER PRIMARY KEY,
  part_id INTEGER NOT NULL REFERENCES intake_part (id),
  from_state TEXT,
  to_state TEXT NOT NULL,
  member_id INTEGER REFERENCES member (id),
  audit_id INTEGER REFERENCES audit (id),
  activity_id INTEGER REFERENCES activity (id),
  application_id INTEGER REFERENCES recertification_application (id),
  why TEXT NOT NULL DEFAULT '',
  allowed_by TEXT,
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  actor TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX intake_step_by_part ON intake_step (part_id, id);
CREATE TRIGGER intake_step_fixed BEFORE UPDATE ON intake_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER intake_step_kept BEFORE DELETE ON intake_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

-- A letter that sends refused papers back waits to be written; withdrawn where they were let in after all.
CREATE TABLE intake_return_letter (
  id INTEGER PRIMARY KEY,
  part_id INTEGER NOT NULL REFERENCES intake_part (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  queued_on TEXT NOT NULL CHECK (queued_on IS date(queued_on)),
  withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on))
) STRICT;
CREATE UNIQUE INDEX intake_return_letter_queued ON intake_return_letter (part_id) WHERE withdrawn_on IS NULL;
CREATE TRIGGER intake_return_letter_kept BEFORE DELETE ON intake_return_letter BEGIN SELECT RAISE(ABORT, 'a letter is withdrawn, never deleted'); END;
`,
};
