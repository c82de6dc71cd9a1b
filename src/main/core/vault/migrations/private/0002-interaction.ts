import type { Migration } from '../migration.ts'

// How often the facilitator touched the console: for them alone, so it stands with what nobody else can open. `phase_id`
// is empty before the start and after the close.
export const privateInteraction: Migration = {
  version: 2,
  script: `
    CREATE TABLE interaction_count (
      session_id TEXT NOT NULL,
      minute INTEGER NOT NULL CHECK (minute >= 0),
      phase_id TEXT NOT NULL,
      key_presses INTEGER NOT NULL CHECK (key_presses >= 0),
      clicks INTEGER NOT NULL CHECK (clicks >= 0),
      typed INTEGER NOT NULL CHECK (typed >= 0),
      PRIMARY KEY (session_id, minute, phase_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
