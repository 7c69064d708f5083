import type { Migration } from './migration.ts';

/** Documents that are destroyed when they need not be kept any longer, the log of it, and what stops it. */
export const retention: Migration = {
  name: '0022-retention',
  sql: /* sql */ `
-- Stops the destruction of a document, or of every document of a member, until it is lifted.
CREATE TABLE retention_hold (
  id INTEGER PRIMARY KEY,
  document_id INTEGER REFERENCES intake_document (id),
  member_id INTEGER REFERENCES member (id),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  placed_on TEXT NOT NULL CHECK (placed_on IS date(placed_on)),
  placed_by TEXT NOT NULL,
  placed_at TEXT NOT NULL,
  lifted_on TEXT CHECK (lifted_on IS date(lifted_on) AND lifted_on >= placed_on),
  lifted_by TEXT,
  lifted_why TEXT CHECK (trim(lifted_why) <> ''),
  CHECK ((document_id IS NULL) <> (member_id IS NULL)),
  CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (lifted_why IS NULL))
) STRICT;
CREATE INDEX retention_hold_by_document ON retention_hold (document_id) WHERE document_id IS NOT NULL AND lifted_on IS NULL;
CREATE INDEX retention_hold_by_member ON retention_hold (member_id) WHERE member_id IS NOT NULL AND lifted_on IS NULL;
CREATE TRIGGER retention_hold_fixed BEFORE UPDATE ON retention_hold
WHEN OLD.lifted_on IS NOT NULL OR NEW.document_id IS NOT OLD.document_id OR NEW.member_id IS NOT OLD.member_id
  OR NEW.reason IS NOT OLD.reason OR NEW.placed_on IS NOT OLD.placed_on OR NEW.placed_by IS NOT OLD.placed_by OR NEW.placed_at IS NOT OLD.placed_at
BEGIN SELECT RAISE(ABORT, 'a hold is lifted once, and stays on record'); END;
CREATE TRIGGER retention_hold_kept BEFORE DELETE ON retention_hold BEGIN SELECT RAISE(ABORT, 'a hold is lifted, never deleted'); END;

-- One action of a manager, with the documents that it destroyed.
CREATE TABLE destruction (
  id INTEGER PRIMARY KEY,
  destroyed_on TEXT NOT NULL CHECK (destroyed_on IS date(destroyed_on)),
  actor TEXT NOT NULL,
  approved_by TEXT NOT NULL CHECK (trim(approved_by) <> ''),
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER destruction_fixed BEFORE UPDATE ON destruction BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;
CREATE TRIGGER destruction_kept BEFORE DELETE ON destruction BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;

-- What is left of a document. The row comes first; once its bytes are gone it says so: what a crash left is completed at the next start.
CREATE TABLE destroyed_document (
  id INTEGER PRIMARY KEY,
  destruction_id INTEGER NOT NULL REFERENCES destruction (id),
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  type TEXT NOT NULL,
  pages INTEGER CHECK (pages > 0),
  -- Every time that it came: name, channel, when, who.
  arrivals TEXT NOT NULL CHECK (json_valid(arrivals)),
  -- Whose pages they were, and what was decided about them.
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  -- Under which policy value: since when it was to be kept, for how long, and when that was over.
  kept_from TEXT NOT NULL CHECK (kept_from IS date(kept_from)),
  policy TEXT NOT NULL CHECK (policy <> ''),
  years INTEGER NOT NULL CHECK (years > 0),
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
  -- When its bytes were gone; null = not yet.
  gone_at TEXT,
  -- Who else has the very same bytes, which therefore stay.
  bytes_kept_for TEXT CHECK (trim(bytes_kept_for) <> ''),
  -- When the very same bytes came in again: the document lives anew.
  came_again_at TEXT,
  CHECK (bytes_kept_for IS NULL OR gone_at IS NOT NULL),
  CHECK (came_again_at IS NULL OR gone_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX destroyed_document_once ON destroyed_document (document_id) WHERE came_again_at IS NULL;
CREATE INDEX destroyed_document_by_destruction ON destroyed_document (destruction_id, id);
CREATE INDEX destroyed_document_unfinished ON destroyed_document (id) WHERE gone_at IS NULL;
CREATE TRIGGER destroyed_document_fixed BEFORE UPDATE ON destroyed_document
WHEN NEW.destruction_id IS NOT OLD.destruction_id OR NEW.document_id IS NOT OLD.document_id OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.bytes IS NOT OLD.bytes OR NEW.type IS NOT OLD.type OR NEW.pages IS NOT OLD.pages OR NEW.arrivals IS NOT OLD.arrivals
  OR NEW.parts IS NOT OLD.parts OR NEW.kept_from IS NOT OLD.kept_from OR NEW.policy IS NOT OLD.policy OR NEW.years IS NOT OLD.years
  OR NEW.due_on IS NOT OLD.due_on
  OR (OLD.gone_at IS NOT NULL AND (NEW.gone_at IS NOT OLD.gone_at OR NEW.bytes_kept_for IS NOT OLD.bytes_kept_for))
  OR (OLD.came_again_at IS NOT NULL AND NEW.came_again_at IS NOT OLD.came_again_at)
BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;
CREATE TRIGGER destroyed_document_kept BEFORE DELETE ON destroyed_document BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;
`,
};
