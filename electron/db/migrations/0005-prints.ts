import type { Migration } from './migration.ts';

/** Which sheets a print held, how it lay on paper, and whether its very file is kept. */
export const prints: Migration = {
  name: '0005-prints',
  sql: /* sql */ `
-- Sheets of a print that are not all of first_sheet to last_sheet, as '12,15-17'.
ALTER TABLE run_print ADD COLUMN sheets TEXT CHECK (sheets <> '');
-- Each sheet followed by a blank back.
ALTER TABLE run_print ADD COLUMN duplex INTEGER NOT NULL DEFAULT 0 CHECK (duplex IN (0, 1));
-- The PDF lies in documents/ under its hash; what was printed before prints were kept does not.
ALTER TABLE run_print ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
CREATE INDEX run_print_by_run ON run_print (run_id, id);

CREATE TRIGGER run_mailed_whole BEFORE UPDATE OF mailed_on ON run
WHEN OLD.mailed_on IS NULL AND NEW.mailed_on IS NOT NULL
  AND EXISTS (SELECT 1 FROM spoiled_sheet WHERE run_id = NEW.id AND reprint_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'spoiled sheets wait for their reprint'); END;
CREATE TRIGGER run_mailed_count BEFORE UPDATE OF mailed_count ON run
WHEN NEW.mailed_count IS NOT NULL AND NEW.mailed_count <> NEW.to_print
BEGIN SELECT RAISE(ABORT, 'the count handed over does not agree with the run'); END;
`,
};
