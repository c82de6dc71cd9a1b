CREATE TRIGGER access_entry_is_not_changed BEFORE UPDATE ON access_entry
BEGIN SELECT RAISE(ABORT, 'who looked is never changed'); END;

CREATE TRIGGER access_entry_is_not_deleted BEFORE DELETE ON access_entry
BEGIN SELECT RAISE(ABORT, 'who looked is never deleted'); END;

CREATE TRIGGER access_entry_is_not_replaced BEFORE INSERT ON access_entry
WHEN EXISTS (SELECT 1 FROM access_entry WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'who looked is never replaced'); END;

CREATE TRIGGER care_entry_is_not_changed BEFORE UPDATE ON care_entry
BEGIN SELECT RAISE(ABORT, 'the history of care is never changed'); END;

CREATE TRIGGER care_entry_is_not_deleted BEFORE DELETE ON care_entry
WHEN NOT (EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id))
BEGIN SELECT RAISE(ABORT, 'the history of care is never deleted'); END;

CREATE TRIGGER care_entry_is_not_replaced BEFORE INSERT ON care_entry
WHEN EXISTS (SELECT 1 FROM care_entry WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the history of care is never replaced'); END;

CREATE TRIGGER disclosure_is_not_changed BEFORE UPDATE ON disclosure
BEGIN SELECT RAISE(ABORT, 'what was disclosed is never changed'); END;

CREATE TRIGGER disclosure_is_not_deleted BEFORE DELETE ON disclosure
WHEN NOT (EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id) OR OLD.person_id IS NULL AND EXISTS (SELECT 1 FROM erasing_session WHERE session_id = OLD.session_id))
BEGIN SELECT RAISE(ABORT, 'what was disclosed is never deleted'); END;

CREATE TRIGGER disclosure_is_not_replaced BEFORE INSERT ON disclosure
WHEN EXISTS (SELECT 1 FROM disclosure WHERE disclosure_id = NEW.disclosure_id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what was disclosed is never replaced'); END;

CREATE TRIGGER erasing_chart_is_free BEFORE INSERT ON erasing_chart
WHEN EXISTS (SELECT 1 FROM legal_hold
    WHERE lifted_at_ms IS NULL AND (person_id IS NULL OR person_id = NEW.person_id))
  OR EXISTS (SELECT 1 FROM enrolment WHERE person_id = NEW.person_id)
  OR EXISTS (SELECT 1 FROM group_waiting WHERE person_id = NEW.person_id)
  OR EXISTS (SELECT 1 FROM session_person JOIN session USING (session_id)
    WHERE person_id = NEW.person_id AND stage <> 'ended' AND is_discarded = 0)
BEGIN SELECT RAISE(ABORT, 'a chart on hold or in care is not erased'); END;

CREATE TRIGGER erasing_session_is_free BEFORE INSERT ON erasing_session
WHEN EXISTS (SELECT 1 FROM legal_hold WHERE lifted_at_ms IS NULL AND person_id IS NULL)
  OR EXISTS (SELECT 1 FROM session
    WHERE session_id = NEW.session_id AND stage <> 'ended' AND is_discarded = 0)
  OR EXISTS (SELECT 1 FROM session_person JOIN member USING (person_id)
    WHERE session_id = NEW.session_id AND person_id NOT IN (SELECT person_id FROM erasing_chart))
BEGIN SELECT RAISE(ABORT, 'a session of a chart that stays is not erased'); END;

CREATE TRIGGER erasure_is_not_changed BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'that something was erased is never changed'); END;

CREATE TRIGGER erasure_is_not_deleted BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'that something was erased is never forgotten'); END;

CREATE TRIGGER erasure_is_not_replaced BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'that something was erased is never replaced'); END;

CREATE TRIGGER facilitator_pin_is_not_deleted BEFORE DELETE ON facilitator_pin
BEGIN SELECT RAISE(ABORT, 'a PIN to sign with is never deleted'); END;

