import { groupTypeSchema } from '../agenda/group-type.ts'
import { agendaSchema, maxPhaseMinutes } from '../agenda/phase.ts'
import { groupIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { exportedFileSchema } from './export-calls.ts'

/** An agenda that a file held, for a group to take over. */
export const broughtAgendaSchema = z.strictObject({
  groupType: groupTypeSchema,
  /** How long the group meets that it was made for. */
  lengthMinutes: z.int().min(1).max(maxPhaseMinutes),
  /** Fitted to the length of the group that asked where they can be, and as they stand in the file otherwise. */
  phases: agendaSchema,
})
export type BroughtAgenda = z.infer<typeof broughtAgendaSchema>

const group = z.strictObject({ groupId: groupIdSchema })

export const agendaFileCalls = {
  /** Writes a group's agenda into the folder for exports, as a file that another console reads. */
  'export.agenda': call('vault', group, exportedFileSchema),
  /**
   * Asks for such a file and reads it; null when nobody chose one. Nothing is written: what it held is there to be looked
   * at and saved. Fails with `not-readable`, or with `not-an-agenda` for any other file.
   */
  'agenda.choose-file': call('vault', group, broughtAgendaSchema.nullable()),
} as const
