import { groupIdSchema, importIdSchema, personIdSchema, type ImportId } from '../../../shared/ids.ts'
import { doneImportSchema, type DoneImport, type ImportCounts } from '../../../shared/ipc/import-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** A digest is of something as it was brought: what was changed since is not taken back unseen. */
const digestSchema: z.ZodType<Uint8Array> = z.instanceof(Uint8Array)
const importedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), personId: personIdSchema, digest: digestSchema }),
  z.strictObject({ kind: z.literal('group'), groupId: groupIdSchema, digest: digestSchema }),
  /** The entry of care by which somebody came into a group. */
  z.strictObject({ kind: z.literal('enrolment'), personId: personIdSchema, careSeq: z.int() }),
])
/** Something that an import brought. */
export type Imported = z.infer<typeof importedSchema>

const importedRowSchema = z
  .strictObject({
    personId: z.string().nullable(),
    groupId: z.string().nullable(),
    careSeq: z.int().nullable(),
    digest: digestSchema.nullable(),
  })
  .transform(({ personId, groupId, careSeq, digest }): unknown => {
    if (careSeq !== null) return { kind: 'enrolment', personId, careSeq }
    return personId === null ? { kind: 'group', groupId, digest } : { kind: 'member', personId, digest }
  })
  .pipe(z.unknown().pipe(importedSchema))

const rowSchema = z.strictObject({
  importId: importIdSchema,
  importedAtMs: z.int(),
  members: z.int(),
  groups: z.int(),
  enrolments: z.int(),
})

export function insertImport(db: WritableDb<'record'>, { importId, importedAtMs, counts }: DoneImport): void {
  write(
    db,
    sql`INSERT INTO import (import_id, imported_at_ms, member_count, group_count, enrolment_count)
        VALUES (${importId}, ${importedAtMs}, ${counts.members}, ${counts.groups}, ${counts.enrolments})`,
  )
}

/** In one statement, as everything that an import writes. */
export function insertAllImported(
  db: WritableDb<'record'>,
  importId: ImportId,
  brought: readonly Imported[],
): void {
  const rows = brought.map((one) => [
    one.kind === 'group' ? null : one.personId,
    one.kind === 'group' ? one.groupId : null,
    one.kind === 'enrolment' ? one.careSeq : null,
    one.kind === 'enrolment' ? null : Buffer.from(one.digest).toString('hex'),
  ])
  write(
    db,
    sql`INSERT INTO imported (import_id, person_id, group_id, care_seq, digest)
        SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2, unhex(value ->> 3)
        FROM json_each(${JSON.stringify(rows)}) ORDER BY key`,
  )
}

/** The newest import that was not taken back. */
export function readLastImport(db: ReadableDb<'record'>): DoneImport | undefined {
  const row = readOne(
    db,
    sql`SELECT import_id AS importId, imported_at_ms AS importedAtMs, member_count AS members, group_count AS groups,
          enrolment_count AS enrolments
        FROM import WHERE undone_at_ms IS NULL ORDER BY rowid DESC LIMIT 1`,
    rowSchema,
  )
  if (row === undefined) return undefined
  const { importId, importedAtMs, ...counts } = row
  return doneImportSchema.parse({ importId, importedAtMs, counts: counts satisfies ImportCounts })
}

/** What an import brought, in the order in which it was written. */
export function listImported(db: ReadableDb<'record'>, importId: ImportId): Imported[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId, group_id AS groupId, care_seq AS careSeq, digest FROM imported
        WHERE import_id = ${importId} ORDER BY rowid`,
    importedRowSchema,
  )
}

export function saveUndone(db: WritableDb<'record'>, importId: ImportId, atMs: number): void {
  write(db, sql`UPDATE import SET undone_at_ms = ${atMs} WHERE import_id = ${importId}`)
  // Whom it brought is nobody's business any more.
  write(db, sql`DELETE FROM imported WHERE import_id = ${importId}`)
}
