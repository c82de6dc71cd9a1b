CREATE TRIGGER destroyed_is_not_changed BEFORE UPDATE ON destroyed
  BEGIN SELECT RAISE(ABORT, 'that notes were destroyed is never changed'); END;

CREATE TRIGGER destroyed_is_not_deleted BEFORE DELETE ON destroyed
  BEGIN SELECT RAISE(ABORT, 'that notes were destroyed is never forgotten'); END;

CREATE TRIGGER destroyed_is_not_replaced BEFORE INSERT ON destroyed
  WHEN EXISTS (SELECT 1 FROM destroyed WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'that notes were destroyed is never replaced'); END;

CREATE TABLE destroyed (
    seq INTEGER PRIMARY KEY,
    destroyed_at_ms INTEGER NOT NULL,
    session_count INTEGER NOT NULL,
    note_count INTEGER NOT NULL
  ) STRICT;

CREATE TABLE interaction_count (
    session_id TEXT NOT NULL,
    minute INTEGER NOT NULL CHECK (minute >= 0),
    phase_id TEXT NOT NULL,
    key_presses INTEGER NOT NULL CHECK (key_presses >= 0),
    clicks INTEGER NOT NULL CHECK (clicks >= 0),
    typed INTEGER NOT NULL CHECK (typed >= 0),
    PRIMARY KEY (session_id, minute, phase_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE private_item (
    item INTEGER PRIMARY KEY,
    note_id TEXT NOT NULL UNIQUE REFERENCES private_note
  ) STRICT;

CREATE TABLE private_note (
    note_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

CREATE VIRTUAL TABLE private_words USING fts5 (
    words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
  );

CREATE TABLE 'private_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'private_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'private_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'private_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE INDEX private_note_of_session ON private_note (session_id);
