import { personIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { openedBySchema } from './access-log-calls.ts'
import { call } from './call.ts'

const count = z.int().min(0)

/**
 * The sockets that all processes of the console hold, as the system tells it. A process that the system lets nobody look
 * into is in no count but `closedCount`.
 */
const socketsSchema = z.strictObject({
  processCount: count,
  closedCount: count,
  /** Of the internet's families, or of any other that leads out of this computer; connected or not. */
  internetCount: count,
  /** Between the console's own processes, and to this computer's desktop. */
  localCount: count,
})

const heapSchema = z.strictObject({ fileCount: count, bytes: count })
export type Heap = z.infer<typeof heapSchema>

export const measuredFileSchema = z.strictObject({ name: z.string(), bytes: count, changedAtMs: z.number() })
export type MeasuredFile = z.infer<typeof measuredFileSchema>

/**
 * What a file holds, read from its bytes. `encrypted`: pages that prove under the key of an open database. `lock`: a whole
 * lock of a vault, which anyone may read and whose keys are wrapped. `nothing`: not a byte. `readable`: a database without a
 * key, a text, or what else is too regular to be encrypted. `unknown`: none of these, or it could not be read.
 */
const heldSchema = z.enum(['encrypted', 'lock', 'nothing', 'readable', 'unknown'])
export type Held = z.infer<typeof heldSchema>

const vaultFileSchema = measuredFileSchema.extend({ holds: heldSchema })
export type VaultFile = z.infer<typeof vaultFileSchema>

/** What lies on the disk, counted where it lies. Null is what this system does not tell: it is never a nought. */
const filesSchema = z.strictObject({
  /** The last part of the path of the console's own folder. */
  folderName: z.string(),
  /** The vault's own folder, by name, folders and links in it included. What stands for private notes is left out for a reviewer. */
  vault: z.array(vaultFileSchema),
  /** The console's own folder for documents. */
  exports: heapSchema,
  preferences: measuredFileSchema.nullable(),
  /** What the computer has sealed for its own key; null while that opens nothing here. */
  computerKey: measuredFileSchema.nullable(),
  /** What the browser keeps for itself: the folder that it was given, and every profile that it was started with. */
  browser: heapSchema.extend({ isInMemory: z.boolean().nullable() }),
  /** What lies in the console's own folder beside all of that. */
  beside: heapSchema.extend({ names: z.array(z.string()).max(5) }),
  /** Files on a disk, outside of all these places, that a process of the console holds open to write to. */
  openElsewhere: count.nullable(),
  /** Whether what the console reports is written to a file. */
  logsToFile: z.boolean(),
})

/** How the vault is locked, as its lock says at this moment, and what its pages prove with. */
const lockSchema = z.strictObject({
  /** Those under which the pages that were looked at prove; null where none did. */
  pages: z.strictObject({ cipher: z.string(), mac: z.string() }).nullable(),
  /** Each way in, with the work of one guess by Argon2id; null for the computer's key, which nobody can guess. */
  ways: z.array(
    z.strictObject({
      kind: z.enum(['passphrase', 'recovery', 'reviewer', 'computer']),
      guess: z.strictObject({ memoryKiB: count, passes: count }).nullable(),
    }),
  ),
})
export type MeasuredLock = z.infer<typeof lockSchema>

/** Where the system may put what a process has in its memory. */
const memorySchema = z.strictObject({
  /** Of all processes of the console, how much stands in the system's swap now; null where it does not say. */
  swappedBytes: count.nullable(),
  /**
   * What becomes of the memory of a process that crashes. `none`: it is thrown away. `written`: a file is made of it.
   * `handed-over`: it goes to another program of the system. Null where the system does not say.
   */
  dumps: z.enum(['none', 'written', 'handed-over']).nullable(),
})
export type MeasuredMemory = z.infer<typeof memorySchema>

const exportedSchema = z.strictObject({
  madeCount: count,
  /** Stand where they were written. */
  onDiskCount: count,
  /** Deleted here. */
  deletedCount: count,
  lastAtMs: z.int().nullable(),
  /** Of those, the ones that were written into folders that somebody chose, and how many of them stand there. */
  elsewhere: z.strictObject({ folderCount: count, madeCount: count, onDiskCount: count }),
  /** Entries of the ledger of disclosures that were not taken back. */
  disclosedCount: count,
})

const openingSchema = z.strictObject({
  seq: z.int(),
  atMs: z.int(),
  openedBy: openedBySchema,
  reviewerId: personIdSchema.nullable(),
})

const openingsSchema = z.strictObject({
  totalCount: count,
  reviewerCount: count,
  /** The newest first. */
  newest: z.array(openingSchema).max(5),
})

/** What a check of every session's log found. */
export const logCheckSchema = z.strictObject({
  atMs: z.int(),
  sessionCount: count,
  eventCount: count,
  /** Sessions whose log, or what is kept beside it, is not what it says. */
  brokenCount: count,
})
export type LogCheck = z.infer<typeof logCheckSchema>

/** The first of the sessions that were found broken since unlocking. */
const maxBroken = 20

export const logCheckStateSchema = z.discriminatedUnion('stage', [
  /** `last` is null in a vault whose logs were never checked. */
  z.strictObject({
    stage: z.literal('idle'),
    last: logCheckSchema.nullable(),
    brokenIds: z.array(sessionIdSchema).max(maxBroken),
  }),
  z.strictObject({
    stage: z.literal('running'),
    last: logCheckSchema.nullable(),
    doneCount: count,
    totalCount: count,
  }),
])
export type LogCheckState = z.infer<typeof logCheckStateSchema>

export const privacyMeasureSchema = z.strictObject({
  measuredAtMs: z.int(),
  sockets: socketsSchema.nullable(),
  files: filesSchema,
  /** Null where there is no lock that can be read. */
  lock: lockSchema.nullable(),
  memory: memorySchema,
  exported: exportedSchema,
  openings: openingsSchema,
})
export type PrivacyMeasure = z.infer<typeof privacyMeasureSchema>

export const privacyCalls = {
  /** Measures anew, each time that it is asked. */
  'privacy.measure': call('record', z.strictObject({}), privacyMeasureSchema),
  'privacy.log-check': call('record', z.strictObject({}), logCheckStateSchema),
  /** Checks the chain of every session. Answers at once; progress is pushed. */
  'privacy.check-log': call('vault', z.strictObject({}), logCheckStateSchema),
  /** Stops between two sessions. What was found the last time stays. */
  'privacy.cancel-log-check': call('vault', z.strictObject({}), logCheckStateSchema),
} as const
