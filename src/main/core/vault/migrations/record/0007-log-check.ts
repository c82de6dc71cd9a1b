import type { Migration } from '../migration.ts'

// What the last check of every session's log found; empty before the first. It vouches for nothing: whoever doubts it, checks again.
const logCheck = `
  CREATE TABLE log_check (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    at_ms INTEGER NOT NULL,
    session_count INTEGER NOT NULL CHECK (session_count >= 0),
    event_count INTEGER NOT NULL CHECK (event_count >= 0),
    broken_count INTEGER NOT NULL CHECK (broken_count BETWEEN 0 AND session_count)
  ) STRICT;
`

export const recordLogCheck: Migration = { version: 7, script: logCheck }
