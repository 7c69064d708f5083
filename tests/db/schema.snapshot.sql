CREATE INDEX activity_by_external_id ON activity (external_id) WHERE external_id IS NOT NULL;

CREATE INDEX activity_facts ON activity (member_id, completed_on, category, points, criteria, source, finding, employed_from, employed_to, withdrawn_on);

CREATE INDEX activity_grant_by_activity ON activity_grant (activity_id);

CREATE INDEX allocation_release_by_fee ON allocation_release (annual_fee_id);

CREATE INDEX annual_fee_facts ON annual_fee (certification_id, year_start, amount_cents, paid_cents, waived, voided_on);

CREATE INDEX annual_fee_voided ON annual_fee (certification_id, year_start) WHERE voided_on IS NOT NULL;

CREATE INDEX attestation_by_cycle ON attestation (certification_id, cycle_start, id);

CREATE INDEX attestation_recorded ON attestation (recorded_on, id) WHERE recorded_on IS NOT NULL;

CREATE UNIQUE INDEX attestation_standing ON attestation (certification_id, cycle_start) WHERE undone_on IS NULL;

CREATE INDEX audit_by_certification ON audit (certification_id, cycle_start);

CREATE INDEX audit_by_draw ON audit (draw_id) WHERE draw_id IS NOT NULL;

CREATE INDEX audit_by_owner ON audit (owner, state);

CREATE INDEX audit_by_state ON audit (state, due_on);

CREATE INDEX audit_decision_by_audit ON audit_decision (audit_id, id);

CREATE INDEX audit_evidence_by_audit ON audit_evidence (audit_id, id);

CREATE INDEX audit_final_by_decision ON audit_final (decision_id, id);

CREATE INDEX audit_finding_by_activity ON audit_finding (activity_id);

CREATE INDEX audit_finding_by_audit ON audit_finding (audit_id, activity_id, id);

CREATE INDEX audit_letter_by_audit ON audit_letter (audit_id, id);

CREATE INDEX audit_letter_by_kind ON audit_letter (kind, id);

CREATE INDEX audit_opinion_by_audit ON audit_opinion (audit_id, id);

CREATE INDEX audit_step_by_audit ON audit_step (audit_id, id);

