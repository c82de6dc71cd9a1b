import type { Migration } from '../migration.ts'

export const privateFirstTables: Migration = {
  version: 1,
  script: `
    CREATE TABLE private_note (
      note_id TEXT PRIMARY KEY,
      session_id TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX private_note_of_session ON private_note (session_id);
  `,
}
