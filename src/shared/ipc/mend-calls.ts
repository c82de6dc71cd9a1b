import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/** What is being done, in this order: `copy` the files, `read` every page, `check` every log. */
export const mendStepSchema = z.enum(['copy', 'read', 'check'])
export type MendStep = z.infer<typeof mendStepSchema>

/** How far it is, in bytes or sessions of this step. */
export interface MendProgress {
  readonly step: MendStep
  readonly done: number
  readonly total: number
}

/** What a line on the list of what is lost is about. */
export const mendLossKindSchema = z.enum([
  'signed-notes',
  'record-notes',
  'groups',
  'members',
  'facilitators',
  'private-notes',
  'enrolments',
  'agendas',
  'drafts',
  'modalities',
  'goals',
  'care',
  'scales',
  'follow-ups',
  'comments',
  'disclosures',
  'files',
  'accesses',
  'holds',
  'erasures',
  'imports',
  'settings',
  'touches',
])
export type MendLossKind = z.infer<typeof mendLossKindSchema>

/** `count` is how many are known to be missing; with `isAtLeast` there may be more, or, at 0, some. */
export const mendLossSchema = z.strictObject({
  kind: mendLossKindSchema,
  count: z.int().min(0),
  isAtLeast: z.boolean(),
})
export type MendLoss = z.infer<typeof mendLossSchema>

export const mendSessionSchema = z.strictObject({
  /** Null where neither can be told any more. `atMs`: milliseconds since 1970 UTC. */
  groupName: z.string().nullable(),
  atMs: z.int().nullable(),
  /** How many entries its log had; null where nothing tells. */
  entryCount: z.int().min(0).nullable(),
  /** The entries that cannot be read, first to last; empty where it cannot be told which. */
  lost: z.array(z.strictObject({ from: z.int().min(1), to: z.int().min(1) })).max(12),
  /** Whether it is still on the list of sessions, with what was kept beside its log. */
  isListed: z.boolean(),
})
export type MendSession = z.infer<typeof mendSessionSchema>

/** `whole`: every page was read. `mended`: what can be read of it is in a new one. `lost`: nothing of it can be read. */
export const mendedStoreSchema = z.enum(['whole', 'mended', 'lost'])

export const mendReportSchema = z.strictObject({
  /** Stands for what was put together, until it is put in place or another one is. */
  token: z.uuid(),
  record: mendedStoreSchema,
  privateNotes: mendedStoreSchema,
  sessionCount: z.int().min(0),
  /** Those of which every entry of the log was read and is chained to the one before. */
  wholeCount: z.int().min(0),
  /** The others, newest first; no more than two hundred. */
  sessions: z.array(mendSessionSchema).max(200),
  losses: z.array(mendLossSchema),
  /** How many of the newest changes at least cannot be read, since the log that they were in is damaged before them. */
  lostChanges: z.int().min(0),
  /** Whether it can take the vault's place. */
  canTake: z.boolean(),
})
export type MendReport = z.infer<typeof mendReportSchema>

/** Saving what can be read of a vault that is damaged; while no vault is open. */
export const mendCalls = {
  /**
   * Reads the damaged vault and puts what can be read of it together beside it. Nothing of the vault is changed. Null when
   * it was cancelled. Fails with `not-allowed` while a vault is open, `wrong-secret`, the failures of a header, of a missing
   * record, and of the disk; `newer-version`.
   */
  'mend.look': call(
    'nothing',
    z.strictObject({ kind: z.enum(['passphrase', 'recovery']), secret: secretSchema }),
    mendReportSchema.nullable(),
  ),
  /** Answered while it looks. Without effect when it does not. */
  'mend.cancel': call('nothing', z.strictObject({}), z.null()),
  /**
   * Puts what was put together in the vault's place, and sets the damaged one aside in a folder beside it, whose name is
   * answered. Fails with `not-found` for a token that is used up, or where the vault was changed since; `not-allowed`.
   */
  'mend.take': call(
    'nothing',
    z.strictObject({ token: z.uuid() }),
    z.strictObject({ setAsideAs: z.string() }),
  ),
  /** Throws away what was put together. */
  'mend.leave': call('nothing', z.strictObject({}), z.null()),
} as const
