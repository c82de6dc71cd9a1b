import { z } from './zod.ts'

export const groupIdSchema = z.uuid().brand<'GroupId'>()
export const sessionIdSchema = z.uuid().brand<'SessionId'>()
/** A member, a family member, a partner or a facilitator: everyone who can sit in the circle. */
export const personIdSchema = z.uuid().brand<'PersonId'>()
export const phaseIdSchema = z.uuid().brand<'PhaseId'>()
export const noteIdSchema = z.uuid().brand<'NoteId'>()
export const exportIdSchema = z.uuid().brand<'ExportId'>()
/** One thing that check-in numbers are given for: mood, craving, the clinic's own. */
export const measureIdSchema = z.uuid().brand<'MeasureId'>()
export const goalIdSchema = z.uuid().brand<'GoalId'>()
/** One entry of the ledger of disclosures. */
export const disclosureIdSchema = z.uuid().brand<'DisclosureId'>()

export type GroupId = z.infer<typeof groupIdSchema>
export type SessionId = z.infer<typeof sessionIdSchema>
export type PersonId = z.infer<typeof personIdSchema>
export type PhaseId = z.infer<typeof phaseIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>
export type ExportId = z.infer<typeof exportIdSchema>
export type MeasureId = z.infer<typeof measureIdSchema>
export type GoalId = z.infer<typeof goalIdSchema>
export type DisclosureId = z.infer<typeof disclosureIdSchema>
