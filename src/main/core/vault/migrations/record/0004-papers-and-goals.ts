import type { Migration } from '../migration.ts'

// What is disclosed to somebody is entered once and never changed: an entry that was wrong gets another that says so. It
// refers to no person and no file, since those can be erased and the account of what was given out stays (45 CFR 164.528).
const disclosures = `
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
  CREATE INDEX disclosure_of_person ON disclosure (person_id);
  CREATE TRIGGER disclosure_is_not_changed BEFORE UPDATE ON disclosure
  BEGIN SELECT RAISE(ABORT, 'what was disclosed is never changed'); END;
  CREATE TRIGGER disclosure_is_not_deleted BEFORE DELETE ON disclosure
  BEGIN SELECT RAISE(ABORT, 'what was disclosed is never deleted'); END;
  CREATE TRIGGER disclosure_is_not_replaced BEFORE INSERT ON disclosure
  WHEN EXISTS (SELECT 1 FROM disclosure WHERE disclosure_id = NEW.disclosure_id OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'what was disclosed is never replaced'); END;
`

// A file lies in a folder of the user's choice, or in the console's own where it is null. One that was deleted stays on the
// list, so that a copy of it can still be told.
const files = `
  CREATE TABLE exported_file_anew (
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
  INSERT INTO exported_file_anew
    SELECT export_id, session_id, kind, person_id, code, version, content_sha256, NULL, file_name, exported_at_ms, sha256,
      0, NULL
    FROM exported_file ORDER BY rowid;
  DROP TABLE exported_file;
  ALTER TABLE exported_file_anew RENAME TO exported_file;
  CREATE INDEX exported_file_of_session ON exported_file (session_id);
  CREATE INDEX exported_file_by_bytes ON exported_file (sha256);

  CREATE TABLE export_folder (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    path TEXT NOT NULL CHECK (path <> '')
  ) STRICT;
`

// An objective is a goal under a goal. What a note has addressed is set aside instead of deleted.
const objectives = `
  ALTER TABLE goal ADD COLUMN parent_id TEXT REFERENCES goal;
  ALTER TABLE goal ADD COLUMN is_set_aside INTEGER NOT NULL DEFAULT 0 CHECK (is_set_aside IN (0, 1));
  CREATE INDEX goal_of_parent ON goal (parent_id);
  CREATE INDEX debrief_goal_of_goal ON debrief_goal (goal_id);
`

// Words that were begun and are not signed yet: what is to be added to a signed note, and what was done about a risk.
const begunWords = `
  CREATE TABLE amendment_draft (
    amends TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX amendment_draft_of_session ON amendment_draft (session_id);

  CREATE TABLE follow_up_draft (
    session_id TEXT NOT NULL,
    mark INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (session_id, mark)
  ) STRICT, WITHOUT ROWID;
`

// A phase may bear somebody's name; a note can do without it.
const phasesInNotes = `
  ALTER TABLE debrief_response ADD COLUMN names_phases INTEGER NOT NULL DEFAULT 1 CHECK (names_phases IN (0, 1));
`

// How a group meets, and how each session of it was held. Sessions without a row are from before: notes said "in person".
const modalities = `
  ALTER TABLE therapy_group ADD COLUMN modality TEXT NOT NULL DEFAULT 'in-person';
  CREATE TABLE session_modality (
    session_id TEXT PRIMARY KEY,
    modality TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`

// A co-signer who has forgotten their PIN gets another with the passphrase of whose vault this is. When that was is kept
// for good, whatever PIN comes after, since nobody may sign for somebody else unnoticed.
const signingPins = `
  ALTER TABLE facilitator_pin ADD COLUMN set_at_ms INTEGER;
  ALTER TABLE facilitator_pin ADD COLUMN reset_at_ms INTEGER;
  CREATE TRIGGER facilitator_pin_reset_is_kept BEFORE UPDATE ON facilitator_pin
  WHEN OLD.reset_at_ms IS NOT NULL AND (NEW.reset_at_ms IS NULL OR NEW.reset_at_ms < OLD.reset_at_ms)
  BEGIN SELECT RAISE(ABORT, 'that a PIN was set anew is never forgotten'); END;
  CREATE TRIGGER facilitator_pin_is_not_deleted BEFORE DELETE ON facilitator_pin
  BEGIN SELECT RAISE(ABORT, 'a PIN to sign with is never deleted'); END;
  CREATE TRIGGER facilitator_pin_is_not_replaced BEFORE INSERT ON facilitator_pin
  WHEN NEW.reset_at_ms IS NULL AND EXISTS (
    SELECT 1 FROM facilitator_pin WHERE person_id = NEW.person_id AND reset_at_ms IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'that a PIN was set anew is never forgotten'); END;
`

// As for signed texts: INSERT OR REPLACE fires no DELETE trigger.
const recordNotes = `
  CREATE TRIGGER record_note_is_not_deleted BEFORE DELETE ON record_note
  BEGIN SELECT RAISE(ABORT, 'a recorded note is never deleted'); END;
  CREATE TRIGGER record_note_is_not_replaced BEFORE INSERT ON record_note
  WHEN EXISTS (SELECT 1 FROM record_note WHERE note_id = NEW.note_id OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'a recorded note is never replaced'); END;
`

export const recordPapersAndGoals: Migration = {
  version: 4,
  script:
    disclosures + files + objectives + phasesInNotes + modalities + signingPins + begunWords + recordNotes,
}
