CREATE INDEX activity_facts ON activity (member_id, completed_on, category, points, criteria, source, finding, employed_from, employed_to);

CREATE INDEX annual_fee_facts ON annual_fee (certification_id, year_start, amount_cents, paid_cents, waived);

CREATE INDEX certificate_search_by_member ON certificate_search (member_id);

CREATE UNIQUE INDEX certification_by_certificate_no ON certification (certificate_no) WHERE certificate_no IS NOT NULL;

CREATE INDEX certification_by_code ON certification (code, member_id);

CREATE INDEX journal_by_subject ON journal (subject, subject_id, seq);

CREATE UNIQUE INDEX lapse_open ON lapse (certification_id) WHERE lifted_on IS NULL;

CREATE INDEX member_by_sort_name ON member (sort_name, id);

CREATE INDEX member_search_by_city ON member_search (city);

CREATE INDEX member_search_by_email ON member_search (email) WHERE email <> '';

CREATE INDEX member_search_by_email_domain ON member_search (substr(email, instr(email, '@') + 1)) WHERE email <> '';

CREATE INDEX member_search_by_local_phone ON member_search (substr(phone, 4)) WHERE phone <> '';

CREATE UNIQUE INDEX member_search_by_member ON member_search (member_id);

CREATE INDEX member_search_by_number ON member_search (number);

CREATE INDEX member_search_by_phone ON member_search (phone) WHERE phone <> '';

CREATE INDEX member_search_by_phone_end ON member_search (substr(phone, -4)) WHERE phone <> '';

CREATE INDEX member_search_by_state ON member_search (state);

CREATE INDEX member_search_by_zip ON member_search (zip);

CREATE INDEX payment_allocation_by_fee ON payment_allocation (annual_fee_id);

CREATE INDEX payment_by_certification ON payment (certification_id, received_on);

CREATE INDEX postal_address_by_member ON postal_address (member_id, valid_from);

CREATE UNIQUE INDEX postal_address_current ON postal_address (member_id) WHERE valid_to IS NULL;

CREATE UNIQUE INDEX recertification_application_open ON recertification_application (certification_id) WHERE closed_on IS NULL;

CREATE INDEX run_by_month ON run (kind, month);

CREATE INDEX run_piece_by_member ON run_piece (member_id);

CREATE INDEX standing_by_status ON standing (status, certification_id);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  category TEXT NOT NULL CHECK (category IN ('professional-education','formal-education','employment-verification','authorship','instructional-presentation','organizational-participation')),
  title TEXT NOT NULL,
  provider TEXT NOT NULL DEFAULT '',
  completed_on TEXT CHECK (completed_on IS date(completed_on)),
  employed_from TEXT CHECK (employed_from IS date(employed_from)),
  employed_to TEXT CHECK (employed_to IS date(employed_to) AND employed_to >= employed_from),
  hours REAL CHECK (hours >= 0),
  points REAL NOT NULL CHECK (points >= 0),
  criteria INTEGER NOT NULL CHECK (criteria BETWEEN 0 AND 7),
  source TEXT NOT NULL CHECK (source IN ('member','amt-online','staff')),
  finding TEXT CHECK (finding IN ('accepted','rejected')),
  external_id TEXT CHECK (external_id <> ''),
  import_id INTEGER REFERENCES import (id),
  import_key TEXT UNIQUE,
  CHECK (CASE category WHEN 'employment-verification' THEN completed_on IS NULL AND employed_from IS NOT NULL
                       ELSE completed_on IS NOT NULL AND employed_from IS NULL AND employed_to IS NULL END)
) STRICT;

CREATE TABLE annual_fee (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  year_start TEXT NOT NULL CHECK (year_start IS date(year_start)),
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on) AND due_on >= year_start),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents >= 0),
  waived INTEGER NOT NULL DEFAULT 0 CHECK (waived IN (0, 1)),
  invoiced_on TEXT NOT NULL CHECK (invoiced_on IS date(invoiced_on)),
  import_id INTEGER REFERENCES import (id),
  UNIQUE (certification_id, year_start)
) STRICT;

CREATE TABLE attestation (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  attested_on TEXT NOT NULL CHECK (attested_on IS date(attested_on)),
  import_id INTEGER REFERENCES import (id),
  UNIQUE (certification_id, cycle_start)
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER REFERENCES audit_campaign (id),
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  selected_on TEXT NOT NULL CHECK (selected_on IS date(selected_on)),
  closed_on TEXT CHECK (closed_on IS date(closed_on) AND closed_on >= selected_on),
  outcome TEXT CHECK (outcome IN ('compliant','non-compliant')),
  UNIQUE (certification_id, cycle_start, selected_on),
  CHECK ((closed_on IS NULL) = (outcome IS NULL))
) STRICT;

