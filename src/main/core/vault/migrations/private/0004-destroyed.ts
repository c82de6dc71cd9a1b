import type { Migration } from '../migration.ts'

// That private notes were destroyed, and when: counts alone. It stands here, in the file that no longer holds them, so that
// it is told exactly when it happened, and to their author alone.
export const privateDestroyed: Migration = {
  version: 4,
  script: `
    CREATE TABLE destroyed (
      seq INTEGER PRIMARY KEY,
      destroyed_at_ms INTEGER NOT NULL,
      session_count INTEGER NOT NULL,
      note_count INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER destroyed_is_not_changed BEFORE UPDATE ON destroyed
    BEGIN SELECT RAISE(ABORT, 'that notes were destroyed is never changed'); END;
    CREATE TRIGGER destroyed_is_not_deleted BEFORE DELETE ON destroyed
    BEGIN SELECT RAISE(ABORT, 'that notes were destroyed is never forgotten'); END;
    CREATE TRIGGER destroyed_is_not_replaced BEFORE INSERT ON destroyed
    WHEN EXISTS (SELECT 1 FROM destroyed WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'that notes were destroyed is never replaced'); END;
  `,
}
