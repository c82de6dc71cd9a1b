import { groupTypeSchema } from '../agenda/group-type.ts'
import { groupIdSchema, personIdSchema, savedViewIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** The columns of the table of sessions, in their order. */
export const sessionColumnSchema = z.enum([
  'date',
  'number',
  'group',
  'type',
  'topic',
  'facilitator',
  'members',
  'planned',
  'minutes',
  'followUps',
  'notes',
])
export type SessionColumn = z.infer<typeof sessionColumnSchema>
export const sessionColumns = sessionColumnSchema.options

/** Which sessions a table shows. Null, or no words, is any. */
const sessionFiltersSchema = z.strictObject({
  groupId: groupIdSchema.nullable(),
  groupType: groupTypeSchema.nullable(),
  leadId: personIdSchema.nullable(),
  /** A member who came or was expected. Views from before there was this filter have any. */
  personId: personIdSchema.nullable().default(null),
  /** The first and the last day on which they were held (`2026-09-01`). */
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  notes: z.enum(['to-finish', 'overdue', 'draft', 'awaiting', 'addended', 'signed']).nullable(),
  /** Words that the topic contains. */
  topic: z.string().trim().max(200),
  /** Whether every member came who was expected. */
  attendance: z.enum(['everyone', 'not-everyone']).nullable(),
  /** Risk was marked; or a follow-up of it is open. */
  risk: z.enum(['marked', 'open']).nullable(),
})
export type SessionFilters = z.infer<typeof sessionFiltersSchema>

export const anySession: SessionFilters = {
  groupId: null,
  groupType: null,
  leadId: null,
  personId: null,
  since: null,
  until: null,
  notes: null,
  topic: '',
  attendance: null,
  risk: null,
}

/** What the table shows and how: all of it that somebody may want to come back to. */
export const sessionViewSchema = z.strictObject({
  filters: sessionFiltersSchema,
  /** What was sorted by first stands first. */
  sorting: z.array(z.strictObject({ id: sessionColumnSchema, desc: z.boolean() })).max(sessionColumns.length),
  /** Null: as the console proposes. */
  columns: z.array(sessionColumnSchema).max(sessionColumns.length).nullable(),
  /** What was searched for in the record. */
  search: z.string().max(200),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** A view under a name of the clinician's own. */
export const savedViewSchema = z.strictObject({
  viewId: savedViewIdSchema,
  name: lineSchema(60),
  view: sessionViewSchema,
})
export type SavedView = z.infer<typeof savedViewSchema>

export const maxSavedViews = 12