CREATE TRIGGER facilitator_pin_is_not_replaced BEFORE INSERT ON facilitator_pin
WHEN NEW.reset_at_ms IS NULL AND EXISTS (
  SELECT 1 FROM facilitator_pin WHERE person_id = NEW.person_id AND reset_at_ms IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'that a PIN was set anew is never forgotten'); END;

CREATE TRIGGER facilitator_pin_reset_is_kept BEFORE UPDATE ON facilitator_pin
WHEN OLD.reset_at_ms IS NOT NULL AND (NEW.reset_at_ms IS NULL OR NEW.reset_at_ms < OLD.reset_at_ms)
BEGIN SELECT RAISE(ABORT, 'that a PIN was set anew is never forgotten'); END;

CREATE TRIGGER legal_hold_is_lifted_once BEFORE UPDATE ON legal_hold
WHEN OLD.lifted_at_ms IS NOT NULL OR NEW.lifted_at_ms IS NULL OR NEW.hold_id <> OLD.hold_id
  OR NEW.person_id IS NOT OLD.person_id OR NEW.reason <> OLD.reason OR NEW.placed_at_ms <> OLD.placed_at_ms
  OR NEW.placed_by_id <> OLD.placed_by_id
BEGIN SELECT RAISE(ABORT, 'a hold is lifted once and otherwise never changed'); END;

CREATE TRIGGER legal_hold_is_not_deleted BEFORE DELETE ON legal_hold
WHEN NOT (OLD.lifted_at_ms IS NOT NULL AND EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id))
BEGIN SELECT RAISE(ABORT, 'a hold is never deleted'); END;

