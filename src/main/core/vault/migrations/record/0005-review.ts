import type { Migration } from '../migration.ts'

// What review asks of a log beyond what was kept: where a mark was made and where a record note stands. Folded from the
// log as the rows beside them; sessions from before are folded again when the vault is opened.
const projections = `
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
  CREATE INDEX session_mark_of_person ON session_mark (person_id);

  CREATE TABLE session_note (
    session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    note_id TEXT NOT NULL,
    phase_id TEXT,
    at_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    PRIMARY KEY (session_id, note_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_note_by_note ON session_note (note_id);
`

// One row a session with what a list of sessions shows and sorts by, counted when something of it changes: counted at
// every look, twenty years would take a second. `order_ms` is when it was held, or is to be.
const tallies = `
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
  CREATE INDEX session_tally_by_time ON session_tally (order_ms);
  CREATE INDEX session_tally_to_finish ON session_tally (order_ms)
    WHERE signed_count < present_count OR awaiting_count > 0;
  CREATE INDEX session_not_ended ON session (stage) WHERE stage <> 'ended';
`

// How this clinic counts hours and places: one row of JSON, read by the schema of the field.
const careRules = `
  CREATE TABLE care_rules (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    body TEXT NOT NULL
  ) STRICT;
`

// Who opened the vault, looked at a member and took something out of it, and when: ids and codes, no words. It refers to
// nobody's row, since people can be erased and the account of who looked stays.
const accessLog = `
  CREATE TABLE access_entry (
    seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    what TEXT NOT NULL,
    person_id TEXT,
    session_id TEXT,
    export_id TEXT
  ) STRICT;
  CREATE INDEX access_entry_of_person ON access_entry (person_id) WHERE person_id IS NOT NULL;
  CREATE TRIGGER access_entry_is_not_changed BEFORE UPDATE ON access_entry
  BEGIN SELECT RAISE(ABORT, 'who looked is never changed'); END;
  CREATE TRIGGER access_entry_is_not_deleted BEFORE DELETE ON access_entry
  BEGIN SELECT RAISE(ABORT, 'who looked is never deleted'); END;
  CREATE TRIGGER access_entry_is_not_replaced BEFORE INSERT ON access_entry
  WHEN EXISTS (SELECT 1 FROM access_entry WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'who looked is never replaced'); END;
`

export const recordReview: Migration = {
  version: 5,
  script: projections + tallies + careRules + accessLog,
}
