import type { Migration } from '../migration.ts'

// What the log newly tells of a session, folded beside it. `projection` says which fold wrote the rows: sessions from
// before this migration are folded again when the vault is opened.
const projections = `
  ALTER TABLE session ADD COLUMN lead_id TEXT;
  ALTER TABLE session ADD COLUMN observation TEXT NOT NULL DEFAULT 'floor';
  ALTER TABLE session ADD COLUMN entered_late_at_ms INTEGER;
  ALTER TABLE session_person ADD COLUMN samples_heard INTEGER NOT NULL DEFAULT 0 CHECK (samples_heard >= 0);
  CREATE INDEX session_person_of_person ON session_person (person_id);

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

  CREATE TABLE session_check_in (
    session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    person_id TEXT NOT NULL,
    moment TEXT NOT NULL,
    measure_id TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
    PRIMARY KEY (session_id, person_id, moment, measure_id)
  ) STRICT, WITHOUT ROWID;

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
  CREATE INDEX follow_up_open ON follow_up (opened_at_ms) WHERE closed_at_ms IS NULL;

  CREATE TABLE projection (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL
  ) STRICT;
  INSERT INTO projection VALUES (1, 1);
`

// How long the computer had been up at a heartbeat: within one start of it, real time can be told over a crash even when
// the wall clock was moved meanwhile.
const uptime = `
  ALTER TABLE session_alive ADD COLUMN uptime_ms INTEGER;
`

// A guest is on file too, and the CHECK of 0001 knows none; SQLite changes a CHECK only with its table. Enrolments refer
// to members, so they are put aside meanwhile.
const guests = `
  CREATE TEMPORARY TABLE kept_enrolment AS SELECT group_id, person_id, position FROM enrolment;
  DELETE FROM enrolment;
  CREATE TABLE member_anew (
    person_id TEXT PRIMARY KEY,
    preferred_name TEXT NOT NULL CHECK (preferred_name <> ''),
    initials TEXT NOT NULL CHECK (initials <> ''),
    chart_id TEXT NOT NULL,
    role TEXT NOT NULL,
    agreed_on TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
  ) STRICT;
  INSERT INTO member_anew SELECT person_id, preferred_name, initials, chart_id, role, agreed_on FROM member;
  DROP TABLE member;
  ALTER TABLE member_anew RENAME TO member;
  INSERT INTO enrolment (group_id, person_id, position) SELECT group_id, person_id, position FROM kept_enrolment;
  DROP TABLE kept_enrolment;
`

// Papers of a session are listed with what they are: a sheet to tick on is no summary.
const exports = `
  ALTER TABLE exported_file ADD COLUMN kind TEXT NOT NULL DEFAULT 'group-summary'
    CHECK (kind IN ('group-summary', 'tick-sheet'));
`

// What a member works towards, in their own words.
const goals = `
  CREATE TABLE goal (
    goal_id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES member,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
  ) STRICT;
  CREATE INDEX goal_of_person ON goal (person_id, position);
`

// Where people sit, as shares of the circle's width and height from its upper left corner.
const seats = `
  CREATE TABLE seat_place (
    group_id TEXT NOT NULL REFERENCES therapy_group,
    person_id TEXT NOT NULL,
    x REAL NOT NULL CHECK (x BETWEEN 0 AND 1),
    y REAL NOT NULL CHECK (y BETWEEN 0 AND 1),
    PRIMARY KEY (group_id, person_id)
  ) STRICT, WITHOUT ROWID;
`

// `better`: which way is good news. The five that most programs ask for come with the console; their ids never change.
const measures = `
  CREATE TABLE measure (
    measure_id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'neither')),
    position INTEGER NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1))
  ) STRICT;
  INSERT INTO measure (measure_id, name, better, position) VALUES
    ('6d6f6f64-0000-4000-8000-000000000001', 'Mood', 'higher', 1),
    ('6d6f6f64-0000-4000-8000-000000000002', 'Craving', 'lower', 2),
    ('6d6f6f64-0000-4000-8000-000000000003', 'Safety', 'higher', 3),
    ('6d6f6f64-0000-4000-8000-000000000004', 'Sleep', 'higher', 4),
    ('6d6f6f64-0000-4000-8000-000000000005', 'Energy', 'higher', 5);

  CREATE TABLE group_measure (
    group_id TEXT NOT NULL REFERENCES therapy_group,
    measure_id TEXT NOT NULL REFERENCES measure,
    position INTEGER NOT NULL,
    PRIMARY KEY (group_id, measure_id)
  ) STRICT, WITHOUT ROWID;
`

// The clinic's own crisis steps, and the hash of the PIN that brings a concealed screen back.
const console = `
  CREATE TABLE safety_card (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    text TEXT NOT NULL
  ) STRICT;

  CREATE TABLE conceal_pin (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    salt BLOB NOT NULL CHECK (length(salt) >= 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
  ) STRICT;
`

export const recordLiveRoom: Migration = {
  version: 2,
  script: projections + uptime + guests + exports + goals + seats + measures + console,
}
