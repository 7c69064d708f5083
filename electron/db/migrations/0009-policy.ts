import type { Migration } from './migration.ts';

/**
 * What the office decided about policy values, as a trail: every change, confirmation and withdrawal is a row that stays. What was set
 * before there was a trail keeps its number, its reason and its day.
 */
export const policy: Migration = {
  name: '0009-policy',
  sql: /* sql */ `
CREATE TABLE policy_decision (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('set', 'confirmed', 'withdrawn')),
  name TEXT NOT NULL,
  -- Of one name and day the last decision holds; one that was withdrawn is as if it had never been made.
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  -- In the name's unit; a value that is itself a date stands in date_value.
  value REAL,
  date_value TEXT CHECK (date_value IS date(date_value)),
  reason TEXT NOT NULL,
  -- Where the office found it written; empty where it was set elsewhere in the app.
  reference TEXT NOT NULL,
  actor TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  set_at TEXT NOT NULL,
  CHECK ((value IS NULL) + (date_value IS NULL) = CASE kind WHEN 'withdrawn' THEN 2 ELSE 1 END)
) STRICT;
INSERT INTO policy_decision (id, kind, name, from_date, value, reason, reference, actor, approved_by, set_at)
  SELECT id, 'set', name, from_date, value, reason, '', actor, actor, set_at FROM policy_override;
DROP TABLE policy_override;
CREATE INDEX policy_decision_by_name ON policy_decision (name, from_date, id);

CREATE TRIGGER policy_decision_kept BEFORE DELETE ON policy_decision
BEGIN SELECT RAISE(ABORT, 'a policy decision stays on record'); END;
CREATE TRIGGER policy_decision_fixed BEFORE UPDATE ON policy_decision
BEGIN SELECT RAISE(ABORT, 'a policy decision is never rewritten'); END;
`,
};
