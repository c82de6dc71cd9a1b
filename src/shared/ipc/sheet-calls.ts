import { personIdSchema, phaseIdSchema, sessionIdSchema } from '../ids.ts'
import { markSchema, presenceSchema } from '../session/vocabulary.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** A time or a number of minutes as far as it is typed: with other letters it is neither, and is not kept. */
const typedSchema = z
  .string()
  .max(12)
  .regex(/^[\d:.\saApPmM]*$/)

/** A sheet of a session that was run on paper, left half-way: ids, times and ticks, and no word about anybody. */
export const keptSheetSchema = z.strictObject({
  day: z.iso.date().nullable(),
  start: typedSchema,
  end: typedSchema,
  minutes: z.array(z.strictObject({ phaseId: phaseIdSchema, typed: typedSchema })).max(24),
  lines: z
    .array(
      z.strictObject({
        personId: personIdSchema,
        status: presenceSchema.extract(['present', 'excused', 'absent', 'substituted']),
        came: typedSchema,
        left: typedSchema,
        marks: z.array(z.strictObject({ mark: markSchema, count: z.int().min(0).max(99) })).max(24),
      }),
    )
    .max(30),
})
export type KeptSheet = z.infer<typeof keptSheetSchema>

/** Main keeps them, in memory, as long as the console runs: the window that they are typed in goes with the lock. */
export const sheetCalls = {
  /** Null where the sheet was entered. */
  'sheet.keep': call(
    'vault',
    z.strictObject({ sessionId: sessionIdSchema, sheet: keptSheetSchema.nullable() }),
    z.null(),
  ),
  /** Null where none was left. */
  'sheet.kept': call('vault', z.strictObject({ sessionId: sessionIdSchema }), keptSheetSchema.nullable()),
} as const
