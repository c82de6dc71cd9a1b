import { exportIdSchema, sessionIdSchema } from '../ids.ts'
import { responseSchema, sharedPartSchema } from '../record/debrief.ts'
import { sheetChoicesSchema } from '../record/tick-sheet.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const debriefSchema = z.strictObject({
  shared: sharedPartSchema,
  responses: z.array(responseSchema),
})
export type Debrief = z.infer<typeof debriefSchema>

export const exportedFileSchema = z.strictObject({
  exportId: exportIdSchema,
  sessionId: sessionIdSchema,
  kind: z.enum(['group-summary', 'tick-sheet']),
  /** Neutral: the date and a session code. */
  fileName: z.string(),
  exportedAtMs: z.int(),
})
export type ExportedFile = z.infer<typeof exportedFileSchema>

const session = z.strictObject({ sessionId: sessionIdSchema })

export const debriefCalls = {
  'debrief.read': call('vault', session, debriefSchema),
  'debrief.save-shared': call('vault', session.extend({ shared: sharedPartSchema }), z.null()),
  'debrief.save-response': call('vault', session.extend({ response: responseSchema }), z.null()),
} as const

export const exportCalls = {
  /** Prints the group summary into the exports folder. */
  'export.group-summary': call('vault', session, exportedFileSchema),
  /** Prints the sheet that a session is ticked on when it is run on paper, into the exports folder. */
  'export.tick-sheet': call('vault', session.extend({ choices: sheetChoicesSchema }), exportedFileSchema),
  'export.list': call('vault', session, z.array(exportedFileSchema)),
  /** Opens an exported file with the computer's own viewer. */
  'export.open': call('vault', z.strictObject({ exportId: exportIdSchema }), z.null()),
  'export.show-folder': call('vault', z.strictObject({}), z.null()),
} as const
