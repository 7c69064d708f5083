import type { Migration } from './migration.ts';

/** Pages that are put in order by hand: which of them a part has, how each is turned, and every step of it. The files stay as they came. */
export const pagesByHand: Migration = {
  name: '0017-pages-by-hand',
  sql: /* sql */ `
-- A part has pages of its own now, in its own order, and one whose pages went into another stays on record without any.
-- What refers to a part refers to it again when all is back in its place.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE intake_part_before AS SELECT * FROM intake_part;
DROP TABLE intake_part;
CREATE TABLE intake_part (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  -- The lowest and the highest of its pages; of one without pages, what they were.
  first_page INTEGER NOT NULL CHECK (first_page > 0),
  last_page INTEGER NOT NULL CHECK (last_page >= first_page),
  -- Its place among the parts of the document; null = by first_page.
  place INTEGER CHECK (place >= 0),
  -- Its pages as [page, quarter turns clockwise] in their order; null = first_page to last_page as they were scanned.
  leaves TEXT CHECK (json_valid(leaves)),
  state TEXT NOT NULL CHECK (state IN ('filed','waiting','refused','quarantined','dismissed','joined')),
  why TEXT NOT NULL DEFAULT '',
  member_id INTEGER REFERENCES member (id),
  audit_id INTEGER REFERENCES audit (id),
  activity_id INTEGER REFERENCES activity (id),
  application_id INTEGER REFERENCES recertification_application (id),
  allowed_by TEXT CHECK (trim(allowed_by) <> ''),
  settled_on TEXT CHECK (settled_on IS date(settled_on)),
  settled_by TEXT,
  CHECK ((state = 'joined') = (leaves IS '[]')),
  CHECK (audit_id IS NULL OR application_id IS NULL),
  CHECK (activity_id IS NULL OR audit_id IS NOT NULL),
  CHECK (state = 'filed' OR (audit_id IS NULL AND application_id IS NULL AND allowed_by IS NULL)),
  CHECK (state <> 'filed' OR (member_id IS NOT NULL AND ((audit_id IS NULL AND application_id IS NULL) = (allowed_by IS NOT NULL)))),
  CHECK (state <> 'refused' OR member_id IS NOT NULL),
  CHECK (state = 'filed' OR trim(why) <> '')
) STRICT;
INSERT INTO intake_part (id, document_id, first_page, last_page, state, why, member_id, audit_id, activity_id, application_id,
  allowed_by, settled_on, settled_by)
  SELECT id, document_id, first_page, last_page, state, why, member_id, audit_id, activity_id, application_id,
  allowed_by, settled_on, settled_by FROM intake_part_before;
DROP TABLE intake_part_before;
CREATE INDEX intake_part_by_document ON intake_part (document_id, place, first_page);
CREATE INDEX intake_part_by_state ON intake_part (state, id);
CREATE INDEX intake_part_by_member ON intake_part (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX intake_part_by_audit ON intake_part (audit_id) WHERE audit_id IS NOT NULL;
CREATE INDEX intake_part_by_application ON intake_part (application_id) WHERE application_id IS NOT NULL;
CREATE TRIGGER intake_part_kept BEFORE DELETE ON intake_part BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

-- Every step by which pages were put in order, and every counter-entry that took one back or did it again.
CREATE TABLE intake_arrangement (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  step TEXT NOT NULL CHECK (step IN ('split','join','move','turn','take-out','undo','redo')),
  page INTEGER NOT NULL CHECK (page > 0),
  -- The step that is taken back or done again.
  of_id INTEGER REFERENCES intake_arrangement (id),
  -- The parts of the document with their pages, before it and after it.
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((step IN ('undo','redo')) = (of_id IS NOT NULL))
) STRICT;
CREATE INDEX intake_arrangement_by_document ON intake_arrangement (document_id, id);
CREATE TRIGGER intake_arrangement_fixed BEFORE UPDATE ON intake_arrangement BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER intake_arrangement_kept BEFORE DELETE ON intake_arrangement BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
`,
};
