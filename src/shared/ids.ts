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
/** One score of a questionnaire as it was entered. */
export const scaleResultIdSchema = z.uuid().brand<'ScaleResultId'>()
/** A risk follow-up that no session's log holds. */
export const followUpIdSchema = z.uuid().brand<'FollowUpId'>()
/** One table of members and groups that was taken over. */
export const importIdSchema = z.uuid().brand<'ImportId'>()
/** A view of the table of sessions under a name of its own. */
export const savedViewIdSchema = z.uuid().brand<'SavedViewId'>()
/** What must not be erased, until it is lifted. */
export const holdIdSchema = z.uuid().brand<'HoldId'>()
/** What one clinician says to another about a session. */
export const commentIdSchema = z.uuid().brand<'CommentId'>()
/** One backup that was made. */
export const backupIdSchema = z.uuid().brand<'BackupId'>()

export type GroupId = z.infer<typeof groupIdSchema>
export type SessionId = z.infer<typeof sessionIdSchema>
export type PersonId = z.infer<typeof personIdSchema>
export type PhaseId = z.infer<typeof phaseIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>
export type ExportId = z.infer<typeof exportIdSchema>
export type MeasureId = z.infer<typeof measureIdSchema>
export type GoalId = z.infer<typeof goalIdSchema>
export type DisclosureId = z.infer<typeof disclosureIdSchema>
export type ScaleResultId = z.infer<typeof scaleResultIdSchema>
export type FollowUpId = z.infer<typeof followUpIdSchema>
export type ImportId = z.infer<typeof importIdSchema>
export type HoldId = z.infer<typeof holdIdSchema>
export type CommentId = z.infer<typeof commentIdSchema>
export type BackupId = z.infer<typeof backupIdSchema>
