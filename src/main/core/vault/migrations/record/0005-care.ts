// What changes in somebody's care outside the sessions: entered once, taken back by another entry, never changed. It
// refers to no person and no group, since the account outlives both. Whoever is in a group already was enrolled on a day
// that nobody wrote down. The rows of `enrolment` and `group_waiting` are
// what these entries say.
const careHistory = `
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
  INSERT INTO care_entry (person_id, kind, group_id, reason)
    SELECT person_id, 'enrolled', enrolment.group_id, '' FROM enrolment JOIN therapy_group USING (group_id)
    ORDER BY therapy_group.rowid, position;
  CREATE INDEX care_entry_of_person ON care_entry (person_id);
  CREATE INDEX care_entry_by_kind ON care_entry (kind, day);
  CREATE INDEX care_entry_about_another ON care_entry (refers_to) WHERE refers_to IS NOT NULL;
  CREATE TRIGGER care_entry_is_not_replaced BEFORE INSERT ON care_entry
  WHEN EXISTS (SELECT 1 FROM care_entry WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'the history of care is never replaced'); END;
  CREATE TRIGGER care_entry_is_not_changed BEFORE UPDATE ON care_entry
  BEGIN SELECT RAISE(ABORT, 'the history of care is never changed'); END;
  CREATE TRIGGER care_entry_is_not_deleted BEFORE DELETE ON care_entry
  BEGIN SELECT RAISE(ABORT, 'the history of care is never deleted'); END;

  CREATE TABLE group_waiting (
    group_id TEXT NOT NULL REFERENCES therapy_group,
    person_id TEXT NOT NULL REFERENCES member,
    seq INTEGER NOT NULL,
    since_day TEXT NOT NULL,
    PRIMARY KEY (group_id, person_id)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE therapy_group ADD COLUMN membership TEXT NOT NULL DEFAULT 'open';
`

// Scores of questionnaires: entered once, corrected by another entry, never changed. A total is kept where one was given,
// and no words of a questionnaire.
const scaleResults = `
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
  CREATE INDEX scale_result_of_person ON scale_result (person_id);
  CREATE TRIGGER scale_result_is_not_changed BEFORE UPDATE ON scale_result
  BEGIN SELECT RAISE(ABORT, 'a score is never changed'); END;
  CREATE TRIGGER scale_result_is_not_deleted BEFORE DELETE ON scale_result
  BEGIN SELECT RAISE(ABORT, 'a score is never deleted'); END;
  CREATE TRIGGER scale_result_is_not_replaced BEFORE INSERT ON scale_result
  WHEN EXISTS (SELECT 1 FROM scale_result WHERE result_id = NEW.result_id OR rowid = NEW.rowid
    OR corrects_id = NEW.corrects_id)
  BEGIN SELECT RAISE(ABORT, 'a score is never replaced'); END;
`

// A risk that a questionnaire told belongs to no session's log: opened, given to somebody and signed, each once and for
// good. The commitment is SHA-256(salt || what was signed, as canonical JSON in UTF-8).
const scaleFollowUps = `
  CREATE TABLE scale_follow_up (
    follow_up_id TEXT PRIMARY KEY,
    result_id TEXT NOT NULL UNIQUE REFERENCES scale_result,
    person_id TEXT NOT NULL,
    item9 INTEGER NOT NULL CHECK (item9 BETWEEN 1 AND 3),
    opened_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX scale_follow_up_of_person ON scale_follow_up (person_id);
  CREATE TABLE scale_follow_up_owner (
    seq INTEGER PRIMARY KEY,
    follow_up_id TEXT NOT NULL REFERENCES scale_follow_up,
    owner_id TEXT NOT NULL,
    named_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX scale_follow_up_owner_of ON scale_follow_up_owner (follow_up_id);
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

  CREATE TRIGGER scale_follow_up_is_not_changed BEFORE UPDATE ON scale_follow_up
  BEGIN SELECT RAISE(ABORT, 'a follow-up is never changed'); END;
  CREATE TRIGGER scale_follow_up_is_not_deleted BEFORE DELETE ON scale_follow_up
  BEGIN SELECT RAISE(ABORT, 'a follow-up is never deleted'); END;
  CREATE TRIGGER scale_follow_up_is_not_replaced BEFORE INSERT ON scale_follow_up
  WHEN EXISTS (SELECT 1 FROM scale_follow_up WHERE follow_up_id = NEW.follow_up_id OR rowid = NEW.rowid
    OR result_id = NEW.result_id)
  BEGIN SELECT RAISE(ABORT, 'a follow-up is never replaced'); END;
  CREATE TRIGGER scale_follow_up_owner_is_not_changed BEFORE UPDATE ON scale_follow_up_owner
  BEGIN SELECT RAISE(ABORT, 'who owned a follow-up is never changed'); END;
  CREATE TRIGGER scale_follow_up_owner_is_not_deleted BEFORE DELETE ON scale_follow_up_owner
  BEGIN SELECT RAISE(ABORT, 'who owned a follow-up is never deleted'); END;
  CREATE TRIGGER scale_follow_up_owner_is_not_replaced BEFORE INSERT ON scale_follow_up_owner
  WHEN EXISTS (SELECT 1 FROM scale_follow_up_owner WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'who owned a follow-up is never replaced'); END;
  CREATE TRIGGER scale_follow_up_closing_is_not_changed BEFORE UPDATE ON scale_follow_up_closing
  BEGIN SELECT RAISE(ABORT, 'what was signed is never changed'); END;
  CREATE TRIGGER scale_follow_up_closing_is_not_deleted BEFORE DELETE ON scale_follow_up_closing
  BEGIN SELECT RAISE(ABORT, 'what was signed is never deleted'); END;
  CREATE TRIGGER scale_follow_up_closing_is_not_replaced BEFORE INSERT ON scale_follow_up_closing
  WHEN EXISTS (SELECT 1 FROM scale_follow_up_closing WHERE follow_up_id = NEW.follow_up_id OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'what was signed is never replaced'); END;
`

/** What the fifth migration keeps of members' care and questionnaires. */
export const careTables = careHistory + scaleResults + scaleFollowUps
