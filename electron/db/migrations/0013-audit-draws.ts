import type { Migration } from './migration.ts';

/**
 * The draws of the annual audit. A campaign is a year; a draw is frozen with its population, so that anybody can repeat it. A further
 * draw of a year stands beside the first with its reason.
 */
export const auditDraws: Migration = {
  name: '0013-audit-draws',
  sql: /* sql */ `
CREATE TABLE audit_draw (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES audit_campaign (id),
  number INTEGER NOT NULL CHECK (number > 0),
  -- 'taken-over': drawn before Standing kept populations; it cannot be repeated.
  algorithm TEXT NOT NULL CHECK (algorithm IN ('sha256-rank-1','taken-over')),
  seed TEXT NOT NULL CHECK (seed <> ''),
  rate REAL CHECK (rate > 0 AND rate <= 1),
  size INTEGER CHECK (size >= 0),
  population INTEGER NOT NULL CHECK (population >= 0),
  population_sha256 TEXT NOT NULL CHECK (length(population_sha256) = 64),
  reason TEXT NOT NULL DEFAULT '',
  drawn_on TEXT NOT NULL CHECK (drawn_on IS date(drawn_on)),
  drawn_by TEXT NOT NULL,
  UNIQUE (campaign_id, number),
  CHECK (number = 1 OR trim(reason) <> ''),
  CHECK ((rate IS NULL) <> (size IS NULL))
) STRICT;
INSERT INTO audit_draw (campaign_id, number, algorithm, seed, rate, population, population_sha256, drawn_on, drawn_by)
  SELECT id, 1, 'taken-over', seed, rate, population, population_sha256, drawn_on, 'earlier version' FROM audit_campaign;
ALTER TABLE audit_campaign DROP COLUMN rate;
ALTER TABLE audit_campaign DROP COLUMN seed;
ALTER TABLE audit_campaign DROP COLUMN population;
ALTER TABLE audit_campaign DROP COLUMN population_sha256;
ALTER TABLE audit_campaign DROP COLUMN drawn_on;

-- Everyone who moved to a new cycle in the year before, with who was drawn, and who could not be and why. Written before its draw.
CREATE TABLE audit_candidate (
  draw_id INTEGER NOT NULL REFERENCES audit_draw (id) DEFERRABLE INITIALLY DEFERRED,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  public_id TEXT NOT NULL CHECK (public_id <> ''),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  cycle_end TEXT NOT NULL CHECK (cycle_end IS date(cycle_end) AND cycle_end > cycle_start),
  how TEXT NOT NULL CHECK (how IN ('recorded','attested')),
  excluded TEXT CHECK (excluded IN ('deceased','under-audit','audited-last-cycle')),
  selected INTEGER NOT NULL CHECK (selected IN (0, 1)),
  PRIMARY KEY (draw_id, certification_id),
  CHECK (excluded IS NULL OR selected = 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_candidate_late BEFORE INSERT ON audit_candidate WHEN EXISTS (SELECT 1 FROM audit_draw WHERE id = NEW.draw_id)
BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;
CREATE TRIGGER audit_candidate_fixed BEFORE UPDATE ON audit_candidate BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;
CREATE TRIGGER audit_candidate_kept BEFORE DELETE ON audit_candidate BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;
CREATE TRIGGER audit_draw_complete BEFORE INSERT ON audit_draw WHEN NEW.algorithm <> 'taken-over'
  AND NEW.population <> (SELECT count(*) FROM audit_candidate WHERE draw_id = NEW.id AND excluded IS NULL)
BEGIN SELECT RAISE(ABORT, 'the population of the draw does not add up'); END;
CREATE TRIGGER audit_draw_fixed BEFORE UPDATE ON audit_draw BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;
CREATE TRIGGER audit_draw_kept BEFORE DELETE ON audit_draw BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;

-- An audit belongs to the draw that selected it, or was opened for cause: with a reason, and never within a sample.
ALTER TABLE audit ADD COLUMN draw_id INTEGER REFERENCES audit_draw (id);
ALTER TABLE audit ADD COLUMN for_cause TEXT CHECK (for_cause IS NULL OR (trim(for_cause) <> '' AND draw_id IS NULL AND campaign_id IS NULL));
UPDATE audit SET draw_id = (SELECT d.id FROM audit_draw d WHERE d.campaign_id = audit.campaign_id);
CREATE INDEX audit_by_draw ON audit (draw_id) WHERE draw_id IS NOT NULL;
CREATE INDEX audit_by_certification ON audit (certification_id, cycle_start);
`,
};
