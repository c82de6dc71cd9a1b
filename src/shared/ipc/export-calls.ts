import { exportIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { documentKindSchema } from '../record/document-stamp.ts'
import { consentSchema } from '../record/note-document.ts'
import { paperSchema, sheetChoicesSchema } from '../record/tick-sheet.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const exportedFileSchema = z.strictObject({
  exportId: exportIdSchema,
  sessionId: sessionIdSchema,
  kind: documentKindSchema,
  /** Whose chart it belongs to; null for what is about the whole group. */
  personId: personIdSchema.nullable(),
  /** What stands on the paper in place of ids. */
  code: z.string(),
  /** How many signed texts a note is made of; null for files from before documents had one. */
  version: z.int().min(1).nullable(),
  /** Neutral: the date, a session code, and a code for the note. */
  fileName: z.string(),
  exportedAtMs: z.int(),
})
export type ExportedFile = z.infer<typeof exportedFileSchema>

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

const session = z.strictObject({ sessionId: sessionIdSchema })

export const exportCalls = {
  /** Prints the group summary into the exports folder. */
  'export.group-summary': call('vault', session, exportedFileSchema),
  /** The same without a date, small counts and whatever could name somebody, under a code that links to nothing. */
  'export.de-identified-summary': call('vault', session.extend({ paper: paperSchema }), exportedFileSchema),
  /** Prints the sheet that a session is ticked on when it is run on paper, into the exports folder. */
  'export.tick-sheet': call('vault', session.extend({ choices: sheetChoicesSchema }), exportedFileSchema),
  /** Prints a member's signed note, with all that amends it. Fails with `not-found` while it is not signed. */
  'export.note': call(
    'vault',
    session.extend({ personId: personIdSchema, paper: paperSchema, consent: consentSchema }),
    exportedFileSchema,
  ),
  /**
   * Prints every signed note of a session for the members' own charts, a file each; `export.progress` tells how far it is.
   * One consent is one member's, so notes are disclosed one by one. Files that were written when it ends early stay.
   */
  'export.notes': call(
    'vault',
    session.extend({ paper: paperSchema }),
    z.strictObject({ files: z.array(exportedFileSchema), total: z.int(), wasCancelled: z.boolean() }),
  ),
  /** Ends the batch that is being printed, after the file that it is at. */
  'export.cancel-notes': call('vault', z.strictObject({}), z.null()),
  'export.list': call('vault', session, z.array(exportedFileSchema)),
  /** Opens an exported file with the computer's own viewer. */
  'export.open': call('vault', z.strictObject({ exportId: exportIdSchema }), z.null()),
  'export.show-folder': call('vault', z.strictObject({}), z.null()),
  /**
   * Asks which file, and says what it is: a window never names one. Null when nobody chose any; fails with `not-readable`
   * for what cannot be read or is far larger than any document.
   */
  'export.verify': call('vault', z.strictObject({}), fileVerdictSchema.nullable()),
} as const
