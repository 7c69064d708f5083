import type { Migration } from './migration.ts';

/** Letters that send refused documents back go out in runs; letters about applications say which version they were written with. */
export const returnLetters: Migration = {
  name: '0018-return-letters',
  sql: /* sql */ `
-- A run may be one of return letters. What refers to a run refers to it again when all is back in its place.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE run_before AS SELECT * FROM run;
DROP TABLE run;
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('renewal','reminder','past-due','final','ccp','lapse','receipt','audit','return','decision','labels')),
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
INSERT INTO run SELECT * FROM run_before;
DROP TABLE run_before;
CREATE INDEX run_by_month ON run (month, step);
CREATE TRIGGER run_frozen BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.step IS NOT OLD.step OR NEW.month IS NOT OLD.month
  OR NEW.prepared_on IS NOT OLD.prepared_on OR NEW.selected IS NOT OLD.selected OR NEW.to_print IS NOT OLD.to_print
  OR NEW.to_email IS NOT OLD.to_email OR NEW.held IS NOT OLD.held OR NEW.frozen IS NOT OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
CREATE TRIGGER run_kept BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
CREATE TRIGGER run_complete BEFORE INSERT ON run
WHEN NEW.selected <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_print <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'print')
  OR NEW.to_print <> (SELECT ifnull(max(sheet), 0) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_email <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'email')
  OR NEW.held <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'held')
BEGIN SELECT RAISE(ABORT, 'the pieces of the run do not add up'); END;
CREATE TRIGGER run_mailed_whole BEFORE UPDATE OF mailed_on ON run
WHEN OLD.mailed_on IS NULL AND NEW.mailed_on IS NOT NULL
  AND EXISTS (SELECT 1 FROM spoiled_sheet WHERE run_id = NEW.id AND reprint_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'spoiled sheets wait for their reprint'); END;
CREATE TRIGGER run_mailed_count BEFORE UPDATE OF mailed_count ON run
WHEN NEW.mailed_count IS NOT NULL AND NEW.mailed_count <> NEW.to_print
BEGIN SELECT RAISE(ABORT, 'the count handed over does not agree with the run'); END;

-- What becomes of the papers, and the run that the letter went out with.
ALTER TABLE intake_return_letter ADD COLUMN papers TEXT NOT NULL DEFAULT 'enclosed' CHECK (papers IN ('enclosed','shredded','file'));
ALTER TABLE intake_return_letter ADD COLUMN run_id TEXT REFERENCES run (id);
ALTER TABLE intake_return_letter ADD COLUMN position INTEGER CHECK ((run_id IS NULL) = (position IS NULL));
DROP INDEX intake_return_letter_queued;
CREATE UNIQUE INDEX intake_return_letter_queued ON intake_return_letter (part_id) WHERE withdrawn_on IS NULL AND run_id IS NULL;
CREATE INDEX intake_return_letter_by_part ON intake_return_letter (part_id);
CREATE INDEX intake_return_letter_by_run ON intake_return_letter (run_id, position) WHERE run_id IS NOT NULL;
CREATE TRIGGER intake_return_letter_fixed BEFORE UPDATE ON intake_return_letter
WHEN NEW.part_id IS NOT OLD.part_id OR NEW.member_id IS NOT OLD.member_id OR NEW.queued_on IS NOT OLD.queued_on
  OR (OLD.run_id IS NOT NULL AND (NEW.run_id IS NOT OLD.run_id OR NEW.position IS NOT OLD.position OR NEW.papers IS NOT OLD.papers))
  OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NOT OLD.withdrawn_on)
BEGIN SELECT RAISE(ABORT, 'what a return letter says stays on record'); END;

-- The office's own version of the letter; null = the text that ships, or a paper that is no letter.
ALTER TABLE recertification_paper ADD COLUMN letter_version INTEGER CHECK (letter_version > 0);
`,
};