CREATE TRIGGER legal_hold_is_not_replaced BEFORE INSERT ON legal_hold
WHEN EXISTS (SELECT 1 FROM legal_hold WHERE hold_id = NEW.hold_id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a hold is never replaced'); END;

CREATE TRIGGER record_note_is_not_changed BEFORE UPDATE ON record_note
BEGIN SELECT RAISE(ABORT, 'a recorded note is never changed'); END;

CREATE TRIGGER record_note_is_not_deleted BEFORE DELETE ON record_note
WHEN NOT (EXISTS (SELECT 1 FROM erasing_session WHERE session_id = OLD.session_id) OR EXISTS (SELECT 1 FROM follow_up JOIN erasing_chart USING (person_id)
    WHERE follow_up.session_id = OLD.session_id AND follow_up.note_id = OLD.note_id))
BEGIN SELECT RAISE(ABORT, 'a recorded note is never deleted'); END;

CREATE TRIGGER record_note_is_not_replaced BEFORE INSERT ON record_note
WHEN EXISTS (SELECT 1 FROM record_note WHERE note_id = NEW.note_id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a recorded note is never replaced'); END;

CREATE TRIGGER scale_follow_up_closing_is_not_changed BEFORE UPDATE ON scale_follow_up_closing
BEGIN SELECT RAISE(ABORT, 'what was signed is never changed'); END;

CREATE TRIGGER scale_follow_up_closing_is_not_deleted BEFORE DELETE ON scale_follow_up_closing
WHEN NOT (EXISTS (SELECT 1 FROM scale_follow_up JOIN erasing_chart USING (person_id)
  WHERE follow_up_id = OLD.follow_up_id))
BEGIN SELECT RAISE(ABORT, 'what was signed is never deleted'); END;

CREATE TRIGGER scale_follow_up_closing_is_not_replaced BEFORE INSERT ON scale_follow_up_closing
WHEN EXISTS (SELECT 1 FROM scale_follow_up_closing WHERE follow_up_id = NEW.follow_up_id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what was signed is never replaced'); END;

CREATE TRIGGER scale_follow_up_is_not_changed BEFORE UPDATE ON scale_follow_up
BEGIN SELECT RAISE(ABORT, 'a follow-up is never changed'); END;

CREATE TRIGGER scale_follow_up_is_not_deleted BEFORE DELETE ON scale_follow_up
WHEN NOT (EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id))
BEGIN SELECT RAISE(ABORT, 'a follow-up is never deleted'); END;

CREATE TRIGGER scale_follow_up_is_not_replaced BEFORE INSERT ON scale_follow_up
WHEN EXISTS (SELECT 1 FROM scale_follow_up WHERE follow_up_id = NEW.follow_up_id OR rowid = NEW.rowid
  OR result_id = NEW.result_id)
BEGIN SELECT RAISE(ABORT, 'a follow-up is never replaced'); END;

CREATE TRIGGER scale_follow_up_owner_is_not_changed BEFORE UPDATE ON scale_follow_up_owner
BEGIN SELECT RAISE(ABORT, 'who owned a follow-up is never changed'); END;

CREATE TRIGGER scale_follow_up_owner_is_not_deleted BEFORE DELETE ON scale_follow_up_owner
WHEN NOT (EXISTS (SELECT 1 FROM scale_follow_up JOIN erasing_chart USING (person_id)
  WHERE follow_up_id = OLD.follow_up_id))
BEGIN SELECT RAISE(ABORT, 'who owned a follow-up is never deleted'); END;

CREATE TRIGGER scale_follow_up_owner_is_not_replaced BEFORE INSERT ON scale_follow_up_owner
WHEN EXISTS (SELECT 1 FROM scale_follow_up_owner WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'who owned a follow-up is never replaced'); END;

CREATE TRIGGER scale_result_is_not_changed BEFORE UPDATE ON scale_result
BEGIN SELECT RAISE(ABORT, 'a score is never changed'); END;

CREATE TRIGGER scale_result_is_not_deleted BEFORE DELETE ON scale_result
WHEN NOT (EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id))
BEGIN SELECT RAISE(ABORT, 'a score is never deleted'); END;

CREATE TRIGGER scale_result_is_not_replaced BEFORE INSERT ON scale_result
WHEN EXISTS (SELECT 1 FROM scale_result WHERE result_id = NEW.result_id OR rowid = NEW.rowid
  OR corrects_id = NEW.corrects_id)
BEGIN SELECT RAISE(ABORT, 'a score is never replaced'); END;

CREATE TRIGGER session_event_is_appended BEFORE INSERT ON session_event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM session_event WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE(ABORT, 'the log grows at its end only'); END;

CREATE TRIGGER session_event_is_not_changed BEFORE UPDATE ON session_event
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

CREATE TRIGGER session_event_is_not_deleted BEFORE DELETE ON session_event
WHEN NOT (EXISTS (SELECT 1 FROM erasing_session WHERE session_id = OLD.session_id))
BEGIN SELECT RAISE(ABORT, 'the log is never deleted'); END;

CREATE TRIGGER signed_note_is_not_changed BEFORE UPDATE ON signed_note
BEGIN SELECT RAISE(ABORT, 'what is signed is never changed'); END;

CREATE TRIGGER signed_note_is_not_deleted BEFORE DELETE ON signed_note
WHEN NOT (EXISTS (SELECT 1 FROM erasing_chart WHERE person_id = OLD.person_id) OR EXISTS (SELECT 1 FROM erasing_session WHERE session_id = OLD.session_id))
BEGIN SELECT RAISE(ABORT, 'what is signed is never deleted'); END;

CREATE TRIGGER signed_note_is_not_replaced BEFORE INSERT ON signed_note
WHEN EXISTS (SELECT 1 FROM signed_note WHERE note_id = NEW.note_id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what is signed is never replaced'); END;

CREATE TRIGGER supervision_comment_is_not_changed BEFORE UPDATE ON supervision_comment
BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;

CREATE TRIGGER supervision_comment_is_not_deleted BEFORE DELETE ON supervision_comment
WHEN NOT (EXISTS (SELECT 1 FROM erasing_session WHERE session_id = OLD.session_id) OR EXISTS (SELECT 1 FROM signed_note JOIN erasing_chart USING (person_id)
    WHERE signed_note.note_id = OLD.note_id))
BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;

CREATE TRIGGER supervision_comment_is_not_replaced BEFORE INSERT ON supervision_comment
WHEN EXISTS (SELECT 1 FROM supervision_comment WHERE comment_id = NEW.comment_id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a comment is never replaced'); END;

CREATE TABLE access_entry (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  opened_by TEXT NOT NULL CHECK (opened_by IN ('passphrase', 'recovery', 'reviewer', 'computer')),
  reviewer_id TEXT CHECK ((reviewer_id IS NOT NULL) = (opened_by = 'reviewer')),
  what TEXT NOT NULL CHECK (what <> ''),
  person_id TEXT,
  session_id TEXT,
  export_id TEXT
) STRICT;

CREATE TABLE agenda_phase (
  group_id TEXT NOT NULL REFERENCES therapy_group,
  position INTEGER NOT NULL,
  phase_id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  minimum_minutes INTEGER NOT NULL CHECK (minimum_minutes BETWEEN 1 AND minutes),
  is_protected INTEGER NOT NULL CHECK (is_protected IN (0, 1)),
  PRIMARY KEY (group_id, position),
  UNIQUE (group_id, phase_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE amendment_draft (
  amends TEXT PRIMARY KEY,
  session_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
  backup_id TEXT PRIMARY KEY,
  folder TEXT NOT NULL CHECK (folder <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  made_at_ms INTEGER NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  verified_at_ms INTEGER NOT NULL,
  drilled_at_ms INTEGER,
  facts TEXT NOT NULL,
  UNIQUE (folder, name)
) STRICT;

CREATE TABLE backup_rules (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  folder TEXT CHECK (folder <> ''),
  schedule TEXT NOT NULL CHECK (schedule IN ('off', 'daily', 'weekly')),
  failure TEXT,
  failed_since_ms INTEGER,
  CHECK ((failure IS NULL) = (failed_since_ms IS NULL))
) STRICT;

CREATE TABLE care_entry (
  seq INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  group_id TEXT,
  to_group_id TEXT,
  day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  review_on TEXT CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  minutes INTEGER CHECK (minutes > 0),
  age_group TEXT,
  refers_to INTEGER CHECK (refers_to > 0),
  reason TEXT NOT NULL,
  entered_at_ms INTEGER,
  entered_by_id TEXT
) STRICT;

CREATE TABLE care_rules (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE chart_of_age (
  person_id TEXT PRIMARY KEY REFERENCES member,
  of_age_on TEXT NOT NULL CHECK (of_age_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE clinic (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE conceal_pin (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE debrief_goal (
  session_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  goal_id TEXT NOT NULL REFERENCES goal,
  position INTEGER NOT NULL,
  progress TEXT NOT NULL,
  PRIMARY KEY (session_id, person_id, goal_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE debrief_intervention (
  session_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE debrief_response (
  session_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  response TEXT NOT NULL,
  plan TEXT NOT NULL, format TEXT NOT NULL DEFAULT '', names_phases INTEGER NOT NULL DEFAULT 1 CHECK (names_phases IN (0, 1)),
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE debrief_shared (
  session_id TEXT PRIMARY KEY,
  group_process TEXT NOT NULL,
  plan TEXT NOT NULL
, home_practice TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE disclosure (
  disclosure_id TEXT PRIMARY KEY,
  person_id TEXT,
  session_id TEXT,
  export_id TEXT,
  corrects_id TEXT,
  entered_at_ms INTEGER NOT NULL,
  entered_by_id TEXT NOT NULL,
  disclosed_on TEXT NOT NULL CHECK (disclosed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  what TEXT NOT NULL CHECK (what <> ''),
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  consent_reference TEXT NOT NULL
) STRICT;

CREATE TABLE enrolment (
  group_id TEXT NOT NULL REFERENCES therapy_group,
  person_id TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL,
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasing_chart (
  person_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE erasing_session (
  session_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
  seq INTEGER PRIMARY KEY,
  erased_at_ms INTEGER NOT NULL,
  erased_by_id TEXT NOT NULL,
  chart_count INTEGER NOT NULL,
  session_count INTEGER NOT NULL,
  text_count INTEGER NOT NULL,
  file_count INTEGER NOT NULL
) STRICT;

CREATE TABLE export_folder (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  path TEXT NOT NULL CHECK (path <> '')
) STRICT;

CREATE TABLE "exported_file" (
  export_id TEXT PRIMARY KEY,
  session_id TEXT,
  kind TEXT NOT NULL,
  person_id TEXT,
  code TEXT NOT NULL,
  version INTEGER CHECK (version >= 1),
  content_sha256 BLOB CHECK (length(content_sha256) = 32),
  folder TEXT,
  file_name TEXT NOT NULL,
  exported_at_ms INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  has_password INTEGER NOT NULL CHECK (has_password IN (0, 1)),
  deleted_at_ms INTEGER,
  CHECK ((version IS NULL) = (content_sha256 IS NULL))
) STRICT;

CREATE TABLE exported_file_of_group (
  export_id TEXT PRIMARY KEY REFERENCES exported_file ON DELETE CASCADE,
  group_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE facilitator (
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  initials TEXT NOT NULL CHECK (initials <> ''),
  credentials TEXT NOT NULL,
  is_author INTEGER NOT NULL CHECK (is_author IN (0, 1)),
  position INTEGER NOT NULL
, needs_co_signature INTEGER NOT NULL DEFAULT 0
  CHECK (needs_co_signature IN (0, 1)), may_co_sign INTEGER NOT NULL DEFAULT 0 CHECK (may_co_sign IN (0, 1))) STRICT;

CREATE TABLE facilitator_pin (
  person_id TEXT PRIMARY KEY REFERENCES facilitator,
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
, set_at_ms INTEGER, reset_at_ms INTEGER) STRICT;

CREATE TABLE follow_up (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  mark INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  owner_id TEXT,
  closed_at_ms INTEGER,
  signed_by_id TEXT,
  note_id TEXT,
  PRIMARY KEY (session_id, mark),
  CHECK ((closed_at_ms IS NULL) = (signed_by_id IS NULL) AND (closed_at_ms IS NULL) = (note_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up_draft (
  session_id TEXT NOT NULL,
  mark INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (session_id, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
  goal_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
, parent_id TEXT REFERENCES goal, is_set_aside INTEGER NOT NULL DEFAULT 0 CHECK (is_set_aside IN (0, 1))) STRICT;

CREATE TABLE group_measure (
  group_id TEXT NOT NULL REFERENCES therapy_group,
  measure_id TEXT NOT NULL REFERENCES measure,
  position INTEGER NOT NULL,
  PRIMARY KEY (group_id, measure_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_meeting (
  group_id TEXT NOT NULL REFERENCES therapy_group,
  position INTEGER NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  time TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  PRIMARY KEY (group_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_waiting (
  group_id TEXT NOT NULL REFERENCES therapy_group,
  person_id TEXT NOT NULL REFERENCES member,
  seq INTEGER NOT NULL,
  since_day TEXT NOT NULL,
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  import_id TEXT PRIMARY KEY,
  imported_at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER,
  member_count INTEGER NOT NULL,
  group_count INTEGER NOT NULL,
  enrolment_count INTEGER NOT NULL
) STRICT;

CREATE TABLE imported (
  import_id TEXT NOT NULL REFERENCES import,
  person_id TEXT,
  group_id TEXT,
  care_seq INTEGER,
  digest BLOB CHECK (length(digest) = 32),
  CHECK ((person_id IS NULL) <> (group_id IS NULL) OR care_seq IS NOT NULL)
) STRICT;

CREATE TABLE legal_hold (
  hold_id TEXT PRIMARY KEY,
  person_id TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  placed_at_ms INTEGER NOT NULL,
  placed_by_id TEXT NOT NULL,
  lifted_at_ms INTEGER,
  lifted_by_id TEXT,
  CHECK ((lifted_at_ms IS NULL) = (lifted_by_id IS NULL))
) STRICT;

CREATE TABLE log_check (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  at_ms INTEGER NOT NULL,
  session_count INTEGER NOT NULL CHECK (session_count >= 0),
  event_count INTEGER NOT NULL CHECK (event_count >= 0),
  broken_count INTEGER NOT NULL CHECK (broken_count BETWEEN 0 AND session_count)
) STRICT;

CREATE TABLE measure (
  measure_id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'neither')),
  position INTEGER NOT NULL,
  is_retired INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE "member" (
  person_id TEXT PRIMARY KEY,
  preferred_name TEXT NOT NULL CHECK (preferred_name <> ''),
  initials TEXT NOT NULL CHECK (initials <> ''),
  chart_id TEXT NOT NULL,
  role TEXT NOT NULL,
  agreed_on TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE member_alias (
  person_id TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_signature (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  note_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  amends TEXT,
  signed_by_id TEXT NOT NULL,
  signed_at_ms INTEGER NOT NULL,
  needs_co_signature INTEGER NOT NULL CHECK (needs_co_signature IN (0, 1)),
  PRIMARY KEY (session_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE projection (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE rebuild (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version INTEGER NOT NULL,
  after_session_id TEXT NOT NULL,
  done_count INTEGER NOT NULL CHECK (done_count >= 0)
) STRICT;

CREATE TABLE record_note (
  note_id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL,
  text TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) >= 16)
) STRICT;

CREATE TABLE record_rules (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE retention_rules (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE safety_card (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE saved_view (
  view_id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  body TEXT NOT NULL,
  position INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE scale_follow_up (
  follow_up_id TEXT PRIMARY KEY,
  result_id TEXT NOT NULL UNIQUE REFERENCES scale_result,
  person_id TEXT NOT NULL,
  item9 INTEGER NOT NULL CHECK (item9 BETWEEN 1 AND 3),
  opened_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE scale_follow_up_closing (
  follow_up_id TEXT PRIMARY KEY REFERENCES scale_follow_up,
  text TEXT NOT NULL CHECK (text <> ''),
  signed_by_id TEXT NOT NULL,
  closed_at_ms INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  commitment TEXT NOT NULL CHECK (length(commitment) = 64)
) STRICT;

CREATE TABLE scale_follow_up_draft (
  follow_up_id TEXT PRIMARY KEY REFERENCES scale_follow_up,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE scale_follow_up_owner (
  seq INTEGER PRIMARY KEY,
  follow_up_id TEXT NOT NULL REFERENCES scale_follow_up,
  owner_id TEXT NOT NULL,
  named_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE scale_result (
  result_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  scale TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  lowest REAL NOT NULL,
  highest REAL NOT NULL CHECK (highest > lowest),
  taken_on TEXT NOT NULL CHECK (taken_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  total REAL CHECK (total BETWEEN lowest AND highest),
  items TEXT,
  item9 INTEGER CHECK (item9 BETWEEN 0 AND 3),
  difficulty INTEGER CHECK (difficulty BETWEEN 0 AND 3),
  entered_at_ms INTEGER NOT NULL,
  entered_by_id TEXT NOT NULL,
  corrects_id TEXT UNIQUE,
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1)),
  CHECK (is_struck = 0 OR corrects_id IS NOT NULL)
) STRICT;

CREATE TABLE search_session (
  key INTEGER PRIMARY KEY CHECK (key > 0),
  session_id TEXT NOT NULL UNIQUE REFERENCES session
) STRICT;

CREATE VIRTUAL TABLE search_session_words USING fts5 (
  words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3', detail=none
);

CREATE TABLE 'search_session_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_session_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_session_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_session_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_text (
  item INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  person_id TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5 (
  words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
);

CREATE TABLE 'search_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE seat_place (
  group_id TEXT NOT NULL REFERENCES therapy_group,
  person_id TEXT NOT NULL,
  x REAL NOT NULL CHECK (x BETWEEN 0 AND 1),
  y REAL NOT NULL CHECK (y BETWEEN 0 AND 1),
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  session_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES therapy_group,
  number INTEGER NOT NULL CHECK (number > 0),
  topic TEXT NOT NULL,
  group_type TEXT NOT NULL,
  part2 TEXT NOT NULL CHECK (part2 IN ('part2', 'none', 'unsure')),
  stage TEXT NOT NULL CHECK (stage IN ('prepared', 'running', 'paused', 'ended')),
  length_minutes INTEGER NOT NULL CHECK (length_minutes > 0),
  prepared_at_ms INTEGER NOT NULL,
  planned_start_ms INTEGER,
  started_at_ms INTEGER,
  ended_at_ms INTEGER,
  elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
  paused_ms INTEGER NOT NULL CHECK (paused_ms >= 0),
  last_seq INTEGER NOT NULL CHECK (last_seq > 0),
  head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
  is_discarded INTEGER NOT NULL DEFAULT 0 CHECK (is_discarded IN (0, 1)), lead_id TEXT, observation TEXT NOT NULL DEFAULT 'floor', entered_late_at_ms INTEGER,
  CHECK (is_discarded = 0 OR stage = 'prepared')
) STRICT;

CREATE TABLE session_alive (
  session_id TEXT PRIMARY KEY,
  wall_ms INTEGER NOT NULL,
  mono_ms INTEGER NOT NULL CHECK (mono_ms >= 0),
  run TEXT NOT NULL,
  zone TEXT NOT NULL
, uptime_ms INTEGER) STRICT;

CREATE TABLE session_check_in (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  moment TEXT NOT NULL,
  measure_id TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  PRIMARY KEY (session_id, person_id, moment, measure_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_erased (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_event (
  session_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (session_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_mark (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  mark TEXT NOT NULL,
  phase_id TEXT,
  at_ms INTEGER NOT NULL,
  wall_ms INTEGER NOT NULL,
  PRIMARY KEY (session_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_modality (
  session_id TEXT PRIMARY KEY,
  modality TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session_note (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  note_id TEXT NOT NULL,
  phase_id TEXT,
  at_ms INTEGER NOT NULL,
  wall_ms INTEGER NOT NULL,
  PRIMARY KEY (session_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_person (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  presence TEXT NOT NULL,
  has_agreed INTEGER NOT NULL CHECK (has_agreed IN (0, 1)),
  is_walk_in INTEGER NOT NULL CHECK (is_walk_in IN (0, 1)),
  present_ms INTEGER NOT NULL CHECK (present_ms >= 0),
  break_ms INTEGER NOT NULL CHECK (break_ms BETWEEN 0 AND present_ms),
  talk_ms INTEGER NOT NULL CHECK (talk_ms >= 0),
  turns INTEGER NOT NULL CHECK (turns >= 0), samples_heard INTEGER NOT NULL DEFAULT 0 CHECK (samples_heard >= 0),
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_phase (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  position INTEGER NOT NULL,
  phase_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  is_inserted INTEGER NOT NULL CHECK (is_inserted IN (0, 1)),
  planned_minutes INTEGER NOT NULL CHECK (planned_minutes > 0),
  actual_ms INTEGER NOT NULL CHECK (actual_ms >= 0),
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_tally (
  session_id TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  order_ms INTEGER NOT NULL,
  member_count INTEGER NOT NULL,
  present_count INTEGER NOT NULL,
  written_count INTEGER NOT NULL,
  signed_count INTEGER NOT NULL,
  awaiting_count INTEGER NOT NULL,
  amended_count INTEGER NOT NULL,
  open_follow_up_count INTEGER NOT NULL,
  has_risk_unsigned INTEGER NOT NULL CHECK (has_risk_unsigned IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE signed_note (
  note_id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  body TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) >= 16)
) STRICT;

CREATE TABLE supervision_comment (
  comment_id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL,
  note_id TEXT,
  written_by_id TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE supervision_comment_draft (
  session_id TEXT NOT NULL,
  note_id TEXT,
  written_by_id TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE supervision_comment_read (
  comment_id TEXT NOT NULL REFERENCES supervision_comment,
  reader_id TEXT NOT NULL,
  read_at_ms INTEGER NOT NULL,
  PRIMARY KEY (comment_id, reader_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE supervision_comment_taken_back (
  comment_id TEXT PRIMARY KEY REFERENCES supervision_comment,
  taken_back_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE taken_back_note (
  session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  note_id TEXT NOT NULL,
  PRIMARY KEY (session_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE therapy_group (
  group_id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL,
  length_minutes INTEGER NOT NULL CHECK (length_minutes > 0),
  part2 TEXT NOT NULL CHECK (part2 IN ('part2', 'none', 'unsure')),
  capacity INTEGER NOT NULL CHECK (capacity > 0)
, modality TEXT NOT NULL DEFAULT 'in-person', membership TEXT NOT NULL DEFAULT 'open', last_erased_number INTEGER NOT NULL DEFAULT 0, counts_hours INTEGER NOT NULL DEFAULT 1 CHECK (counts_hours IN (0, 1))) STRICT;

CREATE INDEX access_entry_of_person ON access_entry (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX access_entry_opening ON access_entry (seq) WHERE what = 'opened';

CREATE INDEX amendment_draft_of_session ON amendment_draft (session_id);

CREATE INDEX care_entry_about_another ON care_entry (refers_to) WHERE refers_to IS NOT NULL;

CREATE INDEX care_entry_by_kind ON care_entry (kind, day);

CREATE INDEX care_entry_of_person ON care_entry (person_id);

CREATE INDEX debrief_goal_of_goal ON debrief_goal (goal_id);

CREATE INDEX disclosure_of_person ON disclosure (person_id);

CREATE INDEX exported_file_by_bytes ON exported_file (sha256);

CREATE INDEX exported_file_of_group_by_group ON exported_file_of_group (group_id);

CREATE INDEX exported_file_of_person ON exported_file (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX exported_file_of_session ON exported_file (session_id);

CREATE UNIQUE INDEX facilitator_one_author ON facilitator (is_author) WHERE is_author = 1;

CREATE INDEX follow_up_open ON follow_up (opened_at_ms) WHERE closed_at_ms IS NULL;

CREATE INDEX goal_of_parent ON goal (parent_id);

CREATE INDEX goal_of_person ON goal (person_id, position);

CREATE INDEX imported_care_entry ON imported (care_seq) WHERE care_seq IS NOT NULL;

CREATE INDEX imported_of_import ON imported (import_id);

CREATE INDEX legal_hold_of_person ON legal_hold (person_id);

CREATE INDEX note_signature_of_person ON note_signature (person_id, signed_at_ms);

CREATE INDEX record_note_of_session ON record_note (session_id);

CREATE INDEX scale_follow_up_of_person ON scale_follow_up (person_id);

CREATE INDEX scale_follow_up_owner_of ON scale_follow_up_owner (follow_up_id);

CREATE INDEX scale_result_of_person ON scale_result (person_id);

CREATE INDEX search_text_of_member ON search_text (person_id) WHERE item < 0;

CREATE INDEX session_check_in_of_person
  ON session_check_in (person_id, session_id, measure_id, moment, value);

CREATE INDEX session_mark_of_person ON session_mark (person_id, mark);

CREATE INDEX session_not_ended ON session (stage) WHERE stage <> 'ended';

CREATE INDEX session_note_by_note ON session_note (note_id);

CREATE UNIQUE INDEX session_number_of_group ON session (group_id, number) WHERE is_discarded = 0;

CREATE INDEX session_person_of_person ON session_person (person_id);

CREATE INDEX session_tally_by_time ON session_tally (order_ms);

CREATE INDEX session_tally_to_finish ON session_tally (order_ms)
  WHERE signed_count < present_count OR awaiting_count > 0;

CREATE INDEX signed_note_of_person ON signed_note (person_id);

CREATE INDEX signed_note_of_session ON signed_note (session_id);

CREATE UNIQUE INDEX supervision_comment_draft_of_writer
  ON supervision_comment_draft (session_id, written_by_id, coalesce(note_id, ''));

CREATE INDEX supervision_comment_of_session ON supervision_comment (session_id);