CREATE TABLE audit_campaign (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  rate REAL NOT NULL CHECK (rate > 0 AND rate <= 1),
  seed TEXT NOT NULL,
  population INTEGER NOT NULL CHECK (population >= 0),
  population_sha256 TEXT NOT NULL CHECK (length(population_sha256) = 64),
  drawn_on TEXT NOT NULL CHECK (drawn_on IS date(drawn_on))
) STRICT;

CREATE TABLE certificate_search (
  number TEXT NOT NULL,
  member_id INTEGER NOT NULL,
  PRIMARY KEY (number, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE certification (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  code TEXT NOT NULL CHECK (code IN ('MT','MLT','MDT','CLC','RMA','CMAS','RDA','CMLA','RPT','AHI')),
  certified_on TEXT NOT NULL CHECK (certified_on IS date(certified_on)),
  recertified_on TEXT CHECK (recertified_on IS date(recertified_on) AND recertified_on >= certified_on),
  certificate_no TEXT CHECK (certificate_no <> ''),
  import_id INTEGER REFERENCES import (id),
  UNIQUE (member_id, code)
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('members','certifications','fees','payments','activities','attestations')),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  state TEXT NOT NULL CHECK (state IN ('applying','done')),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  added INTEGER NOT NULL DEFAULT 0 CHECK (added >= 0),
  updated INTEGER NOT NULL DEFAULT 0 CHECK (updated >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  actor TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE lapse (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cause TEXT NOT NULL CHECK (cause IN ('fees','points','audit')),
  since TEXT NOT NULL CHECK (since IS date(since)),
  marked_on TEXT NOT NULL CHECK (marked_on IS date(marked_on)),
  lifted_on TEXT CHECK (lifted_on IS date(lifted_on))
) STRICT;

CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  member_no TEXT NOT NULL UNIQUE CHECK (member_no <> ''),
  first_name TEXT NOT NULL CHECK (first_name <> ''),
  middle_name TEXT NOT NULL DEFAULT '',
  last_name TEXT NOT NULL CHECK (last_name <> ''),
  suffix TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL,
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  mail_ok INTEGER NOT NULL DEFAULT 1 CHECK (mail_ok IN (0, 1)),
  email_ok INTEGER NOT NULL DEFAULT 1 CHECK (email_ok IN (0, 1)),
  deceased_on TEXT CHECK (deceased_on IS date(deceased_on)),
  import_id INTEGER REFERENCES import (id)
) STRICT;

CREATE TABLE member_search (
  position INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  city TEXT NOT NULL,
  state TEXT NOT NULL,
  zip TEXT NOT NULL
) STRICT;

CREATE TABLE member_standing (
  position INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL,
  active INTEGER NOT NULL,
  due INTEGER NOT NULL,
  past_due INTEGER NOT NULL,
  lapsed INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  months INTEGER NOT NULL,
  attention INTEGER NOT NULL,
  status_order INTEGER NOT NULL,
  next_due_order INTEGER NOT NULL,
  owed_cents INTEGER NOT NULL,
  points_outstanding REAL NOT NULL,
  cycle_end_order INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE member_words USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize="ascii tokenchars '@^'"
);

CREATE TABLE name_part (
  part TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (part, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_word (word TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  reference TEXT NOT NULL DEFAULT '',
  import_id INTEGER REFERENCES import (id),
  import_key TEXT UNIQUE
) STRICT;

CREATE TABLE payment_allocation (
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  annual_fee_id INTEGER NOT NULL REFERENCES annual_fee (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (payment_id, annual_fee_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_override (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  set_at TEXT NOT NULL,
  UNIQUE (name, from_date)
) STRICT;

CREATE TABLE postal_address (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  address1 TEXT NOT NULL DEFAULT '',
  address2 TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  zip TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT 'US' CHECK (length(country) = 2),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to TEXT CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
  bad_reason TEXT
) STRICT;

CREATE TABLE recertification_application (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  route TEXT NOT NULL CHECK (route IN ('ccp','exam')),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  closed_on TEXT CHECK (closed_on IS date(closed_on) AND closed_on >= received_on)
) STRICT;

CREATE TABLE rolled_cycle (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  cycle_end TEXT NOT NULL CHECK (cycle_end IS date(cycle_end) AND cycle_end > cycle_start),
  points_required REAL NOT NULL CHECK (points_required >= 0),
  points_counted REAL NOT NULL CHECK (points_counted >= 0),
  attested INTEGER NOT NULL CHECK (attested IN (0, 1)),
  rolled_on TEXT NOT NULL CHECK (rolled_on IS date(rolled_on)),
  UNIQUE (certification_id, cycle_start)
) STRICT;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('renewal')),
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
  CHECK (selected = to_print + to_email + held),
  CHECK (mailed_on IS NULL OR printed_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_piece (
  run_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position > 0),
  member_id INTEGER NOT NULL REFERENCES member (id),
  channel TEXT NOT NULL CHECK (channel IN ('print','email','held')),
  sheet INTEGER CHECK (sheet > 0),
  held_reason TEXT,
  held_detail TEXT,
  asked_cents INTEGER NOT NULL CHECK (asked_cents >= 0),
  content TEXT CHECK (json_valid(content)),
  PRIMARY KEY (run_id, position),
  UNIQUE (run_id, member_id),
  UNIQUE (run_id, sheet),
  CHECK ((channel = 'held') = (held_reason IS NOT NULL)),
  CHECK (held_detail IS NULL OR channel = 'held'),
  CHECK ((channel = 'print') = (sheet IS NOT NULL)),
  CHECK ((channel = 'held') = (content IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE run_print (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  first_sheet INTEGER NOT NULL CHECK (first_sheet > 0),
  last_sheet INTEGER NOT NULL CHECK (last_sheet >= first_sheet),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  printed_at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE standing (
  certification_id INTEGER PRIMARY KEY REFERENCES certification (id),
  as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
  status TEXT NOT NULL CHECK (status IN ('active','due','past-due','lapsed')),
  bound_by_ccp INTEGER NOT NULL CHECK (bound_by_ccp IN (0, 1)),
  cycle_start TEXT NOT NULL,
  cycle_end TEXT NOT NULL,
  points_required REAL NOT NULL,
  points_counted REAL NOT NULL,
  points_outstanding REAL NOT NULL,
  attested INTEGER NOT NULL CHECK (attested IN (0, 1)),
  next_due_on TEXT NOT NULL,
  owed_cents INTEGER NOT NULL CHECK (owed_cents >= 0),
  oldest_unpaid_due_on TEXT,
  lapse_cause TEXT CHECK (lapse_cause IN ('fees','points','audit')),
  lapse_since TEXT,
  exam_only INTEGER NOT NULL CHECK (exam_only IN (0, 1)),
  points_attention INTEGER NOT NULL CHECK (points_attention IN (0, 1)),
  audit_open INTEGER NOT NULL CHECK (audit_open IN (0, 1)),
  roll_blocked INTEGER NOT NULL CHECK (roll_blocked IN (0, 1))
) STRICT;

CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER payment_allocation_added AFTER INSERT ON payment_allocation BEGIN
  UPDATE annual_fee SET paid_cents = paid_cents + NEW.amount_cents WHERE id = NEW.annual_fee_id;
END;

CREATE TRIGGER payment_allocation_fixed BEFORE UPDATE ON payment_allocation BEGIN
  SELECT RAISE(ABORT, 'an allocation is removed and made anew, never changed');
END;

CREATE TRIGGER payment_allocation_removed AFTER DELETE ON payment_allocation BEGIN
  UPDATE annual_fee SET paid_cents = paid_cents - OLD.amount_cents WHERE id = OLD.annual_fee_id;
END;

CREATE TRIGGER run_complete BEFORE INSERT ON run
WHEN NEW.selected <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_print <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'print')
  OR NEW.to_print <> (SELECT ifnull(max(sheet), 0) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_email <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'email')
  OR NEW.held <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'held')
BEGIN SELECT RAISE(ABORT, 'the pieces of the run do not add up'); END;

CREATE TRIGGER run_frozen BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.month IS NOT OLD.month OR NEW.prepared_on IS NOT OLD.prepared_on
  OR NEW.selected IS NOT OLD.selected OR NEW.to_print IS NOT OLD.to_print OR NEW.to_email IS NOT OLD.to_email
  OR NEW.held IS NOT OLD.held OR NEW.frozen IS NOT OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;

CREATE TRIGGER run_kept BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER run_piece_frozen BEFORE UPDATE ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;

CREATE TRIGGER run_piece_kept BEFORE DELETE ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER run_piece_late BEFORE INSERT ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.run_id)
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;
