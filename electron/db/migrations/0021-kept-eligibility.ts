import type { Migration } from './migration.ts';

/** What the eligibility assistant found is kept with an application by exam, and which of the documents it asks for came. */
export const keptEligibility: Migration = {
  name: '0021-kept-eligibility',
  sql: /* sql */ `
-- The answers, the way chosen and what it asked then (SC-RECERT-4, SC-LAPSE-0). Found anew, the newest counts.
CREATE TABLE recertification_eligibility (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  found TEXT NOT NULL CHECK (json_valid(found)),
  found_on TEXT NOT NULL CHECK (found_on IS date(found_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX recertification_eligibility_by_application ON recertification_eligibility (application_id, id);
CREATE TRIGGER recertification_eligibility_kept BEFORE DELETE ON recertification_eligibility BEGIN SELECT RAISE(ABORT, 'what was found stays on record'); END;
CREATE TRIGGER recertification_eligibility_fixed BEFORE UPDATE ON recertification_eligibility BEGIN SELECT RAISE(ABORT, 'what was found stays on record'); END;

-- A document of the list came; without a day, that was noted by mistake. The newest entry of a place counts.
CREATE TABLE recertification_document (
  id INTEGER PRIMARY KEY,
  eligibility_id INTEGER NOT NULL REFERENCES recertification_eligibility (id),
  place INTEGER NOT NULL CHECK (place > 0),
  came_on TEXT CHECK (came_on IS date(came_on)),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX recertification_document_by_eligibility ON recertification_document (eligibility_id, place, id);
CREATE TRIGGER recertification_document_kept BEFORE DELETE ON recertification_document BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;
CREATE TRIGGER recertification_document_fixed BEFORE UPDATE ON recertification_document BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;
`,
};