CREATE INDEX audit_step_by_run ON audit_step (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX badge_exported_by_request ON badge_exported (request_id, export_id);

CREATE UNIQUE INDEX badge_exported_once ON badge_exported (request_id) WHERE again = 0;

CREATE INDEX badge_request_by_certification ON badge_request (certification_id);

CREATE UNIQUE INDEX badge_request_once ON badge_request (certification_id, reason, requested_on) WHERE withdrawn_on IS NULL;

CREATE INDEX ce_offering_by_date ON ce_offering (from_date, to_date);

CREATE INDEX ce_price_by_offering ON ce_price (offering_id, from_date, id);

CREATE INDEX certificate_search_by_member ON certificate_search (member_id);

CREATE UNIQUE INDEX certification_by_certificate_no ON certification (certificate_no) WHERE certificate_no IS NOT NULL;

CREATE INDEX certification_by_code ON certification (code, member_id);

CREATE INDEX credly_badge_by_certification ON credly_badge (certification_id, state);

CREATE INDEX credly_badge_change_by_badge ON credly_badge_change (credly_badge_id, id);

CREATE INDEX deposit_open ON deposit (id) WHERE closed_on IS NULL;

CREATE INDEX destroyed_document_by_destruction ON destroyed_document (destruction_id, id);

CREATE UNIQUE INDEX destroyed_document_once ON destroyed_document (document_id) WHERE came_again_at IS NULL;

CREATE INDEX destroyed_document_unfinished ON destroyed_document (id) WHERE gone_at IS NULL;

CREATE INDEX email_message_by_member ON email_message (member_id);

CREATE INDEX email_message_by_state ON email_message (run_id, state);

CREATE INDEX fee_change_by_fee ON fee_change (annual_fee_id, id);

CREATE INDEX feed_row_by_file ON feed_row (file_id, row);

CREATE INDEX feed_row_by_state ON feed_row (state, id);

CREATE INDEX intake_arrangement_by_document ON intake_arrangement (document_id, id);

CREATE INDEX intake_arrival_by_document ON intake_arrival (document_id, id);

CREATE INDEX intake_arrival_by_path ON intake_arrival (path, modified_ms) WHERE path IS NOT NULL;

CREATE INDEX intake_document_unread ON intake_document (id) WHERE read_at IS NULL;

CREATE INDEX intake_part_by_application ON intake_part (application_id) WHERE application_id IS NOT NULL;

CREATE INDEX intake_part_by_audit ON intake_part (audit_id) WHERE audit_id IS NOT NULL;

CREATE INDEX intake_part_by_document ON intake_part (document_id, place, first_page);

CREATE INDEX intake_part_by_member ON intake_part (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX intake_part_by_state ON intake_part (state, id);

CREATE INDEX intake_return_letter_by_part ON intake_return_letter (part_id);

CREATE INDEX intake_return_letter_by_run ON intake_return_letter (run_id, position) WHERE run_id IS NOT NULL;

CREATE UNIQUE INDEX intake_return_letter_queued ON intake_return_letter (part_id) WHERE withdrawn_on IS NULL AND run_id IS NULL;

CREATE INDEX intake_step_by_part ON intake_step (part_id, id);

CREATE INDEX journal_by_subject ON journal (subject, subject_id, seq);

CREATE UNIQUE INDEX lapse_open ON lapse (certification_id) WHERE lifted_on IS NULL;

CREATE INDEX lapse_reversal_by_certification ON lapse_reversal (certification_id);

CREATE INDEX member_by_sort_name ON member (sort_name, id);

CREATE INDEX member_deceased ON member (deceased_on) WHERE deceased_on IS NOT NULL;

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

CREATE UNIQUE INDEX notice_given_once ON notice_given (certification_id, step, for_date)
  WHERE failed IS NULL AND step NOT IN ('audit-received','audit-more-asked','audit-extension','audit-compliant','audit-non-compliant',
    'audit-appeal-received','audit-appeal-decision');

CREATE INDEX paper_by_member ON paper (member_id, issued_on);

CREATE INDEX paper_by_subject ON paper (kind, subject_id);

CREATE INDEX paper_email_by_member ON paper_email (member_id);

CREATE INDEX paper_email_by_paper ON paper_email (paper_id);

CREATE INDEX payment_allocation_by_fee ON payment_allocation (annual_fee_id);

CREATE INDEX payment_by_certification ON payment (certification_id, received_on);

CREATE INDEX payment_by_day ON payment (received_on, method);

CREATE INDEX payment_by_remittance ON payment (remittance_id) WHERE remittance_id IS NOT NULL;

CREATE INDEX payment_reversal_by_day ON payment_reversal (reversed_on);

CREATE INDEX policy_decision_by_name ON policy_decision (name, from_date, id);

CREATE INDEX postal_address_bad ON postal_address (member_id) WHERE valid_to IS NULL AND bad_reason IS NOT NULL;

CREATE INDEX postal_address_by_member ON postal_address (member_id, valid_from);

CREATE UNIQUE INDEX postal_address_current ON postal_address (member_id) WHERE valid_to IS NULL;

CREATE INDEX receipt_aside_by_remittance ON receipt_aside (remittance_id) WHERE remittance_id IS NOT NULL;

CREATE UNIQUE INDEX receipt_back_once ON receipt_aside (source, transaction_reference) WHERE kind = 'back';

CREATE INDEX receipt_line_by_deposit ON receipt_line (deposit_id, row);

CREATE INDEX receipt_line_by_transaction ON receipt_line (source, transaction_no);

CREATE INDEX receipt_note_by_line ON receipt_note (deposit_id, row, id);

CREATE INDEX recertification_allocation_by_fee ON recertification_allocation (recertification_fee_id);

CREATE INDEX recertification_allocation_by_payment ON recertification_allocation (payment_id);

CREATE UNIQUE INDEX recertification_allocation_standing ON recertification_allocation (payment_id, recertification_fee_id) WHERE released_on IS NULL;

CREATE INDEX recertification_application_by_certification ON recertification_application (certification_id, received_on);

CREATE INDEX recertification_application_by_status ON recertification_application (status, received_on);

CREATE UNIQUE INDEX recertification_application_open ON recertification_application (certification_id) WHERE closed_on IS NULL;

CREATE UNIQUE INDEX recertification_attempt_open ON recertification_attempt (application_id) WHERE outcome IS NULL;

CREATE INDEX recertification_document_by_eligibility ON recertification_document (eligibility_id, place, id);

CREATE INDEX recertification_eligibility_by_application ON recertification_eligibility (application_id, id);

CREATE INDEX recertification_fee_by_certification ON recertification_fee (certification_id);

CREATE INDEX recertification_paper_by_application ON recertification_paper (application_id, id);

CREATE INDEX recertification_points_by_application ON recertification_points (application_id, id);

CREATE INDEX recertification_step_by_application ON recertification_step (application_id, id);

CREATE INDEX refund_by_payment ON refund (payment_id);

CREATE INDEX remittance_by_day ON remittance (received_on, method);

CREATE INDEX remittance_by_reference ON remittance (reference) WHERE reference <> '';

CREATE INDEX remittance_reversal_by_day ON remittance_reversal (reversed_on);

CREATE INDEX retention_hold_by_document ON retention_hold (document_id) WHERE document_id IS NOT NULL AND lifted_on IS NULL;

CREATE INDEX retention_hold_by_member ON retention_hold (member_id) WHERE member_id IS NOT NULL AND lifted_on IS NULL;

CREATE INDEX returned_mail_by_member ON returned_mail (member_id);

CREATE INDEX rolled_cycle_by_certification ON rolled_cycle (certification_id, cycle_start, reopened_on);

CREATE UNIQUE INDEX rolled_cycle_once ON rolled_cycle (certification_id, cycle_start) WHERE reopened_on IS NULL;

CREATE INDEX run_by_month ON run (month, step);

CREATE INDEX run_piece_by_audit_letter ON run_piece (audit_letter_id) WHERE audit_letter_id IS NOT NULL;

CREATE INDEX run_piece_by_member ON run_piece (member_id);

CREATE INDEX run_print_by_run ON run_print (run_id, id);

CREATE UNIQUE INDEX spoiled_sheet_waiting ON spoiled_sheet (run_id, sheet) WHERE reprint_id IS NULL;

CREATE INDEX standing_by_status ON standing (status, certification_id);

CREATE INDEX standing_lapsed ON standing (lapse_since, certification_id, lapse_cause, exam_only) WHERE lapse_since IS NOT NULL;

CREATE INDEX standing_past_due ON standing (oldest_unpaid_due_on, certification_id) WHERE status = 'past-due';

CREATE INDEX standing_roll_blocked ON standing (cycle_end, certification_id, cycle_start, lapse_since) WHERE roll_blocked = 1;

CREATE INDEX standing_short ON standing (cycle_end, certification_id, cycle_start, lapse_since, lapse_cause) WHERE points_outstanding > 0;

CREATE INDEX worklist_finding_by_member ON worklist_finding (member_id);

CREATE INDEX worklist_mark_by_item ON worklist_mark (list, item, id);

CREATE INDEX worklist_mark_by_member ON worklist_mark (member_id, id);

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
  import_key TEXT UNIQUE, claimed_points REAL CHECK (claimed_points >= 0), evidence TEXT NOT NULL DEFAULT 'member' CHECK (evidence IN ('member','seen')), entered_on TEXT CHECK (entered_on IS date(entered_on)), entered_by TEXT CHECK (entered_by <> ''), withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
  CHECK (CASE category WHEN 'employment-verification' THEN completed_on IS NULL AND employed_from IS NOT NULL
                       ELSE completed_on IS NOT NULL AND employed_from IS NULL AND employed_to IS NULL END)
) STRICT;

CREATE TABLE activity_counter (
  activity_id INTEGER PRIMARY KEY REFERENCES activity (id),
  kind TEXT NOT NULL CHECK (kind IN ('corrected','withdrawn')),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  replaced_by INTEGER UNIQUE REFERENCES activity (id),
  actor TEXT NOT NULL,
  CHECK ((kind = 'corrected') = (replaced_by IS NOT NULL)),
  CHECK (replaced_by <> activity_id)
) STRICT;

CREATE TABLE activity_grant (
  member_id INTEGER NOT NULL REFERENCES member (id),
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  points REAL NOT NULL CHECK (points >= 0),
  PRIMARY KEY (member_id, certification_id, activity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE allocation_release (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL,
  annual_fee_id INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  released_on TEXT NOT NULL CHECK (released_on IS date(released_on)),
  UNIQUE (payment_id, annual_fee_id),
  FOREIGN KEY (payment_id, annual_fee_id) REFERENCES payment_allocation (payment_id, annual_fee_id)
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
  import_id INTEGER REFERENCES import (id), voided_on TEXT CHECK (voided_on IS date(voided_on)),
  UNIQUE (certification_id, year_start)
) STRICT;

CREATE TABLE "attestation" (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  attested_on TEXT NOT NULL CHECK (attested_on IS date(attested_on)),
  import_id INTEGER REFERENCES import (id),
  recorded_on TEXT CHECK (recorded_on IS date(recorded_on)),
  recorded_by TEXT CHECK (recorded_by <> ''),
  run_id TEXT REFERENCES run (id),
  sheet INTEGER CHECK (sheet > 0),
  undone_on TEXT CHECK (undone_on IS date(undone_on)),
  CHECK ((recorded_on IS NULL) = (recorded_by IS NULL)),
  CHECK ((run_id IS NULL) = (sheet IS NULL))
) STRICT;

CREATE TABLE attestation_undo (
  attestation_id INTEGER PRIMARY KEY REFERENCES attestation (id),
  undone_on TEXT NOT NULL CHECK (undone_on IS date(undone_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER REFERENCES audit_campaign (id),
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  selected_on TEXT NOT NULL CHECK (selected_on IS date(selected_on)),
  closed_on TEXT CHECK (closed_on IS date(closed_on) AND closed_on >= selected_on),
  outcome TEXT CHECK (outcome IN ('compliant','non-compliant')), draw_id INTEGER REFERENCES audit_draw (id), for_cause TEXT CHECK (for_cause IS NULL OR (trim(for_cause) <> '' AND draw_id IS NULL AND campaign_id IS NULL)), since_on TEXT CHECK (since_on IS date(since_on)), due_on TEXT CHECK (due_on IS date(due_on)), owner TEXT NOT NULL DEFAULT '', proposal_id INTEGER REFERENCES audit_opinion (id), state TEXT NOT NULL DEFAULT 'selected' CHECK (state IN
  ('selected','notice-sent','waiting','received','in-review','more-asked','extension','letter-waiting','decided','appealed')), pending_id INTEGER REFERENCES audit_decision (id),
  UNIQUE (certification_id, cycle_start, selected_on),
  CHECK ((closed_on IS NULL) = (outcome IS NULL))
) STRICT;

CREATE TABLE audit_campaign (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE) STRICT;

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

CREATE TABLE audit_decision (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('compliant','non-compliant')),
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
  decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
  second_by TEXT CHECK (trim(second_by) <> '' AND second_by <> decided_by),
  counted REAL NOT NULL CHECK (counted >= 0),
  required REAL NOT NULL CHECK (required >= 0),
  citation TEXT NOT NULL CHECK (citation <> ''),
  reason TEXT NOT NULL DEFAULT '',
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  reversal INTEGER NOT NULL CHECK (reversal IN (0, 1)),
  CHECK (outcome = 'compliant' OR second_by IS NOT NULL),
  CHECK (reversal = 0 OR trim(reason) <> '')
) STRICT;

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

CREATE TABLE audit_evidence (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  item TEXT NOT NULL CHECK (item IN ('name','sponsor','title','date','hours')),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE audit_final (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES audit_decision (id),
  takes_back INTEGER UNIQUE REFERENCES audit_final (id),
  -- 'taken-over': decided before decisions waited for their letters.
  how TEXT NOT NULL CHECK (how IN ('mailed','emailed','declared','taken-over')),
  final_on TEXT NOT NULL CHECK (final_on IS date(final_on)),
  run_id TEXT,
  position INTEGER,
  way TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  approved_by TEXT,
  before TEXT NOT NULL CHECK (json_valid(before)),
  actor TEXT NOT NULL,
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position),
  CHECK ((how IN ('mailed','emailed')) = (run_id IS NOT NULL)),
  CHECK ((run_id IS NULL) = (position IS NULL)),
  CHECK (how <> 'declared' OR (trim(way) <> '' AND trim(reason) <> '' AND approved_by IS NOT NULL))
) STRICT;

CREATE TABLE audit_finding (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted','reduced','rejected')),
  points REAL NOT NULL CHECK (points >= 0),
  reason TEXT CHECK (reason IN
    ('name-missing','outside-cycle','not-proof','hours-not-shown','not-related','duplicate','provider-unknown')),
  note TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  actor TEXT NOT NULL,
  CHECK ((verdict = 'accepted') = (reason IS NULL)),
  CHECK (verdict <> 'rejected' OR points = 0),
  CHECK (verdict <> 'reduced' OR points > 0)
) STRICT;

CREATE TABLE audit_letter (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  kind TEXT NOT NULL CHECK (kind IN ('audit-received','audit-more-asked','audit-extension','audit-compliant','audit-non-compliant',
    'audit-appeal-received','audit-appeal-decision')),
  step_id INTEGER UNIQUE REFERENCES audit_step (id),
  decision_id INTEGER UNIQUE REFERENCES audit_decision (id),
  asked_on TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
  CHECK ((step_id IS NULL) <> (decision_id IS NULL))
) STRICT;

CREATE TABLE audit_letter_dropped (
  letter_id INTEGER PRIMARY KEY REFERENCES audit_letter (id),
  dropped_on TEXT NOT NULL CHECK (dropped_on IS date(dropped_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE audit_opinion (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  -- null = a first reviewer's own.
  of_opinion INTEGER UNIQUE REFERENCES audit_opinion (id),
  agrees INTEGER CHECK (agrees IN (0, 1)),
  citation TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  reviewer TEXT NOT NULL CHECK (trim(reviewer) <> ''),
  actor TEXT NOT NULL,
  CHECK ((of_opinion IS NULL) = (agrees IS NULL))
) STRICT;

CREATE TABLE audit_step (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL CHECK (to_state <> from_state),
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  due_on TEXT CHECK (due_on IS date(due_on)),
  -- The policy value that set the day, as it was then: name, days, confirmed.
  value TEXT CHECK (json_valid(value)),
  note TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL
, run_id TEXT REFERENCES run (id), undoes INTEGER REFERENCES audit_step (id)) STRICT;

CREATE TABLE audit_substitution (
  id INTEGER PRIMARY KEY,
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  replaces INTEGER NOT NULL REFERENCES activity (id),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  actor TEXT NOT NULL,
  UNIQUE (audit_id, activity_id),
  CHECK (replaces <> activity_id)
) STRICT;

CREATE TABLE badge_export (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('issue','correct')),
  exported_on TEXT NOT NULL CHECK (exported_on IS date(exported_on)),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE badge_export_file (
  export_id INTEGER NOT NULL REFERENCES badge_export (id),
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  rows INTEGER NOT NULL CHECK (rows BETWEEN 1 AND 5000),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (export_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE badge_exported (
  export_id INTEGER NOT NULL REFERENCES badge_export (id),
  request_id INTEGER NOT NULL REFERENCES badge_request (id),
  again INTEGER NOT NULL CHECK (again IN (0, 1)),
  PRIMARY KEY (export_id, request_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE ce_price (
  id INTEGER PRIMARY KEY,
  offering_id INTEGER NOT NULL REFERENCES ce_offering (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  list_cents INTEGER NOT NULL CHECK (list_cents >= 0),
  member_cents INTEGER NOT NULL CHECK (member_cents >= 0 AND member_cents <= list_cents),
  set_on TEXT NOT NULL CHECK (set_on IS date(set_on)),
  actor TEXT NOT NULL
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

CREATE TABLE credly_badge_change (
  id INTEGER PRIMARY KEY,
  credly_badge_id INTEGER NOT NULL REFERENCES credly_badge (id),
  import_id INTEGER NOT NULL REFERENCES credly_import (id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;

CREATE TABLE credly_import (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on)),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE deposit (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('post','portal','lockbox')),
  opened_on TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
  control_count INTEGER NOT NULL CHECK (control_count >= 0),
  control_cents INTEGER NOT NULL CHECK (control_cents >= 0),
  file_name TEXT,
  file_sha256 TEXT UNIQUE CHECK (length(file_sha256) = 64),
  opened_by TEXT NOT NULL,
  closed_on TEXT CHECK (closed_on IS date(closed_on) AND closed_on >= opened_on),
  closed_by TEXT, file_lines INTEGER CHECK (file_lines > 0),
  CHECK ((closed_on IS NULL) = (closed_by IS NULL))
) STRICT;

CREATE TABLE destroyed_document (
  id INTEGER PRIMARY KEY,
  destruction_id INTEGER NOT NULL REFERENCES destruction (id),
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  type TEXT NOT NULL,
  pages INTEGER CHECK (pages > 0),
  -- Every time that it came: name, channel, when, who.
  arrivals TEXT NOT NULL CHECK (json_valid(arrivals)),
  -- Whose pages they were, and what was decided about them.
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  -- Under which policy value: since when it was to be kept, for how long, and when that was over.
  kept_from TEXT NOT NULL CHECK (kept_from IS date(kept_from)),
  policy TEXT NOT NULL CHECK (policy <> ''),
  years INTEGER NOT NULL CHECK (years > 0),
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
  -- When its bytes were gone; null = not yet.
  gone_at TEXT,
  -- Who else has the very same bytes, which therefore stay.
  bytes_kept_for TEXT CHECK (trim(bytes_kept_for) <> ''),
  -- When the very same bytes came in again: the document lives anew.
  came_again_at TEXT,
  CHECK (bytes_kept_for IS NULL OR gone_at IS NOT NULL),
  CHECK (came_again_at IS NULL OR gone_at IS NOT NULL)
) STRICT;

CREATE TABLE destruction (
  id INTEGER PRIMARY KEY,
  destroyed_on TEXT NOT NULL CHECK (destroyed_on IS date(destroyed_on)),
  actor TEXT NOT NULL,
  approved_by TEXT NOT NULL CHECK (trim(approved_by) <> ''),
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
) STRICT;

CREATE TABLE email_message (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  member_id INTEGER NOT NULL REFERENCES member (id),
  address TEXT NOT NULL CHECK (address <> ''),
  message_id TEXT NOT NULL UNIQUE CHECK (message_id <> ''),
  state TEXT NOT NULL CHECK (state IN ('recorded','handing-over','sent','refused','unknown','bounced')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  outcome TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  settled_at TEXT,
  eml_sha256 TEXT CHECK (length(eml_sha256) = 64),
  UNIQUE (run_id, position),
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position)
) STRICT;

CREATE TABLE fee_change (
  id INTEGER PRIMARY KEY,
  annual_fee_id INTEGER NOT NULL REFERENCES annual_fee (id),
  kind TEXT NOT NULL CHECK (kind IN ('invoiced','adjusted','waived','unwaived','voided','reissued','written-off')),
  changed_on TEXT NOT NULL CHECK (changed_on IS date(changed_on)),
  cents INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  approved_by TEXT CHECK (approved_by <> ''),
  actor TEXT NOT NULL,
  CHECK (kind NOT IN ('waived','unwaived') OR approved_by IS NOT NULL)
) STRICT;

CREATE TABLE feed_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  origin TEXT NOT NULL CHECK (origin IN ('dropped','command','watched')),
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  taken_by TEXT NOT NULL
) STRICT;

CREATE TABLE feed_row (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES feed_file (id),
  row INTEGER NOT NULL CHECK (row > 0),
  key TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL CHECK (json_valid(content)),
  state TEXT NOT NULL CHECK (state IN ('recorded','waiting','dismissed')),
  why TEXT NOT NULL DEFAULT '',
  activity_id INTEGER UNIQUE REFERENCES activity (id),
  settled_on TEXT CHECK (settled_on IS date(settled_on)),
  settled_by TEXT,
  CHECK ((state = 'recorded') = (activity_id IS NOT NULL)),
  CHECK ((settled_on IS NULL) = (settled_by IS NULL))
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

CREATE TABLE intake_arrangement (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  step TEXT NOT NULL CHECK (step IN ('split','join','move','turn','take-out','undo','redo')),
  page INTEGER NOT NULL CHECK (page > 0),
  -- The step that is taken back or done again.
  of_id INTEGER REFERENCES intake_arrangement (id),
  -- The parts of the document with their pages, before it and after it.
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((step IN ('undo','redo')) = (of_id IS NOT NULL))
) STRICT;

CREATE TABLE "intake_arrival" (
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

CREATE TABLE intake_document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  type TEXT NOT NULL CHECK (type IN ('pdf','jpeg','png','tiff','heic','unknown')),
  -- null until the pages were read.
  read_at TEXT,
  pages INTEGER CHECK (pages > 0),
  -- Why the pages cannot be read: the document is in quarantine.
  unreadable TEXT CHECK (trim(unreadable) <> ''),
  CHECK ((read_at IS NULL) = (pages IS NULL AND unreadable IS NULL)),
  CHECK (pages IS NULL OR unreadable IS NULL)
) STRICT;

CREATE TABLE intake_page (
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  page INTEGER NOT NULL CHECK (page > 0),
  codes TEXT NOT NULL CHECK (json_valid(codes)),
  damaged INTEGER NOT NULL CHECK (damaged IN (0, 1)),
  blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
  PRIMARY KEY (document_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE intake_part (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES intake_document (id),
  -- The lowest and the highest of its pages; of one without pages, what they were.
  first_page INTEGER NOT NULL CHECK (first_page > 0),
  last_page INTEGER NOT NULL CHECK (last_page >= first_page),
  -- Its place among the parts of the document; null = by first_page.
  place INTEGER CHECK (place >= 0),
  -- Its pages as [page, quarter turns clockwise] in their order; null = first_page to last_page as they were scanned.
  leaves TEXT CHECK (json_valid(leaves)),
  state TEXT NOT NULL CHECK (state IN ('filed','waiting','refused','quarantined','dismissed','joined')),
  why TEXT NOT NULL DEFAULT '',
  member_id INTEGER REFERENCES member (id),
  audit_id INTEGER REFERENCES audit (id),
  activity_id INTEGER REFERENCES activity (id),
  application_id INTEGER REFERENCES recertification_application (id),
  allowed_by TEXT CHECK (trim(allowed_by) <> ''),
  settled_on TEXT CHECK (settled_on IS date(settled_on)),
  settled_by TEXT,
  CHECK ((state = 'joined') = (leaves IS '[]')),
  CHECK (audit_id IS NULL OR application_id IS NULL),
  CHECK (activity_id IS NULL OR audit_id IS NOT NULL),
  CHECK (state = 'filed' OR (audit_id IS NULL AND application_id IS NULL AND allowed_by IS NULL)),
  CHECK (state <> 'filed' OR (member_id IS NOT NULL AND ((audit_id IS NULL AND application_id IS NULL) = (allowed_by IS NOT NULL)))),
  CHECK (state <> 'refused' OR member_id IS NOT NULL),
  CHECK (state = 'filed' OR trim(why) <> '')
) STRICT;

CREATE TABLE intake_return_letter (
  id INTEGER PRIMARY KEY,
  part_id INTEGER NOT NULL REFERENCES intake_part (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  queued_on TEXT NOT NULL CHECK (queued_on IS date(queued_on)),
  withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on))
, papers TEXT NOT NULL DEFAULT 'enclosed' CHECK (papers IN ('enclosed','shredded','file')), run_id TEXT REFERENCES run (id), position INTEGER CHECK ((run_id IS NULL) = (position IS NULL))) STRICT;

CREATE TABLE intake_step (
  id INTEGER PRIMARY KEY,
  part_id INTEGER NOT NULL REFERENCES intake_part (id),
  from_state TEXT,
  to_state TEXT NOT NULL,
  member_id INTEGER REFERENCES member (id),
  audit_id INTEGER REFERENCES audit (id),
  activity_id INTEGER REFERENCES activity (id),
  application_id INTEGER REFERENCES recertification_application (id),
  why TEXT NOT NULL DEFAULT '',
  allowed_by TEXT,
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  actor TEXT NOT NULL,
  at TEXT NOT NULL
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

CREATE TABLE lapse_reversal (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cause TEXT NOT NULL CHECK (cause IN ('fees','points','audit')),
  since TEXT NOT NULL CHECK (since IS date(since)),
  reversed_on TEXT NOT NULL CHECK (reversed_on IS date(reversed_on) AND reversed_on >= since),
  correction TEXT NOT NULL CHECK (json_valid(correction)),
  citation TEXT NOT NULL CHECK (citation <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  allowed_by TEXT NOT NULL CHECK (allowed_by <> ''),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE letter_version (
  letter TEXT NOT NULL CHECK (letter <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL,
  saved_on TEXT NOT NULL CHECK (saved_on IS date(saved_on)),
  saved_by TEXT NOT NULL,
  PRIMARY KEY (letter, version)
) STRICT, WITHOUT ROWID;

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
, email_bad_reason TEXT CHECK (email_bad_reason <> '')) STRICT;

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

CREATE TABLE notice_given (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  step TEXT NOT NULL,
  for_date TEXT NOT NULL CHECK (for_date IS date(for_date)),
  failed TEXT CHECK (failed IN ('bounced','refused','returned','spoiled')),
  failed_on TEXT CHECK (failed_on IS date(failed_on)),
  UNIQUE (run_id, position, certification_id, for_date),
  FOREIGN KEY (run_id, position) REFERENCES run_piece (run_id, position),
  CHECK ((failed IS NULL) = (failed_on IS NULL))
) STRICT;

CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt','statement','deposit-slip','refund','cover-sheet')),
  member_id INTEGER REFERENCES member (id),
  subject_id TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
  actor TEXT NOT NULL
) STRICT;

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

CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  reference TEXT NOT NULL DEFAULT '',
  import_id INTEGER REFERENCES import (id),
  import_key TEXT UNIQUE
, remittance_id INTEGER REFERENCES remittance (id)) STRICT;

CREATE TABLE payment_allocation (
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  annual_fee_id INTEGER NOT NULL REFERENCES annual_fee (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0), allocated_on TEXT CHECK (allocated_on IS date(allocated_on)),
  PRIMARY KEY (payment_id, annual_fee_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_reversal (
  payment_id INTEGER PRIMARY KEY REFERENCES payment (id),
  kind TEXT NOT NULL CHECK (kind IN ('mis-keyed','bounced','moved')),
  reversed_on TEXT NOT NULL CHECK (reversed_on IS date(reversed_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;

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

CREATE TABLE policy_snapshot (
  id INTEGER PRIMARY KEY,
  used TEXT NOT NULL UNIQUE CHECK (json_valid(used))
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
, source TEXT NOT NULL DEFAULT 'office' CHECK (source IN ('office','import','move-update'))) STRICT;

CREATE TABLE pulled_sheet (
  run_id TEXT NOT NULL REFERENCES run (id),
  sheet INTEGER NOT NULL CHECK (sheet > 0),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  pulled_on TEXT NOT NULL CHECK (pulled_on IS date(pulled_on)),
  actor TEXT NOT NULL,
  PRIMARY KEY (run_id, sheet)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_aside (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  source TEXT NOT NULL CHECK (source IN ('portal','lockbox')),
  row INTEGER NOT NULL CHECK (row > 0),
  kind TEXT NOT NULL CHECK (kind IN ('duplicate','back','unpaid','refused')),
  transaction_reference TEXT NOT NULL DEFAULT '',
  received_on TEXT CHECK (received_on IS date(received_on)),
  cents INTEGER,
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  member_no TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL CHECK (why <> ''),
  -- What it repeats, or what went back.
  remittance_id INTEGER REFERENCES remittance (id),
  UNIQUE (deposit_id, row),
  CHECK (kind <> 'back' OR (cents < 0 AND received_on IS NOT NULL AND transaction_reference <> ''))
) STRICT;

CREATE TABLE receipt_line (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  source TEXT NOT NULL CHECK (source IN ('portal','lockbox')),
  row INTEGER NOT NULL CHECK (row > 0),
  transaction_reference TEXT NOT NULL CHECK (transaction_reference <> ''),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  member_no TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL CHECK (outcome IN ('matched','unmatched','doubtful')),
  why TEXT NOT NULL DEFAULT '',
  suggested_member_id INTEGER REFERENCES member (id),
  remittance_id INTEGER NOT NULL UNIQUE REFERENCES remittance (id), transaction_no TEXT NOT NULL DEFAULT '',
  UNIQUE (source, transaction_reference)
) STRICT;

CREATE TABLE receipt_note (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  row INTEGER NOT NULL CHECK (row > 0),
  kind TEXT NOT NULL CHECK (kind IN ('left','taken-up')),
  noted_on TEXT NOT NULL CHECK (noted_on IS date(noted_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE recertification_allocation (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  recertification_fee_id INTEGER NOT NULL REFERENCES recertification_fee (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  allocated_on TEXT NOT NULL CHECK (allocated_on IS date(allocated_on)),
  released_on TEXT CHECK (released_on IS date(released_on) AND released_on >= allocated_on)
) STRICT;

CREATE TABLE recertification_application (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  route TEXT NOT NULL CHECK (route IN ('ccp','exam')),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  closed_on TEXT CHECK (closed_on IS date(closed_on) AND closed_on >= received_on)
, status TEXT NOT NULL DEFAULT 'received' CHECK (status IN
  ('received','incomplete','under-review','approved','denied','authorised','scheduled','passed','failed','badge','withdrawn')), attested_on TEXT CHECK (attested_on IS date(attested_on)), eligible_by TEXT CHECK (trim(eligible_by) <> ''), eligible_checked_on TEXT CHECK (eligible_checked_on IS date(eligible_checked_on)), felony_answered INTEGER NOT NULL DEFAULT 0 CHECK (felony_answered IN (0, 1))) STRICT;

CREATE TABLE recertification_attempt (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  number INTEGER NOT NULL CHECK (number > 0),
  exam_on TEXT NOT NULL CHECK (exam_on IS date(exam_on)),
  place TEXT NOT NULL DEFAULT '',
  outcome TEXT CHECK (outcome IN ('passed','failed','cancelled')),
  outcome_on TEXT CHECK (outcome_on IS date(outcome_on)),
  UNIQUE (application_id, number),
  CHECK ((outcome IS NULL) = (outcome_on IS NULL))
) STRICT;

CREATE TABLE recertification_document (
  id INTEGER PRIMARY KEY,
  eligibility_id INTEGER NOT NULL REFERENCES recertification_eligibility (id),
  place INTEGER NOT NULL CHECK (place > 0),
  came_on TEXT CHECK (came_on IS date(came_on)),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE recertification_eligibility (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  found TEXT NOT NULL CHECK (json_valid(found)),
  found_on TEXT NOT NULL CHECK (found_on IS date(found_on)),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE recertification_fee (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL UNIQUE REFERENCES recertification_application (id),
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  invoiced_on TEXT NOT NULL CHECK (invoiced_on IS date(invoiced_on)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents >= 0 AND paid_cents <= amount_cents),
  voided_on TEXT CHECK (voided_on IS date(voided_on)),
  CHECK (voided_on IS NULL OR paid_cents = 0)
) STRICT;

CREATE TABLE recertification_felony (
  application_id INTEGER PRIMARY KEY REFERENCES recertification_application (id),
  answer TEXT NOT NULL CHECK (answer IN ('no','yes')),
  happened_on TEXT NOT NULL DEFAULT '',
  nature TEXT NOT NULL DEFAULT '',
  court TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  CHECK (answer = 'yes' OR (happened_on = '' AND nature = '' AND court = '' AND outcome = ''))
) STRICT;

CREATE TABLE recertification_paper (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  kind TEXT NOT NULL CHECK (kind IN ('recertification-missing','recertification-denied','certificate','wallet-card')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
  actor TEXT NOT NULL
, letter_version INTEGER CHECK (letter_version > 0)) STRICT;

CREATE TABLE recertification_points (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  category TEXT NOT NULL CHECK (category IN ('professional-education','formal-education','employment-verification','authorship','instructional-presentation','organizational-participation')),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  completed_on TEXT CHECK (completed_on IS date(completed_on)),
  employed_from TEXT CHECK (employed_from IS date(employed_from)),
  employed_to TEXT CHECK (employed_to IS date(employed_to) AND employed_to >= employed_from),
  points REAL NOT NULL CHECK (points > 0),
  criteria INTEGER NOT NULL CHECK (criteria BETWEEN 0 AND 7),
  -- When the proof came: for employment, the employment verification form.
  proof_on TEXT CHECK (proof_on IS date(proof_on)),
  refused_why TEXT CHECK (trim(refused_why) <> ''),
  withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
  CHECK (CASE category WHEN 'employment-verification' THEN completed_on IS NULL AND employed_from IS NOT NULL
                       ELSE completed_on IS NOT NULL AND employed_from IS NULL AND employed_to IS NULL END)
) STRICT;

CREATE TABLE recertification_step (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES recertification_application (id),
  from_status TEXT,
  to_status TEXT NOT NULL,
  taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on)),
  reason TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE refund (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payment (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  refunded_on TEXT NOT NULL CHECK (refunded_on IS date(refunded_on)),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  reference TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  approved_by TEXT NOT NULL CHECK (approved_by <> ''),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE remittance (
  id INTEGER PRIMARY KEY,
  deposit_id INTEGER NOT NULL REFERENCES deposit (id),
  position INTEGER NOT NULL CHECK (position > 0),
  received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
  method TEXT NOT NULL CHECK (method IN ('cheque','card','cash','online')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  reference TEXT NOT NULL DEFAULT '',
  payer TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  entered_by TEXT NOT NULL,
  UNIQUE (deposit_id, position)
) STRICT;

CREATE TABLE remittance_reversal (
  remittance_id INTEGER PRIMARY KEY REFERENCES remittance (id),
  kind TEXT NOT NULL CHECK (kind IN ('mis-keyed','bounced')),
  reversed_on TEXT NOT NULL CHECK (reversed_on IS date(reversed_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE retention_hold (
  id INTEGER PRIMARY KEY,
  document_id INTEGER REFERENCES intake_document (id),
  member_id INTEGER REFERENCES member (id),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  placed_on TEXT NOT NULL CHECK (placed_on IS date(placed_on)),
  placed_by TEXT NOT NULL,
  placed_at TEXT NOT NULL,
  lifted_on TEXT CHECK (lifted_on IS date(lifted_on) AND lifted_on >= placed_on),
  lifted_by TEXT,
  lifted_why TEXT CHECK (trim(lifted_why) <> ''),
  CHECK ((document_id IS NULL) <> (member_id IS NULL)),
  CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (lifted_why IS NULL))
) STRICT;

CREATE TABLE returned_mail (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  sheet INTEGER NOT NULL CHECK (sheet > 0),
  member_id INTEGER NOT NULL REFERENCES member (id),
  postal_address_id INTEGER REFERENCES postal_address (id),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  returned_on TEXT NOT NULL CHECK (returned_on IS date(returned_on)),
  actor TEXT NOT NULL,
  UNIQUE (run_id, sheet)
) STRICT;

CREATE TABLE "rolled_cycle" (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id),
  cycle_start TEXT NOT NULL CHECK (cycle_start IS date(cycle_start)),
  cycle_end TEXT NOT NULL CHECK (cycle_end IS date(cycle_end) AND cycle_end > cycle_start),
  points_required REAL NOT NULL CHECK (points_required >= 0),
  points_counted REAL NOT NULL CHECK (points_counted >= 0),
  attested INTEGER NOT NULL CHECK (attested IN (0, 1)),
  rolled_on TEXT NOT NULL CHECK (rolled_on IS date(rolled_on)),
  met_by TEXT CHECK (met_by IN ('points','attestation','audit','not-bound')),
  snapshot_id INTEGER REFERENCES policy_snapshot (id),
  activities TEXT CHECK (json_valid(activities)),
  reopened_on TEXT CHECK (reopened_on IS date(reopened_on) AND reopened_on >= rolled_on),
  reopened_citation TEXT CHECK (reopened_citation <> ''),
  reopened_reason TEXT CHECK (trim(reopened_reason) <> ''),
  reopened_allowed_by TEXT CHECK (reopened_allowed_by <> ''),
  reopened_actor TEXT,
  CHECK ((met_by IS NULL) = (snapshot_id IS NULL) AND (met_by IS NULL) = (activities IS NULL)),
  CHECK ((reopened_on IS NULL) = (reopened_citation IS NULL) AND (reopened_on IS NULL) = (reopened_reason IS NULL)
    AND (reopened_on IS NULL) = (reopened_allowed_by IS NULL) AND (reopened_on IS NULL) = (reopened_actor IS NULL))
) STRICT;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
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
  mailed_count INTEGER CHECK (mailed_count >= 0), kind TEXT NOT NULL DEFAULT 'renewal' CHECK (kind IN
  ('renewal','reminder','past-due','final','ccp','lapse','receipt','audit','return','decision','labels','audit-received','audit-more-asked',
   'audit-extension','audit-compliant','audit-non-compliant','audit-appeal-received','audit-appeal-decision')), also_emailed INTEGER NOT NULL DEFAULT 0 CHECK (also_emailed >= 0 AND also_emailed <= to_print),
  CHECK (selected = to_print + to_email + held),
  CHECK (mailed_on IS NULL OR printed_on IS NOT NULL),
  CHECK (mailed_count IS NULL OR mailed_on IS NOT NULL)
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
  content TEXT CHECK (json_valid(content)), email_copy INTEGER NOT NULL DEFAULT 0
  CHECK (email_copy = 0 OR (email_copy = 1 AND channel = 'print')), audit_letter_id INTEGER REFERENCES audit_letter (id),
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
, sheets TEXT CHECK (sheets <> ''), duplex INTEGER NOT NULL DEFAULT 0 CHECK (duplex IN (0, 1)), kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE spoiled_sheet (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  sheet INTEGER NOT NULL CHECK (sheet > 0),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  spoiled_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reprint_id INTEGER REFERENCES run_print (id)
) STRICT;

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

CREATE TABLE worklist_away (
  list TEXT NOT NULL,
  item TEXT NOT NULL,
  until TEXT CHECK (until IS date(until)),
  PRIMARY KEY (list, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE worklist_finding (
  list TEXT NOT NULL CHECK (list IN ('over-cap','duplicates','unsupported')),
  item TEXT NOT NULL CHECK (item <> ''),
  member_id INTEGER NOT NULL REFERENCES member (id),
  certification_id INTEGER REFERENCES certification (id),
  on_date TEXT NOT NULL CHECK (on_date IS date(on_date)),
  found TEXT NOT NULL CHECK (json_valid(found)),
  PRIMARY KEY (list, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE worklist_mark (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list <> ''),
  item TEXT NOT NULL CHECK (item <> ''),
  member_id INTEGER NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL CHECK (kind IN ('note','snoozed','done','back')),
  until TEXT CHECK (until IS date(until)),
  text TEXT NOT NULL DEFAULT '',
  marked_on TEXT NOT NULL CHECK (marked_on IS date(marked_on)),
  actor TEXT NOT NULL,
  CHECK ((kind = 'snoozed') = (until IS NOT NULL)),
  CHECK (kind NOT IN ('note','snoozed') OR trim(text) <> ''),
  CHECK (until IS NULL OR until > marked_on)
) STRICT;

CREATE TRIGGER activity_counter_fixed BEFORE UPDATE ON activity_counter BEGIN SELECT RAISE(ABORT, 'a counter-entry is never changed'); END;

CREATE TRIGGER activity_counter_kept BEFORE DELETE ON activity_counter BEGIN SELECT RAISE(ABORT, 'a counter-entry is never deleted'); END;

CREATE TRIGGER activity_countered AFTER INSERT ON activity_counter BEGIN
  UPDATE activity SET withdrawn_on = NEW.made_on WHERE id = NEW.activity_id;
END;

CREATE TRIGGER activity_fixed
BEFORE UPDATE OF member_id, category, title, provider, completed_on, employed_from, employed_to, hours, points, claimed_points, criteria, source, external_id
ON activity WHEN OLD.import_id IS NULL
BEGIN SELECT RAISE(ABORT, 'an activity is corrected by another, never changed'); END;

CREATE TRIGGER activity_grant_fixed BEFORE UPDATE ON activity_grant BEGIN SELECT RAISE(ABORT, 'a grant is never changed'); END;

CREATE TRIGGER activity_grant_kept BEFORE DELETE ON activity_grant BEGIN SELECT RAISE(ABORT, 'a grant is never deleted'); END;

CREATE TRIGGER activity_kept BEFORE DELETE ON activity WHEN OLD.import_id IS NULL
BEGIN SELECT RAISE(ABORT, 'an activity is never deleted'); END;

CREATE TRIGGER activity_withdrawn BEFORE UPDATE OF withdrawn_on ON activity
WHEN OLD.withdrawn_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM activity_counter WHERE activity_id = NEW.id AND made_on = NEW.withdrawn_on)
BEGIN SELECT RAISE(ABORT, 'an activity is withdrawn by its counter-entry alone'); END;

CREATE TRIGGER allocation_release_fixed BEFORE UPDATE ON allocation_release BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER allocation_release_kept BEFORE DELETE ON allocation_release BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER allocation_release_whole BEFORE INSERT ON allocation_release
WHEN NEW.amount_cents <> (SELECT amount_cents FROM payment_allocation WHERE payment_id = NEW.payment_id AND annual_fee_id = NEW.annual_fee_id)
BEGIN SELECT RAISE(ABORT, 'an allocation is released whole'); END;

CREATE TRIGGER allocation_released AFTER INSERT ON allocation_release BEGIN
  UPDATE annual_fee SET paid_cents = paid_cents - NEW.amount_cents WHERE id = NEW.annual_fee_id;
END;

CREATE TRIGGER annual_fee_kept BEFORE DELETE ON annual_fee BEGIN SELECT RAISE(ABORT, 'a fee is never deleted'); END;

CREATE TRIGGER annual_fee_void BEFORE UPDATE ON annual_fee
WHEN NEW.voided_on IS NOT NULL AND (NEW.paid_cents > 0 OR NEW.waived = 1)
BEGIN SELECT RAISE(ABORT, 'a fee with a payment or a waiver cannot be void'); END;

CREATE TRIGGER attestation_fixed BEFORE UPDATE OF certification_id, cycle_start, attested_on ON attestation
WHEN OLD.import_id IS NULL OR OLD.undone_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attestation is undone and recorded anew, never changed'); END;

CREATE TRIGGER attestation_kept BEFORE DELETE ON attestation BEGIN SELECT RAISE(ABORT, 'an attestation is never deleted'); END;

CREATE TRIGGER attestation_undo_fixed BEFORE UPDATE ON attestation_undo BEGIN SELECT RAISE(ABORT, 'a counter-entry is never changed'); END;

CREATE TRIGGER attestation_undo_kept BEFORE DELETE ON attestation_undo BEGIN SELECT RAISE(ABORT, 'a counter-entry is never deleted'); END;

CREATE TRIGGER attestation_undone AFTER INSERT ON attestation_undo BEGIN
  UPDATE attestation SET undone_on = NEW.undone_on WHERE id = NEW.attestation_id;
END;

CREATE TRIGGER attestation_undone_once BEFORE UPDATE OF undone_on ON attestation
WHEN OLD.undone_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM attestation_undo WHERE attestation_id = NEW.id AND undone_on = NEW.undone_on)
BEGIN SELECT RAISE(ABORT, 'an attestation is undone by its counter-entry alone'); END;

CREATE TRIGGER audit_begun AFTER INSERT ON audit BEGIN
  UPDATE audit SET state = CASE WHEN NEW.outcome IS NULL THEN NEW.state ELSE 'decided' END, since_on = ifnull(NEW.closed_on, NEW.selected_on)
  WHERE id = NEW.id;
END;

CREATE TRIGGER audit_candidate_fixed BEFORE UPDATE ON audit_candidate BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;

CREATE TRIGGER audit_candidate_kept BEFORE DELETE ON audit_candidate BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;

CREATE TRIGGER audit_candidate_late BEFORE INSERT ON audit_candidate WHEN EXISTS (SELECT 1 FROM audit_draw WHERE id = NEW.draw_id)
BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;

CREATE TRIGGER audit_closed AFTER UPDATE OF outcome ON audit WHEN NEW.outcome IS NOT NULL AND NEW.state <> 'decided' BEGIN
  UPDATE audit SET state = 'decided', since_on = NEW.closed_on, due_on = NULL, proposal_id = NULL, pending_id = NULL WHERE id = NEW.id;
END;

CREATE TRIGGER audit_decision_fixed BEFORE UPDATE ON audit_decision BEGIN SELECT RAISE(ABORT, 'a decision stays on record'); END;

CREATE TRIGGER audit_decision_kept BEFORE DELETE ON audit_decision BEGIN SELECT RAISE(ABORT, 'a decision stays on record'); END;

CREATE TRIGGER audit_draw_complete BEFORE INSERT ON audit_draw WHEN NEW.algorithm <> 'taken-over'
  AND NEW.population <> (SELECT count(*) FROM audit_candidate WHERE draw_id = NEW.id AND excluded IS NULL)
BEGIN SELECT RAISE(ABORT, 'the population of the draw does not add up'); END;

CREATE TRIGGER audit_draw_fixed BEFORE UPDATE ON audit_draw BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;

CREATE TRIGGER audit_draw_kept BEFORE DELETE ON audit_draw BEGIN SELECT RAISE(ABORT, 'a draw is frozen'); END;

CREATE TRIGGER audit_evidence_fixed BEFORE UPDATE ON audit_evidence BEGIN SELECT RAISE(ABORT, 'what was seen stays on record'); END;

CREATE TRIGGER audit_evidence_kept BEFORE DELETE ON audit_evidence BEGIN SELECT RAISE(ABORT, 'what was seen stays on record'); END;

CREATE TRIGGER audit_final_fixed BEFORE UPDATE ON audit_final BEGIN SELECT RAISE(ABORT, 'what became final stays on record'); END;

CREATE TRIGGER audit_final_kept BEFORE DELETE ON audit_final BEGIN SELECT RAISE(ABORT, 'what became final stays on record'); END;

CREATE TRIGGER audit_finding_fixed BEFORE UPDATE ON audit_finding BEGIN SELECT RAISE(ABORT, 'a finding stays on record'); END;

CREATE TRIGGER audit_finding_kept BEFORE DELETE ON audit_finding BEGIN SELECT RAISE(ABORT, 'a finding stays on record'); END;

CREATE TRIGGER audit_letter_dropped_fixed BEFORE UPDATE ON audit_letter_dropped
BEGIN SELECT RAISE(ABORT, 'a letter dropped stays on record'); END;

CREATE TRIGGER audit_letter_dropped_kept BEFORE DELETE ON audit_letter_dropped
BEGIN SELECT RAISE(ABORT, 'a letter dropped stays on record'); END;

CREATE TRIGGER audit_letter_fixed BEFORE UPDATE ON audit_letter BEGIN SELECT RAISE(ABORT, 'a letter asked for stays on record'); END;

CREATE TRIGGER audit_letter_kept BEFORE DELETE ON audit_letter BEGIN SELECT RAISE(ABORT, 'a letter asked for stays on record'); END;

CREATE TRIGGER audit_opinion_fixed BEFORE UPDATE ON audit_opinion BEGIN SELECT RAISE(ABORT, 'an opinion stays on record'); END;

CREATE TRIGGER audit_opinion_kept BEFORE DELETE ON audit_opinion BEGIN SELECT RAISE(ABORT, 'an opinion stays on record'); END;

CREATE TRIGGER audit_state_sound BEFORE UPDATE OF state, pending_id ON audit
WHEN (NEW.state IN ('decided','appealed') AND NEW.outcome IS NULL)
  OR (NEW.state NOT IN ('decided','appealed','letter-waiting') AND NEW.outcome IS NOT NULL)
  OR (NEW.state = 'letter-waiting') <> (NEW.pending_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an audit is decided with its outcome, and appealed only after it'); END;

CREATE TRIGGER audit_step_fixed BEFORE UPDATE ON audit_step BEGIN SELECT RAISE(ABORT, 'a step of an audit stays on record'); END;

CREATE TRIGGER audit_step_kept BEFORE DELETE ON audit_step BEGIN SELECT RAISE(ABORT, 'a step of an audit stays on record'); END;

CREATE TRIGGER audit_substitution_fixed BEFORE UPDATE ON audit_substitution BEGIN SELECT RAISE(ABORT, 'a substitution stays on record'); END;

CREATE TRIGGER audit_substitution_kept BEFORE DELETE ON audit_substitution BEGIN SELECT RAISE(ABORT, 'a substitution stays on record'); END;

CREATE TRIGGER badge_export_file_fixed BEFORE UPDATE ON badge_export_file BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

CREATE TRIGGER badge_export_file_kept BEFORE DELETE ON badge_export_file BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;

CREATE TRIGGER badge_export_fixed BEFORE UPDATE ON badge_export BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

CREATE TRIGGER badge_export_kept BEFORE DELETE ON badge_export BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;

CREATE TRIGGER badge_exported_fixed BEFORE UPDATE ON badge_exported BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

CREATE TRIGGER badge_exported_kept BEFORE DELETE ON badge_exported BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;

CREATE TRIGGER badge_exported_open BEFORE INSERT ON badge_exported
WHEN (SELECT withdrawn_on FROM badge_request WHERE id = NEW.request_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the badge request was withdrawn'); END;

CREATE TRIGGER badge_request_fixed BEFORE UPDATE ON badge_request
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.certification_id IS NOT OLD.certification_id OR NEW.reason IS NOT OLD.reason
  OR NEW.requested_on IS NOT OLD.requested_on OR NEW.actor IS NOT OLD.actor
BEGIN SELECT RAISE(ABORT, 'a badge request is withdrawn, never changed'); END;

CREATE TRIGGER badge_request_kept BEFORE DELETE ON badge_request BEGIN SELECT RAISE(ABORT, 'a badge request is withdrawn, never deleted'); END;

CREATE TRIGGER ce_offering_kept BEFORE DELETE ON ce_offering BEGIN SELECT RAISE(ABORT, 'an offering ends on a date, it is never deleted'); END;

CREATE TRIGGER ce_price_fixed BEFORE UPDATE ON ce_price BEGIN SELECT RAISE(ABORT, 'a price is never changed'); END;

CREATE TRIGGER ce_price_kept BEFORE DELETE ON ce_price BEGIN SELECT RAISE(ABORT, 'a price is never deleted'); END;

CREATE TRIGGER credly_badge_change_fixed BEFORE UPDATE ON credly_badge_change BEGIN SELECT RAISE(ABORT, 'the history of a badge stays as it is'); END;

CREATE TRIGGER credly_badge_change_kept BEFORE DELETE ON credly_badge_change BEGIN SELECT RAISE(ABORT, 'the history of a badge stays as it is'); END;

CREATE TRIGGER credly_badge_kept BEFORE DELETE ON credly_badge BEGIN SELECT RAISE(ABORT, 'a badge is revoked, never deleted'); END;

CREATE TRIGGER deposit_balanced BEFORE UPDATE OF closed_on ON deposit
WHEN NEW.closed_on IS NOT NULL AND OLD.closed_on IS NULL
  AND (NEW.control_count <> (SELECT remittances FROM deposit_total WHERE deposit_id = NEW.id)
    OR NEW.control_cents <> (SELECT cents FROM deposit_total WHERE deposit_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'the deposit does not agree with its control count and total'); END;

CREATE TRIGGER deposit_closed BEFORE UPDATE ON deposit WHEN OLD.closed_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the deposit is closed'); END;

CREATE TRIGGER deposit_kept BEFORE DELETE ON deposit BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER deposit_whole BEFORE UPDATE OF closed_on ON deposit
WHEN NEW.closed_on IS NOT NULL AND (SELECT lines FROM deposit_awaited WHERE deposit_id = NEW.id) <> 0
BEGIN SELECT RAISE(ABORT, 'lines of the file are not entered yet'); END;

CREATE TRIGGER destroyed_document_fixed BEFORE UPDATE ON destroyed_document
WHEN NEW.destruction_id IS NOT OLD.destruction_id OR NEW.document_id IS NOT OLD.document_id OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.bytes IS NOT OLD.bytes OR NEW.type IS NOT OLD.type OR NEW.pages IS NOT OLD.pages OR NEW.arrivals IS NOT OLD.arrivals
  OR NEW.parts IS NOT OLD.parts OR NEW.kept_from IS NOT OLD.kept_from OR NEW.policy IS NOT OLD.policy OR NEW.years IS NOT OLD.years
  OR NEW.due_on IS NOT OLD.due_on
  OR (OLD.gone_at IS NOT NULL AND (NEW.gone_at IS NOT OLD.gone_at OR NEW.bytes_kept_for IS NOT OLD.bytes_kept_for))
  OR (OLD.came_again_at IS NOT NULL AND NEW.came_again_at IS NOT OLD.came_again_at)
BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;

CREATE TRIGGER destroyed_document_kept BEFORE DELETE ON destroyed_document BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;

CREATE TRIGGER destruction_fixed BEFORE UPDATE ON destruction BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;

CREATE TRIGGER destruction_kept BEFORE DELETE ON destruction BEGIN SELECT RAISE(ABORT, 'the destruction log is append-only'); END;

CREATE TRIGGER email_message_kept BEFORE DELETE ON email_message BEGIN SELECT RAISE(ABORT, 'what was sent stays on record'); END;

CREATE TRIGGER fee_change_fixed BEFORE UPDATE ON fee_change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER fee_change_kept BEFORE DELETE ON fee_change BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER feed_row_fixed BEFORE UPDATE OF key, content ON feed_row WHEN OLD.state <> 'waiting' OR NEW.key <> OLD.key
BEGIN SELECT RAISE(ABORT, 'a row of the feed is never changed'); END;

CREATE TRIGGER feed_row_kept BEFORE DELETE ON feed_row BEGIN SELECT RAISE(ABORT, 'a row of the feed is never deleted'); END;

CREATE TRIGGER intake_arrangement_fixed BEFORE UPDATE ON intake_arrangement BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER intake_arrangement_kept BEFORE DELETE ON intake_arrangement BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER intake_arrival_fixed BEFORE UPDATE ON intake_arrival BEGIN SELECT RAISE(ABORT, 'how a document came stays on record'); END;

CREATE TRIGGER intake_arrival_kept BEFORE DELETE ON intake_arrival BEGIN SELECT RAISE(ABORT, 'how a document came stays on record'); END;

CREATE TRIGGER intake_document_fixed BEFORE UPDATE ON intake_document
WHEN NEW.sha256 IS NOT OLD.sha256 OR NEW.bytes IS NOT OLD.bytes OR NEW.type IS NOT OLD.type OR OLD.pages IS NOT NULL OR (OLD.read_at IS NOT NULL AND NEW.read_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'a document is never altered'); END;

CREATE TRIGGER intake_document_kept BEFORE DELETE ON intake_document BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER intake_page_fixed BEFORE UPDATE ON intake_page BEGIN SELECT RAISE(ABORT, 'a document is never altered'); END;

CREATE TRIGGER intake_page_kept BEFORE DELETE ON intake_page BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER intake_part_kept BEFORE DELETE ON intake_part BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER intake_return_letter_fixed BEFORE UPDATE ON intake_return_letter
WHEN NEW.part_id IS NOT OLD.part_id OR NEW.member_id IS NOT OLD.member_id OR NEW.queued_on IS NOT OLD.queued_on
  OR (OLD.run_id IS NOT NULL AND (NEW.run_id IS NOT OLD.run_id OR NEW.position IS NOT OLD.position OR NEW.papers IS NOT OLD.papers))
  OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NOT OLD.withdrawn_on)
BEGIN SELECT RAISE(ABORT, 'what a return letter says stays on record'); END;

CREATE TRIGGER intake_return_letter_kept BEFORE DELETE ON intake_return_letter BEGIN SELECT RAISE(ABORT, 'a letter is withdrawn, never deleted'); END;

CREATE TRIGGER intake_step_fixed BEFORE UPDATE ON intake_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER intake_step_kept BEFORE DELETE ON intake_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER lapse_reversal_fixed BEFORE UPDATE ON lapse_reversal BEGIN SELECT RAISE(ABORT, 'a reversal stays on record'); END;

CREATE TRIGGER lapse_reversal_kept BEFORE DELETE ON lapse_reversal BEGIN SELECT RAISE(ABORT, 'a reversal stays on record'); END;

CREATE TRIGGER letter_version_fixed BEFORE UPDATE ON letter_version BEGIN SELECT RAISE(ABORT, 'a saved letter stays as it is'); END;

CREATE TRIGGER letter_version_kept BEFORE DELETE ON letter_version BEGIN SELECT RAISE(ABORT, 'a saved letter stays as it is'); END;

CREATE TRIGGER notice_given_kept BEFORE DELETE ON notice_given WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER paper_email_kept BEFORE DELETE ON paper_email BEGIN SELECT RAISE(ABORT, 'what was sent stays on record'); END;

CREATE TRIGGER payment_allocation_added AFTER INSERT ON payment_allocation BEGIN
  UPDATE annual_fee SET paid_cents = paid_cents + NEW.amount_cents WHERE id = NEW.annual_fee_id;
END;

CREATE TRIGGER payment_allocation_covered BEFORE INSERT ON payment_allocation
WHEN NEW.amount_cents > (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more is allocated than the payment has left'); END;

CREATE TRIGGER payment_allocation_fixed BEFORE UPDATE ON payment_allocation BEGIN
  SELECT RAISE(ABORT, 'an allocation is removed and made anew, never changed');
END;

CREATE TRIGGER payment_allocation_removed AFTER DELETE ON payment_allocation BEGIN
  UPDATE annual_fee SET paid_cents = paid_cents - OLD.amount_cents WHERE id = OLD.annual_fee_id;
END;

CREATE TRIGGER payment_fixed BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER payment_kept BEFORE DELETE ON payment WHEN OLD.import_id IS NULL
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER payment_reversal_clear BEFORE INSERT ON payment_reversal
WHEN (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id) <> (SELECT amount_cents FROM payment WHERE id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'a payment is reversed only when nothing of it is allocated or refunded any more'); END;

CREATE TRIGGER payment_reversal_fixed BEFORE UPDATE ON payment_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER payment_reversal_kept BEFORE DELETE ON payment_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER payment_within_remittance BEFORE INSERT ON payment
WHEN NEW.remittance_id IS NOT NULL AND NEW.amount_cents > (SELECT cents FROM remittance_unassigned WHERE remittance_id = NEW.remittance_id)
BEGIN SELECT RAISE(ABORT, 'the payments of a remittance come to more than it is'); END;

CREATE TRIGGER policy_decision_fixed BEFORE UPDATE ON policy_decision
BEGIN SELECT RAISE(ABORT, 'a policy decision is never rewritten'); END;

CREATE TRIGGER policy_decision_kept BEFORE DELETE ON policy_decision
BEGIN SELECT RAISE(ABORT, 'a policy decision stays on record'); END;

CREATE TRIGGER policy_snapshot_fixed BEFORE UPDATE ON policy_snapshot BEGIN SELECT RAISE(ABORT, 'what was decided by stays as it was'); END;

CREATE TRIGGER policy_snapshot_kept BEFORE DELETE ON policy_snapshot BEGIN SELECT RAISE(ABORT, 'what was decided by stays as it was'); END;

CREATE TRIGGER pulled_sheet_fixed BEFORE UPDATE ON pulled_sheet BEGIN SELECT RAISE(ABORT, 'what was taken out stays on record'); END;

CREATE TRIGGER pulled_sheet_kept BEFORE DELETE ON pulled_sheet BEGIN SELECT RAISE(ABORT, 'what was taken out stays on record'); END;

CREATE TRIGGER pulled_sheet_late BEFORE INSERT ON pulled_sheet
WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.run_id AND mailed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'what was mailed cannot be taken out'); END;

CREATE TRIGGER receipt_aside_fixed BEFORE UPDATE ON receipt_aside BEGIN SELECT RAISE(ABORT, 'a line of a file is never changed'); END;

CREATE TRIGGER receipt_aside_kept BEFORE DELETE ON receipt_aside BEGIN SELECT RAISE(ABORT, 'a line of a file is never deleted'); END;

CREATE TRIGGER receipt_line_fixed BEFORE UPDATE ON receipt_line BEGIN SELECT RAISE(ABORT, 'a line of a file is never changed'); END;

CREATE TRIGGER receipt_line_kept BEFORE DELETE ON receipt_line BEGIN SELECT RAISE(ABORT, 'a line of a file is never deleted'); END;

CREATE TRIGGER receipt_note_fixed BEFORE UPDATE ON receipt_note BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;

CREATE TRIGGER receipt_note_kept BEFORE DELETE ON receipt_note BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;

CREATE TRIGGER recertification_allocation_added AFTER INSERT ON recertification_allocation BEGIN
  UPDATE recertification_fee SET paid_cents = paid_cents + NEW.amount_cents WHERE id = NEW.recertification_fee_id;
END;

CREATE TRIGGER recertification_allocation_covered BEFORE INSERT ON recertification_allocation
WHEN NEW.amount_cents > (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more is allocated than the payment has left'); END;

CREATE TRIGGER recertification_allocation_fixed BEFORE UPDATE ON recertification_allocation
WHEN OLD.released_on IS NOT NULL OR NEW.released_on IS NULL OR NEW.id IS NOT OLD.id OR NEW.payment_id IS NOT OLD.payment_id
  OR NEW.recertification_fee_id IS NOT OLD.recertification_fee_id OR NEW.amount_cents IS NOT OLD.amount_cents
  OR NEW.allocated_on IS NOT OLD.allocated_on
BEGIN SELECT RAISE(ABORT, 'an allocation is released whole and once, never changed'); END;

CREATE TRIGGER recertification_allocation_kept BEFORE DELETE ON recertification_allocation
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER recertification_allocation_released AFTER UPDATE OF released_on ON recertification_allocation BEGIN
  UPDATE recertification_fee SET paid_cents = paid_cents - NEW.amount_cents WHERE id = NEW.recertification_fee_id;
END;

CREATE TRIGGER recertification_application_closed BEFORE UPDATE ON recertification_application
WHEN (NEW.status IN ('denied','withdrawn','badge')) <> (NEW.closed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an application is closed when it is denied, withdrawn or has its badge, and only then'); END;

CREATE TRIGGER recertification_application_kept BEFORE DELETE ON recertification_application
BEGIN SELECT RAISE(ABORT, 'an application is never deleted'); END;

CREATE TRIGGER recertification_document_fixed BEFORE UPDATE ON recertification_document BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;

CREATE TRIGGER recertification_document_kept BEFORE DELETE ON recertification_document BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;

CREATE TRIGGER recertification_eligibility_fixed BEFORE UPDATE ON recertification_eligibility BEGIN SELECT RAISE(ABORT, 'what was found stays on record'); END;

CREATE TRIGGER recertification_eligibility_kept BEFORE DELETE ON recertification_eligibility BEGIN SELECT RAISE(ABORT, 'what was found stays on record'); END;

CREATE TRIGGER recertification_fee_kept BEFORE DELETE ON recertification_fee BEGIN SELECT RAISE(ABORT, 'a fee is never deleted'); END;

CREATE TRIGGER recertification_paper_kept BEFORE DELETE ON recertification_paper BEGIN SELECT RAISE(ABORT, 'what was given out stays on record'); END;

CREATE TRIGGER recertification_points_kept BEFORE DELETE ON recertification_points
BEGIN SELECT RAISE(ABORT, 'points of an application are withdrawn, never deleted'); END;

CREATE TRIGGER recertification_step_fixed BEFORE UPDATE ON recertification_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER recertification_step_kept BEFORE DELETE ON recertification_step BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER refund_covered BEFORE INSERT ON refund
WHEN NEW.amount_cents > (SELECT cents FROM payment_credit WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more is refunded than the payment has left'); END;

CREATE TRIGGER refund_fixed BEFORE UPDATE ON refund BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER refund_kept BEFORE DELETE ON refund BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER remittance_fixed BEFORE UPDATE ON remittance BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER remittance_kept BEFORE DELETE ON remittance BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER remittance_late BEFORE INSERT ON remittance
WHEN (SELECT closed_on FROM deposit WHERE id = NEW.deposit_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the deposit is closed'); END;

CREATE TRIGGER remittance_reversal_clear BEFORE INSERT ON remittance_reversal
WHEN (SELECT cents FROM remittance_unassigned WHERE remittance_id = NEW.remittance_id) <> (SELECT amount_cents FROM remittance WHERE id = NEW.remittance_id)
BEGIN SELECT RAISE(ABORT, 'a remittance is reversed only after its payments'); END;

CREATE TRIGGER remittance_reversal_fixed BEFORE UPDATE ON remittance_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER remittance_reversal_kept BEFORE DELETE ON remittance_reversal BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER retention_hold_fixed BEFORE UPDATE ON retention_hold
WHEN OLD.lifted_on IS NOT NULL OR NEW.document_id IS NOT OLD.document_id OR NEW.member_id IS NOT OLD.member_id
  OR NEW.reason IS NOT OLD.reason OR NEW.placed_on IS NOT OLD.placed_on OR NEW.placed_by IS NOT OLD.placed_by OR NEW.placed_at IS NOT OLD.placed_at
BEGIN SELECT RAISE(ABORT, 'a hold is lifted once, and stays on record'); END;

CREATE TRIGGER retention_hold_kept BEFORE DELETE ON retention_hold BEGIN SELECT RAISE(ABORT, 'a hold is lifted, never deleted'); END;

CREATE TRIGGER rolled_cycle_fixed BEFORE UPDATE ON rolled_cycle
WHEN OLD.reopened_on IS NOT NULL OR NEW.reopened_on IS NULL OR NEW.certification_id IS NOT OLD.certification_id
  OR NEW.cycle_start IS NOT OLD.cycle_start OR NEW.cycle_end IS NOT OLD.cycle_end OR NEW.points_required IS NOT OLD.points_required
  OR NEW.points_counted IS NOT OLD.points_counted OR NEW.attested IS NOT OLD.attested OR NEW.rolled_on IS NOT OLD.rolled_on
  OR NEW.met_by IS NOT OLD.met_by OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.activities IS NOT OLD.activities
BEGIN SELECT RAISE(ABORT, 'a rolled cycle is reopened, never changed'); END;

CREATE TRIGGER rolled_cycle_kept BEFORE DELETE ON rolled_cycle BEGIN SELECT RAISE(ABORT, 'a rolled cycle is reopened, never erased'); END;

CREATE TRIGGER run_complete BEFORE INSERT ON run
WHEN NEW.selected <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_print <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'print')
  OR NEW.to_print <> (SELECT ifnull(max(sheet), 0) FROM run_piece WHERE run_id = NEW.id)
  OR NEW.to_email <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'email')
  OR NEW.held <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND channel = 'held')
  OR NEW.also_emailed <> (SELECT count(*) FROM run_piece WHERE run_id = NEW.id AND email_copy = 1)
BEGIN SELECT RAISE(ABORT, 'the pieces of the run do not add up'); END;

CREATE TRIGGER run_frozen BEFORE UPDATE ON run
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.step IS NOT OLD.step OR NEW.month IS NOT OLD.month
  OR NEW.prepared_on IS NOT OLD.prepared_on OR NEW.selected IS NOT OLD.selected OR NEW.to_print IS NOT OLD.to_print
  OR NEW.to_email IS NOT OLD.to_email OR NEW.held IS NOT OLD.held OR NEW.also_emailed IS NOT OLD.also_emailed
  OR NEW.frozen IS NOT OLD.frozen
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;

CREATE TRIGGER run_kept BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER run_mailed_count BEFORE UPDATE OF mailed_count ON run
WHEN NEW.mailed_count IS NOT NULL
  AND NEW.mailed_count <> NEW.to_print - (SELECT count(*) FROM pulled_sheet WHERE run_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the count handed over does not agree with the run'); END;

CREATE TRIGGER run_mailed_whole BEFORE UPDATE OF mailed_on ON run
WHEN OLD.mailed_on IS NULL AND NEW.mailed_on IS NOT NULL
  AND EXISTS (SELECT 1 FROM spoiled_sheet WHERE run_id = NEW.id AND reprint_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'spoiled sheets wait for their reprint'); END;

CREATE TRIGGER run_piece_frozen BEFORE UPDATE ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;

CREATE TRIGGER run_piece_kept BEFORE DELETE ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = OLD.run_id)
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER run_piece_late BEFORE INSERT ON run_piece WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.run_id)
BEGIN SELECT RAISE(ABORT, 'a prepared run is frozen'); END;

CREATE TRIGGER run_piece_letter_once BEFORE INSERT ON run_piece WHEN NEW.audit_letter_id IS NOT NULL AND NEW.channel <> 'held'
  AND EXISTS (SELECT 1 FROM run_piece p JOIN notice_given g ON g.run_id = p.run_id AND g.position = p.position
    WHERE p.audit_letter_id = NEW.audit_letter_id AND g.failed IS NULL)
BEGIN SELECT RAISE(ABORT, 'a letter is given once'); END;

CREATE TRIGGER worklist_mark_fixed BEFORE UPDATE ON worklist_mark BEGIN SELECT RAISE(ABORT, 'what was done about a row stays on record'); END;

CREATE TRIGGER worklist_mark_kept BEFORE DELETE ON worklist_mark BEGIN SELECT RAISE(ABORT, 'what was done about a row stays on record'); END;

CREATE VIEW deposit_awaited AS
SELECT d.id AS deposit_id, CASE WHEN d.file_lines IS NULL THEN 0 ELSE d.file_lines
  - (SELECT count(*) FROM receipt_line l WHERE l.deposit_id = d.id)
  - (SELECT count(*) FROM receipt_aside a WHERE a.deposit_id = d.id) END AS lines
FROM deposit d;

CREATE VIEW deposit_total AS
SELECT d.id AS deposit_id, count(m.id) AS remittances, ifnull(sum(m.amount_cents), 0) AS cents
FROM deposit d LEFT JOIN remittance m ON m.deposit_id = d.id
  AND NOT EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = m.id AND v.kind = 'mis-keyed')
GROUP BY d.id;

CREATE VIEW ledger AS
SELECT f.invoiced_on AS entered_on, 'fee-invoiced' AS kind, f.certification_id, f.id AS source_id, 'receivable' AS debit, 'fee-income' AS credit,
    CASE WHEN f.voided_on IS NULL THEN f.amount_cents ELSE 0 END
      - ifnull((SELECT sum(c.cents) FROM fee_change c WHERE c.annual_fee_id = f.id AND c.kind IN ('adjusted','voided','reissued')), 0) AS cents,
    NULL AS method, '' AS reference
  FROM annual_fee f
UNION ALL SELECT f.invoiced_on, 'fee-waived', f.certification_id, f.id, 'waived', 'receivable', f.amount_cents - f.paid_cents, NULL, ''
  FROM annual_fee f WHERE f.waived = 1 AND NOT EXISTS (SELECT 1 FROM fee_change c WHERE c.annual_fee_id = f.id AND c.kind IN ('waived','written-off'))
UNION ALL SELECT c.changed_on, 'fee-' || c.kind, f.certification_id, f.id,
    CASE WHEN c.cents >= 0 THEN 'receivable' WHEN c.kind = 'written-off' THEN 'written-off' WHEN c.kind IN ('waived','unwaived') THEN 'waived' ELSE 'fee-income' END,
    CASE WHEN c.cents < 0 THEN 'receivable' WHEN c.kind = 'written-off' THEN 'written-off' WHEN c.kind IN ('waived','unwaived') THEN 'waived' ELSE 'fee-income' END,
    abs(c.cents), NULL, c.reason
  FROM fee_change c JOIN annual_fee f ON f.id = c.annual_fee_id WHERE c.kind <> 'invoiced'
UNION ALL SELECT f.invoiced_on, 'recertification-invoiced', f.certification_id, f.id, 'receivable', 'recertification-income', f.amount_cents, NULL, ''
  FROM recertification_fee f
UNION ALL SELECT f.voided_on, 'recertification-voided', f.certification_id, f.id, 'recertification-income', 'receivable', f.amount_cents, NULL, ''
  FROM recertification_fee f WHERE f.voided_on IS NOT NULL
UNION ALL SELECT m.received_on, 'remittance', NULL, m.id, 'bank', 'unassigned', m.amount_cents, m.method, m.reference FROM remittance m
UNION ALL SELECT v.reversed_on, 'remittance-' || v.kind, NULL, m.id, 'unassigned', 'bank', m.amount_cents, m.method, m.reference
  FROM remittance_reversal v JOIN remittance m ON m.id = v.remittance_id
UNION ALL SELECT p.received_on, 'payment', p.certification_id, p.id,
    CASE WHEN p.remittance_id IS NULL THEN 'bank' ELSE 'unassigned' END, 'credit', p.amount_cents, p.method, p.reference FROM payment p
UNION ALL SELECT v.reversed_on, 'payment-' || v.kind, p.certification_id, p.id,
    'credit', CASE WHEN p.remittance_id IS NULL THEN 'bank' ELSE 'unassigned' END, p.amount_cents, p.method, p.reference
  FROM payment_reversal v JOIN payment p ON p.id = v.payment_id
UNION ALL SELECT coalesce(a.allocated_on, p.received_on), 'allocation', p.certification_id, p.id, 'credit', 'receivable', a.amount_cents, p.method, p.reference
  FROM payment_allocation a JOIN payment p ON p.id = a.payment_id
UNION ALL SELECT r.released_on, 'allocation-released', p.certification_id, p.id, 'receivable', 'credit', r.amount_cents, p.method, p.reference
  FROM allocation_release r JOIN payment p ON p.id = r.payment_id
UNION ALL SELECT a.allocated_on, 'recertification-allocation', p.certification_id, p.id, 'credit', 'receivable', a.amount_cents, p.method, p.reference
  FROM recertification_allocation a JOIN payment p ON p.id = a.payment_id
UNION ALL SELECT a.released_on, 'recertification-released', p.certification_id, p.id, 'receivable', 'credit', a.amount_cents, p.method, p.reference
  FROM recertification_allocation a JOIN payment p ON p.id = a.payment_id WHERE a.released_on IS NOT NULL
UNION ALL SELECT r.refunded_on, 'refund', p.certification_id, p.id, 'credit', 'bank', r.amount_cents, r.method, r.reference
  FROM refund r JOIN payment p ON p.id = r.payment_id;

CREATE VIEW payment_credit AS
SELECT p.id AS payment_id, p.certification_id,
  CASE WHEN EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = p.id) THEN 0 ELSE
    p.amount_cents
    - ifnull((SELECT sum(amount_cents) FROM payment_allocation a WHERE a.payment_id = p.id), 0)
    + ifnull((SELECT sum(amount_cents) FROM allocation_release r WHERE r.payment_id = p.id), 0)
    - ifnull((SELECT sum(amount_cents) FROM recertification_allocation a WHERE a.payment_id = p.id AND a.released_on IS NULL), 0)
    - ifnull((SELECT sum(amount_cents) FROM refund f WHERE f.payment_id = p.id), 0)
  END AS cents
FROM payment p;

CREATE VIEW receipt_file_line AS
SELECT l.deposit_id, l.row, l.source, l.transaction_reference, l.received_on, l.amount_cents AS cents, l.method, l.member_no, l.name, l.code,
  l.outcome, l.why, l.suggested_member_id, l.remittance_id,
  (SELECT u.cents FROM remittance_unassigned u WHERE u.remittance_id = l.remittance_id) AS unassigned_cents,
  CASE
    WHEN EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = l.remittance_id) THEN 'reversed'
    WHEN (SELECT u.cents FROM remittance_unassigned u WHERE u.remittance_id = l.remittance_id) = 0 THEN 'assigned'
    WHEN (SELECT n.kind FROM receipt_note n WHERE n.deposit_id = l.deposit_id AND n.row = l.row ORDER BY n.id DESC LIMIT 1) = 'left' THEN 'left'
    ELSE 'open' END AS state
FROM receipt_line l
UNION ALL
SELECT a.deposit_id, a.row, a.source, a.transaction_reference, a.received_on, a.cents, a.method, a.member_no, a.name, a.code,
  a.kind, a.why, NULL, a.remittance_id, 0,
  CASE
    WHEN a.kind <> 'back' THEN 'none'
    WHEN EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = a.remittance_id) THEN 'reversed'
    WHEN (SELECT n.kind FROM receipt_note n WHERE n.deposit_id = a.deposit_id AND n.row = a.row ORDER BY n.id DESC LIMIT 1) = 'left' THEN 'left'
    ELSE 'open' END
FROM receipt_aside a;

CREATE VIEW remittance_unassigned AS
SELECT m.id AS remittance_id, m.deposit_id,
  CASE WHEN EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = m.id) THEN 0 ELSE
    m.amount_cents - ifnull((SELECT sum(p.amount_cents) FROM payment p WHERE p.remittance_id = m.id
      AND NOT EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = p.id)), 0)
  END AS cents
FROM remittance m;
