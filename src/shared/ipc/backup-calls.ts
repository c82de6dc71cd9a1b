import { backupIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/** How often a backup is made by itself, while the vault is open and the folder is there. */
export const backupScheduleSchema = z.enum(['off', 'daily', 'weekly'])
export type BackupSchedule = z.infer<typeof backupScheduleSchema>

/** What a backup holds, in numbers. Private notes are in none. */
export const backupFactsSchema = z.strictObject({
  sessionCount: z.int().min(0),
  signedNoteCount: z.int().min(0),
  /** Everybody on file but the facilitators. */
  memberCount: z.int().min(0),
  /** When the last session began; null where none ever did. */
  newestSessionAtMs: z.int().nullable(),
})
export type BackupFacts = z.infer<typeof backupFactsSchema>

/**
 * Why a backup was not made, tried out or restored. Each stands in the contract's `Failure` as well. `no-folder`: none was
 * chosen; `not-reachable`: it, or the backup, is not where it was; `not-answering`: the drive that it is on does not say; `not-a-backup`: no folder that the console has written;
 * `linked-backup`: a part of it is a link, which is never followed; `cut-backup`: a file is shorter or longer than it was
 * written, or missing; `damaged-backup`: its bytes are not those that were written; `private-notes-locked`: the private
 * notes that are here do not open with what was typed.
 */
export const backupFailureCodeSchema = z.enum([
  'no-folder',
  'not-reachable',
  'not-answering',
  'not-a-backup',
  'linked-backup',
  'cut-backup',
  'damaged-backup',
  'newer-version',
  'weakened',
  'wrong-secret',
  'private-notes-locked',
  'damaged-record',
  'disk-full',
  'not-writable',
  'folder-unfit',
  'in-use',
])
export type BackupFailureCode = z.infer<typeof backupFailureCodeSchema>

export const backupWorkSchema = z.enum(['making', 'drilling', 'restoring'])
export type BackupWork = z.infer<typeof backupWorkSchema>

/**
 * What is being done, in this order: `copy` the bytes, `verify` that they are there, and for a drill or a restore `open`
 * the copy with its keys, and `read` every page and every log of it. Bytes count within a step.
 */
export const backupStepSchema = z.enum(['copy', 'verify', 'open', 'read'])
export type BackupStep = z.infer<typeof backupStepSchema>

/** What a drill found in a backup. */
export const drillFoundSchema = backupFactsSchema.extend({
  /** Sessions whose log is not as the console wrote it. */
  brokenCount: z.int().min(0),
})
export type DrillFound = z.infer<typeof drillFoundSchema>

/**
 * How making, trying out and restoring stand. `idle`: nothing was done since the vault was opened; the last three tell how
 * the last one ended. A restore ends with the answer of its call, and is told here while it runs.
 */
export const backupStateSchema = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('idle') }),
  z.strictObject({
    stage: z.literal('running'),
    work: backupWorkSchema,
    step: backupStepSchema,
    doneBytes: z.int().min(0),
    totalBytes: z.int().min(0),
  }),
  /** `found` is what a drill found, and null for a backup that was made. */
  z.strictObject({
    stage: z.literal('done'),
    work: backupWorkSchema,
    backupId: backupIdSchema.nullable(),
    found: drillFoundSchema.nullable(),
  }),
  z.strictObject({ stage: z.literal('cancelled'), work: backupWorkSchema }),
  z.strictObject({ stage: z.literal('failed'), work: backupWorkSchema, code: backupFailureCodeSchema }),
])
export type BackupState = z.infer<typeof backupStateSchema>

export const listedBackupSchema = z.strictObject({
  backupId: backupIdSchema,
  /** The folder's own name, and the name of the one that it stands in: never a path. */
  name: z.string(),
  folderName: z.string(),
  madeAtMs: z.int(),
  bytes: z.int(),
  /** When every byte was read back and found as it was written. */
  verifiedAtMs: z.int(),
  /** When it was last restored into a scratch vault and found whole; null while it never was. */
  drilledAtMs: z.int().nullable(),
  /** Whether it stands where it was written, as far as that can be reached now. */
  isThere: z.boolean(),
  /** Whether it stands in the folder that is chosen now: only those keep the next from being made. */
  isInChosenFolder: z.boolean(),
  facts: backupFactsSchema,
})
export type ListedBackup = z.infer<typeof listedBackupSchema>

