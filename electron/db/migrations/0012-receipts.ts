import type { Migration } from './migration.ts';

/** Receipts as a step of the notice schedule, and papers about money that go by e-mail. */
export const receipts: Migration = {
  name: '0012-receipts',
  sql: /* sql */ `
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
