import type { Migration } from '../migration.ts'

// A signed text is whole in itself, as canonical JSON: whatever becomes of people and groups, it says what it said. Its
// commitment stands in the log, as a record note's does. INSERT OR REPLACE fires no DELETE trigger, so it is refused by one
// of its own.
const signedTexts = `
  CREATE TABLE signed_note (
    note_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    body TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) >= 16)
  ) STRICT;
  CREATE INDEX signed_note_of_session ON signed_note (session_id);
  CREATE INDEX signed_note_of_person ON signed_note (person_id);
  CREATE TRIGGER signed_note_is_not_changed BEFORE UPDATE ON signed_note
  BEGIN SELECT RAISE(ABORT, 'what is signed is never changed'); END;
  CREATE TRIGGER signed_note_is_not_deleted BEFORE DELETE ON signed_note
  BEGIN SELECT RAISE(ABORT, 'what is signed is never deleted'); END;
  CREATE TRIGGER signed_note_is_not_replaced BEFORE INSERT ON signed_note
  WHEN EXISTS (SELECT 1 FROM signed_note WHERE note_id = NEW.note_id OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'what is signed is never replaced'); END;
`

// Folded from the log: what is signed, by whom and when, so that what is left to sign is found without reading logs.
const signatures = `
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
  CREATE INDEX note_signature_of_person ON note_signature (person_id);
`

// What is being written. An empty format is the clinic's own.
const drafts = `
  ALTER TABLE debrief_shared ADD COLUMN home_practice TEXT NOT NULL DEFAULT '';
  ALTER TABLE debrief_response ADD COLUMN format TEXT NOT NULL DEFAULT '';

  CREATE TABLE debrief_goal (
    session_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal,
    position INTEGER NOT NULL,
    progress TEXT NOT NULL,
    PRIMARY KEY (session_id, person_id, goal_id)
  ) STRICT, WITHOUT ROWID;
`

// How this clinic keeps its record: one row of JSON, read by the schema of the field. Who has to be co-signed, and who
// may co-sign, is known of each facilitator; a co-signer has a PIN of their own.
const rules = `
  CREATE TABLE record_rules (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    body TEXT NOT NULL
  ) STRICT;

  ALTER TABLE facilitator ADD COLUMN needs_co_signature INTEGER NOT NULL DEFAULT 0
    CHECK (needs_co_signature IN (0, 1));
  ALTER TABLE facilitator ADD COLUMN may_co_sign INTEGER NOT NULL DEFAULT 0 CHECK (may_co_sign IN (0, 1));

  CREATE TABLE facilitator_pin (
    person_id TEXT PRIMARY KEY REFERENCES facilitator,
    salt BLOB NOT NULL CHECK (length(salt) >= 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
  ) STRICT;
`

// Other words that would tell who somebody is: nicknames, a surname, a telephone number, the name of a relation.
const aliases = `
  CREATE TABLE member_alias (
    person_id TEXT NOT NULL REFERENCES member,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (person_id, position)
  ) STRICT, WITHOUT ROWID;
`

// Kinds of file are the field's own list, so that the next one needs no new table, and each file
// says what it is made of. Files from before have the session's code in their names, and no version.
const documents = `
  CREATE TABLE exported_file_anew (
    export_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    person_id TEXT,
    code TEXT NOT NULL,
    version INTEGER CHECK (version >= 1),
    content_sha256 BLOB CHECK (length(content_sha256) = 32),
    file_name TEXT NOT NULL,
    exported_at_ms INTEGER NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    CHECK ((version IS NULL) = (content_sha256 IS NULL))
  ) STRICT;
  INSERT INTO exported_file_anew (export_id, session_id, kind, code, file_name, exported_at_ms, sha256)
    SELECT export_id, session_id, kind, substr(file_name, 12, 4), file_name, exported_at_ms, sha256
    FROM exported_file ORDER BY rowid;
  DROP TABLE exported_file;
  ALTER TABLE exported_file_anew RENAME TO exported_file;
  CREATE INDEX exported_file_of_session ON exported_file (session_id);
  CREATE INDEX exported_file_by_bytes ON exported_file (sha256);
`

export const recordSignedNotes: Migration = {
  version: 3,
  script: signedTexts + signatures + drafts + rules + aliases + documents,
}
