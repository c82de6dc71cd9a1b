import { holdIdSchema, personIdSchema, sessionIdSchema, groupIdSchema } from '../ids.ts'
import { retentionRulesSchema } from '../retention/retention-rules.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/**
 * How a chart stands to its date. `in-care`: enrolled, waiting or expected in a session; `kept`: its date lies ahead, or no state's rule was entered
 * yet; `age-unknown`: they came as an adolescent and the day of coming of age is not on file; `held`: on
 * legal hold, or it could be erased; `past`: may be erased; `never-came`: on file, nothing was ever recorded of them, and may
 * be erased once a rule was entered.
 */
export const chartStandingSchema = z.enum(['in-care', 'kept', 'age-unknown', 'held', 'past', 'never-came'])
export type ChartStanding = z.infer<typeof chartStandingSchema>

/** The chart of one member: everything in the record that is about them. */
export const keptChartSchema = z.strictObject({
  personId: personIdSchema,
  name: z.string(),
  initials: z.string(),
  /** Empty where the clinic gave none. */
  chartId: z.string(),
  standing: chartStandingSchema,
  isHeld: z.boolean(),
  /** The last day on which something of them was recorded; null for whoever never came. */
  lastContactOn: z.iso.date().nullable(),
  /** The first day on which it may be erased; null while that is not known. */
  keptUntil: z.iso.date().nullable(),
  ofAgeOn: z.iso.date().nullable(),
  /** Sessions that they were in. */
  sessionCount: z.int(),
})
export type KeptChart = z.infer<typeof keptChartSchema>

export const legalHoldSchema = z.strictObject({
  holdId: holdIdSchema,
  /** Null for a hold on everything. */
  personId: personIdSchema.nullable(),
  reason: z.string(),
  placedAtMs: z.int(),
  placedById: personIdSchema,
  liftedAtMs: z.int().nullable(),
  liftedById: personIdSchema.nullable(),
})
export type LegalHold = z.infer<typeof legalHoldSchema>

/** That something was erased: counts, and nothing of what it was. */
export const erasureSchema = z.strictObject({
  erasedAtMs: z.int(),
  erasedById: personIdSchema,
  chartCount: z.int(),
  sessionCount: z.int(),
  /** Notes, signed texts and comments. */
  textCount: z.int(),
  /** Files that the console had written and has deleted. */
  fileCount: z.int(),
})
export type Erasure = z.infer<typeof erasureSchema>

/** The private notes of one session that is over. */
export const keptPrivateSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  /** The session's number in its group. */
  number: z.int(),
  heldOn: z.iso.date(),
  noteCount: z.int(),
  /** The first day on which they may be destroyed. */
  keptUntil: z.iso.date(),
  /** Whether somebody who was there, or everything, is on legal hold. */
  isHeld: z.boolean(),
})
export type KeptPrivate = z.infer<typeof keptPrivateSchema>

export const destructionSchema = z.strictObject({
  destroyedAtMs: z.int(),
  sessionCount: z.int(),
  noteCount: z.int(),
})
export type Destruction = z.infer<typeof destructionSchema>

export const retentionReportSchema = z.strictObject({
  /** The day that it was made for, in the console's own zone. */
  today: z.iso.date(),
  rules: retentionRulesSchema,
  /** Everyone on file, by name. */
  charts: z.array(keptChartSchema),
  /** Newest first, lifted ones too. */
  holds: z.array(legalHoldSchema),
  erasures: z.array(erasureSchema),
  /** Private notes whose date is past, oldest first. */
  privateNotes: z.array(keptPrivateSchema),
  destructions: z.array(destructionSchema),
})
export type RetentionReport = z.infer<typeof retentionReportSchema>

/** One chart, for the page of its member. */
export const retentionOfMemberSchema = z.strictObject({
  chart: keptChartSchema,
  rules: retentionRulesSchema,
  /** Those in force that keep it: on this member, or on everything. Newest first. */
  holds: z.array(legalHoldSchema),
})
export type RetentionOfMember = z.infer<typeof retentionOfMemberSchema>

/** What erasing some charts would take, before anything is erased. */
export const foreseenSchema = z.strictObject({
  chartCount: z.int(),
  /** Sessions in which nobody else who is on file was: they go too, with their logs and their private notes. */
  sessionCount: z.int(),
  /** Sessions with others, that stay: in their logs, that somebody without a name was there. */
  sharedSessionCount: z.int(),
  textCount: z.int(),
  privateNoteCount: z.int(),
  disclosureCount: z.int(),
  /** Files of theirs that lie where the console wrote them. */
  fileCount: z.int(),
  /** Files that were moved, changed or renamed, which only their owner can delete. */
  strayFileCount: z.int(),
})
export type Foreseen = z.infer<typeof foreseenSchema>

const charts = z.array(personIdSchema).min(1).max(5_000)

export const retentionCalls = {
  'retention.report': call('vault', z.strictObject({}), retentionReportSchema),
  /** Fails with `not-found`. */
  'retention.of-member': call('vault', z.strictObject({ personId: personIdSchema }), retentionOfMemberSchema),
  'retention.change-rules': call('vault', z.strictObject({ rules: retentionRulesSchema }), z.null()),
  /** When somebody who came as an adolescent comes of age; null takes it back. */
  'retention.set-of-age': call(
    'vault',
    z.strictObject({ personId: personIdSchema, ofAgeOn: z.iso.date().nullable() }),
    z.null(),
  ),
  /** Keeps a chart, or without a person everything, from being erased whatever its date. Fails with `not-found`. */
  'retention.hold': call(
    'vault',
    z.strictObject({ personId: personIdSchema.nullable(), reason: lineSchema(300) }),
    z.strictObject({ holdId: holdIdSchema }),
  ),
  /** Fails with `not-found` when it was lifted already. */
  'retention.lift-hold': call('vault', z.strictObject({ holdId: holdIdSchema }), z.null()),
  /** Fails as `retention.erase` does. */
  'retention.foresee': call('vault', z.strictObject({ personIds: charts }), foreseenSchema),
  /**
   * Erases charts for good, with the sessions that nobody else is in. Fails, and erases nothing, with `not-past` when one of
   * them is not past its date, with `on-hold`, `session-open` while a session runs, or `wrong-secret` when it is not the
   * author's passphrase; with `disk-full` where there is no room to write the files anew; with `cancelled` or `locked` where that
   * ended it. Answers when it has ended; meanwhile `keys.renewal-changed` tells how far it is, and nothing else is answered.
   */
  'retention.erase': call(
    'vault',
    z.strictObject({ personIds: charts, authorPassphrase: secretSchema }),
    erasureSchema,
  ),
  /**
   * Destroys the private notes of sessions: private.db is written anew without them under another key, and the old key is
   * gone. Fails as `retention.erase` does.
   */
  'retention.destroy-private': call(
    'vault',
    z.strictObject({
      sessionIds: z.array(sessionIdSchema).min(1).max(20_000),
      authorPassphrase: secretSchema,
    }),
    destructionSchema,
  ),
} as const
