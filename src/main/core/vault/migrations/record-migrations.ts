import type { Migration } from './migration.ts'
import { recordFirstTables } from './record/0001-first-tables.ts'
import { recordLiveRoom } from './record/0002-live-room.ts'
import { recordSignedNotes } from './record/0003-signed-notes.ts'
import { recordPapersAndGoals } from './record/0004-papers-and-goals.ts'
import { recordReview } from './record/0005-review.ts'
import { recordKeeping } from './record/0006-keeping.ts'
import { recordLogCheck } from './record/0007-log-check.ts'
import { recordBackups } from './record/0008-backups.ts'
import { recordComputerKey } from './record/0009-computer-key.ts'

/** Every step of record.db in order. */
export const recordMigrations: readonly Migration[] = [
  recordFirstTables,
  recordLiveRoom,
  recordSignedNotes,
  recordPapersAndGoals,
  recordReview,
  recordKeeping,
  recordLogCheck,
  recordBackups,
  recordComputerKey,
]
