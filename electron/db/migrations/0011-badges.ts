import type { Migration } from './migration.ts';

/**
 * Digital badges at Credly: what we ask for, in which file each request went out, and what Credly's own export says of every badge.
 * And the continuing education that members get at a discount (SC-CE-1), with its prices by date.
 */
export const badges: Migration = {
  name: '0011-badges',
  sql: /* sql */ `
-- A badge that Credly is to issue. How far it is, is read off its exports and Credly's own list.
CREATE TABLE badge_request (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  reason TEXT NOT NULL CHECK (reason IN ('certified','recertified','missing')),
  requested_on TEXT NOT NULL CHECK (requested_on IS date(requested_on)),
  actor TEXT NOT NULL,
  withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
  withdrawn_reason TEXT CHECK (trim(withdrawn_reason) <> ''),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX badge_request_once ON badge_request (certification_id, reason, requested_on) WHERE withdrawn_on IS NULL;
CREATE INDEX badge_request_by_certification ON badge_request (certification_id);
CREATE TRIGGER badge_request_kept BEFORE DELETE ON badge_request BEGIN SELECT RAISE(ABORT, 'a badge request is withdrawn, never deleted'); END;
CREATE TRIGGER badge_request_fixed BEFORE UPDATE ON badge_request
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.certification_id IS NOT OLD.certification_id OR NEW.reason IS NOT OLD.reason
  OR NEW.requested_on IS NOT OLD.requested_on OR NEW.actor IS NOT OLD.actor
BEGIN SELECT RAISE(ABORT, 'a badge request is withdrawn, never changed'); END;

-- What was written for Credly together: new badges, or what corrects the badges that are there. Its files lie in documents/.
CREATE TABLE badge_export (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('issue','correct')),
  exported_on TEXT NOT NULL CHECK (exported_on IS date(exported_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE TRIGGER badge_export_kept BEFORE DELETE ON badge_export BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;
CREATE TRIGGER badge_export_fixed BEFORE UPDATE ON badge_export BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

CREATE TABLE badge_export_file (
  export_id INTEGER NOT NULL REFERENCES badge_export (id),
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  rows INTEGER NOT NULL CHECK (rows BETWEEN 1 AND 5000),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (export_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER badge_export_file_kept BEFORE DELETE ON badge_export_file BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;
CREATE TRIGGER badge_export_file_fixed BEFORE UPDATE ON badge_export_file BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

-- Which request is in which export. Only one of them is its first; the others were asked for again, by name.
CREATE TABLE badge_exported (
  export_id INTEGER NOT NULL REFERENCES badge_export (id),
  request_id INTEGER NOT NULL REFERENCES badge_request (id),
  again INTEGER NOT NULL CHECK (again IN (0, 1)),
  PRIMARY KEY (export_id, request_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX badge_exported_once ON badge_exported (request_id) WHERE again = 0;
CREATE INDEX badge_exported_by_request ON badge_exported (request_id, export_id);
CREATE TRIGGER badge_exported_open BEFORE INSERT ON badge_exported
WHEN (SELECT withdrawn_on FROM badge_request WHERE id = NEW.request_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the badge request was withdrawn'); END;
CREATE TRIGGER badge_exported_kept BEFORE DELETE ON badge_exported BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;
CREATE TRIGGER badge_exported_fixed BEFORE UPDATE ON badge_exported BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

CREATE TABLE credly_import (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on)),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  actor TEXT NOT NULL
) STRICT;

-- A badge as Credly's export last told of it; claimed = what Credly calls accepted.
CREATE TABLE credly_badge (
  id INTEGER PRIMARY KEY,
  badge_id TEXT NOT NULL UNIQUE CHECK (badge_id <> ''),
  certification_id INTEGER REFERENCES certification (id),
  template_id TEXT NOT NULL,
  earner_id TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('issued','claimed','revoked')),
  issued_on TEXT CHECK (issued_on IS date(issued_on)),
  state_on TEXT CHECK (state_on IS date(state_on)),
  import_id INTEGER NOT NULL REFERENCES credly_import (id)
) STRICT;
CREATE INDEX credly_badge_by_certification ON credly_badge (certification_id, state);
CREATE TRIGGER credly_badge_kept BEFORE DELETE ON credly_badge BEGIN SELECT RAISE(ABORT, 'a badge is revoked, never deleted'); END;

-- What an import found different about a badge, and what it was before.
CREATE TABLE credly_badge_change (
  id INTEGER PRIMARY KEY,
  credly_badge_id INTEGER NOT NULL REFERENCES credly_badge (id),
  import_id INTEGER NOT NULL REFERENCES credly_import (id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;
CREATE INDEX credly_badge_change_by_badge ON credly_badge_change (credly_badge_id, id);
CREATE TRIGGER credly_badge_change_kept BEFORE DELETE ON credly_badge_change BEGIN SELECT RAISE(ABORT, 'the history of a badge stays as it is'); END;
CREATE TRIGGER credly_badge_change_fixed BEFORE UPDATE ON credly_badge_change BEGIN SELECT RAISE(ABORT, 'the history of a badge stays as it is'); END;

-- Continuing education with a list and a member price.
CREATE TABLE ce_offering (
  id INTEGER PRIMARY KEY,
  external_id TEXT UNIQUE CHECK (external_id <> ''),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  provider TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL CHECK (category IN ('professional-education','formal-education','authorship','instructional-presentation','organizational-participation')),
  points REAL NOT NULL CHECK (points > 0),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date TEXT CHECK (to_date IS date(to_date) AND to_date >= from_date)
) STRICT;
CREATE INDEX ce_offering_by_date ON ce_offering (from_date, to_date);
CREATE TRIGGER ce_offering_kept BEFORE DELETE ON ce_offering BEGIN SELECT RAISE(ABORT, 'an offering ends on a date, it is never deleted'); END;

-- What an offering costs from a date on. A later entry for the same date corrects the earlier one, which stays.
CREATE TABLE ce_price (
  id INTEGER PRIMARY KEY,
  offering_id INTEGER NOT NULL REFERENCES ce_offering (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  list_cents INTEGER NOT NULL CHECK (list_cents >= 0),
  member_cents INTEGER NOT NULL CHECK (member_cents >= 0 AND member_cents <= list_cents),
  set_on TEXT NOT NULL CHECK (set_on IS date(set_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX ce_price_by_offering ON ce_price (offering_id, from_date, id);
CREATE TRIGGER ce_price_kept BEFORE DELETE ON ce_price BEGIN SELECT RAISE(ABORT, 'a price is never deleted'); END;
CREATE TRIGGER ce_price_fixed BEFORE UPDATE ON ce_price BEGIN SELECT RAISE(ABORT, 'a price is never changed'); END;
`,
};
