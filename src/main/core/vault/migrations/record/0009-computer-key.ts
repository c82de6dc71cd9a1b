import type { Migration } from '../migration.ts'

// A vault can be opened by its author's computer too. What an entry may say is a rule of the table, which SQLite lets nobody
// change: the entries move into one with the new rule, as they are.
const accessLog = `
  DROP TRIGGER access_entry_is_not_changed;
  DROP TRIGGER access_entry_is_not_deleted;
  DROP TRIGGER access_entry_is_not_replaced;
  DROP INDEX access_entry_opening;
  DROP INDEX access_entry_of_person;
  ALTER TABLE access_entry RENAME TO access_entry_before;
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
  INSERT INTO access_entry (seq, at_ms, opened_by, reviewer_id, what, person_id, session_id, export_id)
    SELECT seq, at_ms, opened_by, reviewer_id, what, person_id, session_id, export_id FROM access_entry_before;
  DROP TABLE access_entry_before;
  CREATE INDEX access_entry_opening ON access_entry (seq) WHERE what = 'opened';
  CREATE INDEX access_entry_of_person ON access_entry (person_id) WHERE person_id IS NOT NULL;
  CREATE TRIGGER access_entry_is_not_changed BEFORE UPDATE ON access_entry
  BEGIN SELECT RAISE(ABORT, 'who looked is never changed'); END;
  CREATE TRIGGER access_entry_is_not_deleted BEFORE DELETE ON access_entry
  BEGIN SELECT RAISE(ABORT, 'who looked is never deleted'); END;
  CREATE TRIGGER access_entry_is_not_replaced BEFORE INSERT ON access_entry
  WHEN EXISTS (SELECT 1 FROM access_entry WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'who looked is never replaced'); END;
`

export const recordComputerKey: Migration = { version: 9, script: accessLog }
