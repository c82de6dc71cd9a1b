import { groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { sheetNamingSchema } from '../record/tick-sheet.ts'
import { sessionColumns, sessionColumnSchema } from '../review/session-view.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { exportedFileSchema } from './export-calls.ts'

const naming = sheetNamingSchema
/** More sessions than anybody holds in a working life. */
const maxSessions = 100_000

/** The calls that each write a table as a CSV file into the folder for exports. */
export const tableCalls = {
  /** The ledger of one member, or of all where it is null. */
  'export.disclosure-table': call(
    'vault',
    z.strictObject({ personId: personIdSchema.nullable() }),
    exportedFileSchema,
  ),
  /**
   * Who attended for how long, for whoever bills it: of one session, which has ended, or of every ended one of a group.
   */
  'export.attendance-table': call(
    'vault',
    z.union([
      z.strictObject({ sessionId: sessionIdSchema, naming }),
      z.strictObject({ groupId: groupIdSchema, naming }),
    ]),
    exportedFileSchema,
  ),
  /**
   * The table of sessions as a window shows it: these, in this order, with these columns. No member is named in it. Fails
   * with `not-found` where one of them has not ended.
   */
  'export.session-table': call(
    'vault',
    z.strictObject({
      sessionIds: z.array(sessionIdSchema).min(1).max(maxSessions),
      columns: z.array(sessionColumnSchema).min(1).max(sessionColumns.length),
    }),
    exportedFileSchema,
  ),
} as const