export const backupsSchema = z.strictObject({
  /** The name of the chosen folder; null while none was chosen. */
  folderName: z.string().nullable(),
  /** Whether it is there and can be written to. */
  isReachable: z.boolean(),
  /** Nobody can tell: its drive does not answer, as one in a network may. It is looked at further. */
  isSilent: z.boolean(),
  schedule: backupScheduleSchema,
  /** Why no backup could be made by itself, and since when; null once one was made. */
  lastFailure: z.strictObject({ code: backupFailureCodeSchema, sinceMs: z.int() }).nullable(),
  state: backupStateSchema,
  /** The one made last first, whatever their dates say. Those that were rotated away are not among them. */
  backups: z.array(listedBackupSchema),
})
export type Backups = z.infer<typeof backupsSchema>

/** A backup that somebody chose to restore, before anything happens. */
export const offeredBackupSchema = z.strictObject({
  /** Stands for the folder, which no window names. Good until one of them was restored, another one is chosen, or the console is closed. */
  token: z.uuid(),
  name: z.string(),
  madeAtMs: z.int(),
  bytes: z.int(),
  facts: backupFactsSchema,
  /** What is in the vault's place: nothing, a vault with every file and a lock that can be read, or what is left of one. */
  present: z.enum(['none', 'whole', 'damaged']),
  /** Whether it is the vault that the backup was made of; null where that cannot be read. */
  isSameVault: z.boolean().nullable(),
  /** Whether there are private notes here, which only the same vault's keys can keep. */
  hasPrivateNotes: z.boolean(),
})
export type OfferedBackup = z.infer<typeof offeredBackupSchema>

export const restoredSchema = z.strictObject({
  facts: backupFactsSchema,
  /** Sessions whose log is not as the console wrote it. */
  brokenCount: z.int().min(0),
  /** `kept`: they are in the restored vault. `set-aside`: they are in the folder that was set aside. `none`: there were none here. */
  privateNotes: z.enum(['kept', 'set-aside', 'none']),
  /** The name of the folder, beside the vault, in which what was there stands now; null where nothing was. */
  setAsideAs: z.string().nullable(),
})
export type Restored = z.infer<typeof restoredSchema>

export const backupCalls = {
  'backups.read': call('vault', z.strictObject({}), backupsSchema),
  /**
   * Asks for a folder: a window never names one. Null when nobody chose any; fails with `folder-unfit` and
   * `not-answering`. With the first one the schedule becomes daily.
   */
  'backups.choose-folder': call('vault', z.strictObject({}), backupsSchema.nullable()),
  'backups.set-schedule': call('vault', z.strictObject({ schedule: backupScheduleSchema }), backupsSchema),
  /**
   * Begins a backup and answers at once; `backups.changed` tells how it goes on. Without effect while something is
   * running. Fails with `no-folder`, `not-reachable`, `not-answering` and those of the disk.
   */
  'backups.make': call('vault', z.strictObject({}), backupStateSchema),
  /** Ends what is running. Nothing of it stays; what was there before is as it was. */
  'backups.cancel': call('nothing', z.strictObject({}), backupStateSchema),
  /**
   * Restores a backup into a scratch vault, reads all of it, and throws the scratch away; answers once it has begun.
   * `authorPassphrase` is the one of the time at which it was made. Without effect while something is running. Fails with
   * `not-found`.
   */
  'backups.drill': call(
    'vault',
    z.strictObject({ backupId: backupIdSchema, authorPassphrase: secretSchema }),
    backupStateSchema,
  ),
  /**
   * Asks for the folder of a backup and says what is in it. Null when nobody chose any. Fails with `not-allowed` while a
   * vault is open, `not-a-backup`, `linked-backup`, `cut-backup`, `damaged-backup`, `newer-version` and `weakened`.
   */
  'backups.choose-to-restore': call('nothing', z.strictObject({}), offeredBackupSchema.nullable()),
  /**
   * Puts a backup in the vault's place, all or nothing, and answers when that is done; null when it was cancelled. The
   * vault is locked then. The secret is the author's, of the time at which the backup was made. Fails with
   * `private-notes-locked` where the private notes that are here do not open with it, unless they may be set aside; with
   * `not-found` for a token that is used up, `not-allowed` while a vault is open, with `session-open` while a session goes on behind the lock, and the
   * failures of a backup.
   */
  'backups.restore': call(
    'nothing',
    z.strictObject({
      token: z.uuid(),
      kind: z.enum(['passphrase', 'recovery']),
      secret: secretSchema,
      maySetPrivateNotesAside: z.boolean(),
    }),
    restoredSchema.nullable(),
  ),
  /** Whether a private note was ever written in this vault: before the first one it is said that no backup holds it. */
  'backups.private-ever-written': call('vault', z.strictObject({}), z.boolean()),
} as const
