import { noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { responseSchema, sharedPartSchema } from '../record/debrief.ts'
import { amendmentKindSchema } from '../record/note-kinds.ts'
import { paragraphMaxLength } from '../record/note.ts'
import { modalitySchema } from '../session/vocabulary.ts'
import { textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** What was begun to be added to a signed note. An empty text is none. */
export const amendmentDraftSchema = z.strictObject({
  amends: noteIdSchema,
  kind: amendmentKindSchema,
  text: textSchema(paragraphMaxLength),
})
export type AmendmentDraft = z.infer<typeof amendmentDraftSchema>

export const debriefSchema = z.strictObject({
  shared: sharedPartSchema,
  modality: modalitySchema,
  responses: z.array(responseSchema),
  /** What the log says about each of them, as their note will have it: with the names of phases, and without. */
  sentences: z.array(
    z.strictObject({
      personId: personIdSchema,
      withPhases: z.array(z.string()),
      withoutPhases: z.array(z.string()),
    }),
  ),
  amendments: z.array(amendmentDraftSchema),
})
export type Debrief = z.infer<typeof debriefSchema>

const session = z.strictObject({ sessionId: sessionIdSchema })

export const debriefCalls = {
  'debrief.read': call('vault', session, debriefSchema),
  'debrief.save-shared': call('vault', session.extend({ shared: sharedPartSchema }), z.null()),
  /** Says how the session was held; what is signed already stays as it was. */
  'debrief.set-modality': call('vault', session.extend({ modality: modalitySchema }), z.null()),
  'debrief.save-response': call('vault', session.extend({ response: responseSchema }), z.null()),
  'debrief.save-amendment': call('vault', session.extend({ amendment: amendmentDraftSchema }), z.null()),
} as const
