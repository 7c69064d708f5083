import type { Migration } from './migration.ts';

/** A payment file is entered in short transactions: its deposit knows how many lines it has to have in all, and is closed only with every one of them. */
export const wholeFiles: Migration = {
  name: '0023-whole-files',
  sql: /* sql */ `
-- Null for the post, and for files that were entered at one go before this was counted.
ALTER TABLE deposit ADD COLUMN file_lines INTEGER CHECK (file_lines > 0);
CREATE VIEW deposit_awaited AS
SELECT d.id AS deposit_id, CASE WHEN d.file_lines IS NULL THEN 0 ELSE d.file_lines
  - (SELECT count(*) FROM receipt_line l WHERE l.deposit_id = d.id)
  - (SELECT count(*) FROM receipt_aside a WHERE a.deposit_id = d.id) END AS lines
FROM deposit d;
CREATE TRIGGER deposit_whole BEFORE UPDATE OF closed_on ON deposit
WHEN NEW.closed_on IS NOT NULL AND (SELECT lines FROM deposit_awaited WHERE deposit_id = NEW.id) <> 0
BEGIN SELECT RAISE(ABORT, 'lines of the file are not entered yet'); END;
`,
};
