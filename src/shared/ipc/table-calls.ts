import { groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { sheetNamingSchema } from '../record/tick-sheet.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { exportedFileSchema } from './export-calls.ts'

const naming = sheetNamingSchema

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
} as const
