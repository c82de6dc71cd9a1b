import { exportIdSchema, groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { documentKindSchema } from '../record/document-stamp.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { printing } from './printing.ts'

export const exportedFileSchema = z.strictObject({
  exportId: exportIdSchema,
  /** Null for what is about no single session. */
  sessionId: sessionIdSchema.nullable(),
  kind: documentKindSchema,
  /** Whose chart it belongs to; null for what is about the whole group. */
  personId: personIdSchema.nullable(),
  /** What stands on the paper in place of ids. */
  code: z.string(),
  /** How many signed texts a note is made of; null for files from before documents had one. */
  version: z.int().min(1).nullable(),
  /** The folder that was chosen for it; null for the console's own. */
  folder: z.string().nullable(),
  /** Neutral: the date, a session code, and a code for the note. */
  fileName: z.string(),
  exportedAtMs: z.int(),
  /** Whether it opens with a password only, which is kept nowhere. */
  hasPassword: z.boolean(),
  /** When it was deleted from the disk; null while it was not. */
  deletedAtMs: z.int().nullable(),
})
export type ExportedFile = z.infer<typeof exportedFileSchema>

export const listedFileSchema = exportedFileSchema.extend({
  /** Whether it stands where it was written. */
  isOnDisk: z.boolean(),
})
export type ListedFile = z.infer<typeof listedFileSchema>

export const exportFolderSchema = z.strictObject({
  path: z.string(),
  /** Whether it is the console's own, which nobody else may look into. */
  isOwn: z.boolean(),
  /** Whether it is there and can be written to. */
  isReady: z.boolean(),
})
export type ExportFolder = z.infer<typeof exportFolderSchema>

/** What the vault knows of a file that somebody brings. */
export const fileVerdictSchema = z.discriminatedUnion('kind', [
  /** Byte for byte as this vault wrote it. `currentVersion`: of the record now, where it is a note. */
  z.strictObject({
    kind: z.literal('unaltered'),
    file: exportedFileSchema,
    currentVersion: z.int().nullable(),
  }),
  /** It carries the code of a document of this vault, and is not as that was written. */
  z.strictObject({
    kind: z.literal('altered'),
    file: exportedFileSchema,
    currentVersion: z.int().nullable(),
  }),
  /** This vault has written no such file. It may carry a code of another vault's, which proves nothing. */
  z.strictObject({
    kind: z.literal('unknown'),
    carried: z.strictObject({ code: z.string(), version: z.int() }).nullable(),
  }),
])
export type FileVerdict = z.infer<typeof fileVerdictSchema>

/** What ends a batch and leaves the files before it as they are. Each stands in the contract's `Failure` as well. */
export const exportFailureCodeSchema = z.enum(['disk-full', 'not-writable', 'folder-unfit', 'print-failed'])

/** Files that were made one after the other. Those that were written before a failure stay, whole and on the list. */
export const fileBatchSchema = z.strictObject({
  files: z.array(exportedFileSchema),
  /** How many there were to be. */
  total: z.int(),
  /** What kept the next one from being made, and with it the rest. */
  failure: exportFailureCodeSchema.nullable(),
})
export type FileBatch = z.infer<typeof fileBatchSchema>

const session = z.strictObject({ sessionId: sessionIdSchema })
const exported = z.strictObject({ exportId: exportIdSchema })

export const exportCalls = {
  /**
   * Prints every signed note of a session for the members' own charts, a file each; `export.progress` tells how far it is.
   * One consent is one member's, so notes are disclosed one by one.
   */
  'export.notes': call(
    'vault',
    session.extend(printing),
    fileBatchSchema.extend({ wasCancelled: z.boolean() }),
  ),
  /** Ends the batch that is being printed, after the file that it is at. */
  'export.cancel-notes': call('vault', z.strictObject({}), z.null()),
  /** The files of a session, newest first, the deleted ones among them. */
  'export.list': call('vault', session, z.array(listedFileSchema)),
  /** The files about one member, or about one group and no single session of it, likewise. */
  'export.list-about': call(
    'vault',
    z.union([z.strictObject({ personId: personIdSchema }), z.strictObject({ groupId: groupIdSchema })]),
    z.array(listedFileSchema),
  ),
  'export.list-all': call('vault', z.strictObject({}), z.array(listedFileSchema)),
  /** Opens an exported file with the computer's own viewer. */
  'export.open': call('vault', exported, z.null()),
  /** Opens the folder of a file, or where null the one that the next file goes to. */
  'export.show-folder': call(
    'vault',
    z.strictObject({ exportId: exportIdSchema.nullable().default(null) }),
    z.null(),
  ),
  /**
   * Deletes a file from the disk and keeps its entry. Fails with `not-found` where it is not on the disk, and with
   * `file-changed` where it is not as it was written, unless that is to go too.
   */
  'export.delete': call(
    'vault',
    exported.extend({ evenIfChanged: z.boolean() }),
    z.strictObject({ canUndo: z.boolean() }),
  ),
  /** Deletes every file of a session, or of all where null, that is on the disk as it was written. */
  'export.delete-all': call(
    'vault',
    z.strictObject({ sessionId: sessionIdSchema.nullable() }),
    z.strictObject({
      deletedCount: z.int(),
      /** Left since somebody changed them. */
      changedCount: z.int(),
      /** Left since the disk did not let go of them. */
      keptCount: z.int(),
      canUndo: z.boolean(),
    }),
  ),
  /** Puts back what was deleted last, byte for byte; how many files. Kept in memory, until the vault is locked. */
  'export.undo-delete': call('vault', z.strictObject({}), z.int()),
  'export.read-folder': call('vault', z.strictObject({}), exportFolderSchema),
  /** Asks for a folder: a window never names one. Null when nobody chose any; fails with `folder-unfit`. */
  'export.choose-folder': call('vault', z.strictObject({}), exportFolderSchema.nullable()),
  'export.use-own-folder': call('vault', z.strictObject({}), exportFolderSchema),
  /**
   * Asks which file, and says what it is: a window never names one. Null when nobody chose any; fails with `not-readable`
   * for what cannot be read or is far larger than any file of the console's.
   */
  'export.verify': call('vault', z.strictObject({}), fileVerdictSchema.nullable()),
} as const
