import type { Migration } from './migration.ts';

/**
 * Documents are pasted too, and one that came through the scan folder keeps where it lay, so that it is taken once. What could not be read may be
 * read again; what was read stays as it is.
 */
export const waysIn: Migration = {
  name: '0019-ways-in',
  sql: /* sql */ `
CREATE TABLE intake_arrival_new (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  name TEXT NOT NULL CHECK (name <> ''),
  channel TEXT NOT NULL CHECK (channel IN ('dropped','chosen','command','watched','pasted')),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL,
  -- Where it lay in the scan folder and when it was last written, in milliseconds; null for every other way.
  path TEXT CHECK (path <> ''),
  modified_ms INTEGER,
  CHECK ((path IS NULL) = (modified_ms IS NULL))
) STRICT;
INSERT INTO intake_arrival_new (id, document_id, name, channel, received_on, received_at, received_by)
SELECT id, document_id, name, channel, received_on, received_at, received_by FROM intake_arrival;
DROP TABLE intake_arrival;
ALTER TABLE intake_arrival_new RENAME TO intake_arrival;
CREATE INDEX intake_arrival_by_document ON intake_arrival (document_id, id);
CREATE INDEX intake_arrival_by_path ON intake_arrival (path, modified_ms) WHERE path IS NOT NULL;
CREATE TRIGGER intake_arrival_fixed BEFORE UPDATE ON intake_arrival BEGIN SELECT RAISE(ABORT, 'how a document came stays on record'); END;
CREATE TRIGGER intake_arrival_kept BEFORE DELETE ON intake_arrival BEGIN SELECT RAISE(ABORT, 'how a document came stays on record'); END;

DROP TRIGGER intake_document_fixed;
CREATE TRIGGER intake_document_fixed BEFORE UPDATE ON intake_document
WHEN NEW.sha256 IS NOT OLD.sha256 OR NEW.bytes IS NOT OLD.bytes OR NEW.type IS NOT OLD.type OR OLD.pages IS NOT NULL OR (OLD.read_at IS NOT NULL AND NEW.read_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'a document is never altered'); END;
`,
};
