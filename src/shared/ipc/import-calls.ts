import { importIdSchema } from '../ids.ts'
import { mappingSchema, maxColumns } from '../import/mapping.ts'
import { decisionSchema, plannedLineSchema } from '../import/plan-import.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** The longest table that is taken, headings included: the roster of a large clinic over many years. */
export const maxLines = 5_000

/** A table as it was found in a file, held by the core until it is taken over or put away. */
export const importTableSchema = z.strictObject({
  /** The first lines, so that a person can see what is in each column. */
  sample: z.array(z.array(z.string()).max(maxColumns)),
  lineCount: z.int(),
  /** How the columns seem to be meant. */
  mapping: mappingSchema,
})
export type ImportTable = z.infer<typeof importTableSchema>

export const importCountsSchema = z.strictObject({
  members: z.int(),
  groups: z.int(),
  enrolments: z.int(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

export const importPreviewSchema = z.strictObject({
  counts: importCountsSchema,
  sameCount: z.int(),
  leftOutCount: z.int(),
  problemCount: z.int(),
  /** Every line, in the order of the table. */
  lines: z.array(plannedLineSchema).max(maxLines),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

const plan = z.strictObject({
  mapping: mappingSchema,
  decisions: z.array(decisionSchema).max(maxLines),
})

/** An import that can still be taken back. */
export const doneImportSchema = z.strictObject({
  importId: importIdSchema,
  importedAtMs: z.int(),
  counts: importCountsSchema,
})
export type DoneImport = z.infer<typeof doneImportSchema>

/** Why an import was not taken over. Each stands in the contract's `Failure` as well. */
export const importFailureCodeSchema = z.enum([
  'import-unsettled',
  'disk-full',
  'not-writable',
  'damaged-record',
  'in-use',
])

/**
 * How taking a table over stands, since the vault was opened. `running`: `doneCount` of `totalCount` lines are put together,
 * between other calls, and nothing of them is written. `done` and `failed` tell of the last one: all of it was written, or
 * nothing.
 */
export const importStateSchema = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('idle') }),
  z.strictObject({
    stage: z.literal('running'),
    doneCount: z.int().min(0),
    totalCount: z.int().min(0),
  }),
  z.strictObject({ stage: z.literal('done'), done: doneImportSchema }),
  z.strictObject({ stage: z.literal('failed'), code: importFailureCodeSchema }),
])
export type ImportState = z.infer<typeof importStateSchema>

export const importCalls = {
  /**
   * Asks for a file and reads it as a table; null when nobody chose one. Fails with `not-a-table`, also for one of more
   * than `maxLines` lines.
   */
  'import.choose': call('vault', z.strictObject({}), importTableSchema.nullable()),
  /** What the table would change under this mapping. Fails with `not-found` when no table is held any more. */
  'import.preview': call('vault', plan, importPreviewSchema),
  /**
   * Begins to take all of it over, and answers how far it is: a short table is done by then, of a long one progress is pushed.
   * It ends as `failed` with `import-unsettled`, and nothing is changed, when a line has a problem or the roster was changed
   * meanwhile. Fails with `not-found` when no table is held any more. Without effect while one is running.
   */
  'import.commit': call('vault', plan, importStateSchema),
  'import.state': call('vault', z.strictObject({}), importStateSchema),
  /** Ends one that is running. Nothing of it was written, and the table is still held. */
  'import.cancel': call('vault', z.strictObject({}), importStateSchema),
  /** Puts the table away. */
  'import.forget': call('vault', z.strictObject({}), z.null()),
  /** The last import; null when there was none, or it was taken back. */
  'import.last': call('vault', z.strictObject({}), doneImportSchema.nullable()),
  /**
   * Takes an import back: whom it brought is no longer on file. All or nothing: fails with `import-in-use` when one of them
   * was changed, sat in a session or has anything in the record since.
   */
  'import.undo': call('vault', z.strictObject({ importId: importIdSchema }), z.null()),
} as const
