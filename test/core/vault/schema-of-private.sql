CREATE TABLE interaction_count (
    session_id TEXT NOT NULL,
    minute INTEGER NOT NULL CHECK (minute >= 0),
    phase_id TEXT NOT NULL,
    key_presses INTEGER NOT NULL CHECK (key_presses >= 0),
    clicks INTEGER NOT NULL CHECK (clicks >= 0),
    typed INTEGER NOT NULL CHECK (typed >= 0),
    PRIMARY KEY (session_id, minute, phase_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE private_note (
    note_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

CREATE INDEX private_note_of_session ON private_note (session_id);
