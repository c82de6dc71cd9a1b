import type { Migration } from '../migration.ts'

// Where backups go, how often one is made by itself, and why the last one could not be. The folder is the user's own.
const rules = `
  CREATE TABLE backup_rules (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    folder TEXT CHECK (folder <> ''),
    schedule TEXT NOT NULL CHECK (schedule IN ('off', 'daily', 'weekly')),
    failure TEXT,
    failed_since_ms INTEGER,
    CHECK ((failure IS NULL) = (failed_since_ms IS NULL))
  ) STRICT;
`

// The backups that were made and not rotated away: each stands in a folder of its own, under a neutral name. The facts are
// counts, one row of JSON, read by the schema of the contract.
const backups = `
  CREATE TABLE backup (
    backup_id TEXT PRIMARY KEY,
    folder TEXT NOT NULL CHECK (folder <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    made_at_ms INTEGER NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    verified_at_ms INTEGER NOT NULL,
    drilled_at_ms INTEGER,
    facts TEXT NOT NULL,
    UNIQUE (folder, name)
  ) STRICT;
`

export const recordBackups: Migration = { version: 8, script: rules + backups }
