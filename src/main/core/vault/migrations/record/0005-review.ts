import type { Migration } from '../migration.ts'
import { careTables } from './0005-care.ts'

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
  CREATE INDEX session_mark_of_person ON session_mark (person_id, mark);

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
    opened_by TEXT NOT NULL CHECK (opened_by IN ('passphrase', 'recovery', 'reviewer')),
    reviewer_id TEXT CHECK ((reviewer_id IS NOT NULL) = (opened_by = 'reviewer')),
    what TEXT NOT NULL CHECK (what <> ''),
    person_id TEXT,
    session_id TEXT,
    export_id TEXT
  ) STRICT;
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

// What clinicians say to each other about a session or a signed text: no part of the chart, and in no document. Written
// once; who takes one back says so beside it. Like the access log it refers to nobody's row.
const supervision = `
  CREATE TABLE supervision_comment (
    comment_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    note_id TEXT,
    written_by_id TEXT NOT NULL,
    written_at_ms INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')
  ) STRICT;
  CREATE INDEX supervision_comment_of_session ON supervision_comment (session_id);
  CREATE TRIGGER supervision_comment_is_not_changed BEFORE UPDATE ON supervision_comment
  BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;
  CREATE TRIGGER supervision_comment_is_not_deleted BEFORE DELETE ON supervision_comment
  BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
  CREATE TRIGGER supervision_comment_is_not_replaced BEFORE INSERT ON supervision_comment
  WHEN EXISTS (SELECT 1 FROM supervision_comment WHERE comment_id = NEW.comment_id OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'a comment is never replaced'); END;

  CREATE TABLE supervision_comment_taken_back (
    comment_id TEXT PRIMARY KEY REFERENCES supervision_comment,
    taken_back_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE supervision_comment_read (
    comment_id TEXT NOT NULL REFERENCES supervision_comment,
    reader_id TEXT NOT NULL,
    read_at_ms INTEGER NOT NULL,
    PRIMARY KEY (comment_id, reader_id)
  ) STRICT, WITHOUT ROWID;
`

// What a table brought, so that it can be taken back as a whole while nobody has used it: members and groups with a digest
// that tells whether they were changed since, and the entries of care that put somebody into a group.
const imports = `
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
  CREATE INDEX imported_of_import ON imported (import_id);
`

// Views of the table of sessions that somebody gave a name: filters, sorting and columns as one JSON, read by the schema of
// the field.
const savedViews = `
  CREATE TABLE saved_view (
    view_id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    body TEXT NOT NULL,
    position INTEGER NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;
`

// Whoever looks at a member looks for all numbers that they gave, and for the files of their chart. The numbers lie by
// session, all over the file: the index holds them whole, side by side.
const ofMembers = `
  CREATE INDEX session_check_in_of_person
    ON session_check_in (person_id, session_id, measure_id, moment, value);
  CREATE INDEX exported_file_of_person ON exported_file (person_id) WHERE person_id IS NOT NULL;
`

// How far folding the tables above anew has come, while it is not done: a lock or a crash leaves it here.
const rebuilding = `
  CREATE TABLE rebuild (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL,
    after_session_id TEXT NOT NULL,
    done_count INTEGER NOT NULL CHECK (done_count >= 0)
  ) STRICT;
`

// What can be found, and the words to find it by. The indexes hold no text, only folded words and numbers: of a session, its
// time in minutes times 32, so that the newest come first; of a text, that times 2^20, plus its kind and place. So matches
// are counted, grouped and put in order without a look at the texts. Members are below nought. Words of whole sessions
// answer for one word in a fraction of the time. A row here does not go with its session by itself: its words would stay
// behind. `taken_back_note`: ids of private notes that were undone, for the search of private.db, which knows no log.
const search = `
  CREATE TABLE search_session (
    key INTEGER PRIMARY KEY CHECK (key > 0),
    session_id TEXT NOT NULL UNIQUE REFERENCES session
  ) STRICT;
  CREATE TABLE search_text (
    item INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    person_id TEXT,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX search_text_of_member ON search_text (person_id) WHERE item < 0;
  CREATE VIRTUAL TABLE search_words USING fts5 (
    words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
  );
  CREATE VIRTUAL TABLE search_session_words USING fts5 (
    words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3', detail=none
  );

  CREATE TABLE taken_back_note (
    session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    note_id TEXT NOT NULL,
    PRIMARY KEY (session_id, note_id)
  ) STRICT, WITHOUT ROWID;
`

export const recordReview: Migration = {
  version: 5,
  script:
    projections +
    tallies +
    careRules +
    accessLog +
    supervision +
    ofMembers +
    imports +
    careTables +
    savedViews +
    rebuilding +
    search,
}
