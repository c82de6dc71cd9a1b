import type { Migration } from '../migration.ts'
import { erasingTables } from './0006-erasing.ts'

// How long this clinic keeps charts: one row of JSON, read by the schema of the field. For a chart of somebody who came as
// an adolescent, the day on which they come of age.
const retention = `
  CREATE TABLE retention_rules (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE chart_of_age (
    person_id TEXT PRIMARY KEY REFERENCES member,
    of_age_on TEXT NOT NULL CHECK (of_age_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
  ) STRICT, WITHOUT ROWID;
`

// What must not be erased whatever its date, until somebody says that it may: one chart, or, without a person, everything.
// A hold is placed once and lifted once; both stay on file.
const holds = `
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
  CREATE INDEX legal_hold_of_person ON legal_hold (person_id);
  CREATE TRIGGER legal_hold_is_lifted_once BEFORE UPDATE ON legal_hold
  WHEN OLD.lifted_at_ms IS NOT NULL OR NEW.lifted_at_ms IS NULL OR NEW.hold_id <> OLD.hold_id
    OR NEW.person_id IS NOT OLD.person_id OR NEW.reason <> OLD.reason OR NEW.placed_at_ms <> OLD.placed_at_ms
    OR NEW.placed_by_id <> OLD.placed_by_id
  BEGIN SELECT RAISE(ABORT, 'a hold is lifted once and otherwise never changed'); END;
  CREATE TRIGGER legal_hold_is_not_replaced BEFORE INSERT ON legal_hold
  WHEN EXISTS (SELECT 1 FROM legal_hold WHERE hold_id = NEW.hold_id OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'a hold is never replaced'); END;
`

// Words for supervision that were begun and are not posted: each writer has their own, about a session or one of its notes.
const begunComments = `
  CREATE TABLE supervision_comment_draft (
    session_id TEXT NOT NULL,
    note_id TEXT,
    written_by_id TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')
  ) STRICT;
  CREATE UNIQUE INDEX supervision_comment_draft_of_writer
    ON supervision_comment_draft (session_id, written_by_id, coalesce(note_id, ''));
`

// Which group a file is about that is about no single session of it.
const papersOfGroups = `
  CREATE TABLE exported_file_of_group (
    export_id TEXT PRIMARY KEY REFERENCES exported_file ON DELETE CASCADE,
    group_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX exported_file_of_group_by_group ON exported_file_of_group (group_id);
`

// Not every group belongs to the program that asks for hours a week: a support group or a family group may be held beside it.
// Those that are on file were counted, and go on being counted. Taking an import back looks for what else is known of each
// of the people that it brought.
const programs = `
  ALTER TABLE therapy_group ADD COLUMN counts_hours INTEGER NOT NULL DEFAULT 1 CHECK (counts_hours IN (0, 1));
  CREATE INDEX imported_care_entry ON imported (care_seq) WHERE care_seq IS NOT NULL;
`

export const recordKeeping: Migration = {
  version: 6,
  script: retention + holds + erasingTables + begunComments + papersOfGroups + programs,
}
