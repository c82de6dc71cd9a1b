import type { ExportId, SessionId } from '../../../shared/ids.ts'
import { exportedFileSchema, type ExportedFile } from '../../../shared/ipc/debrief-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

// A name that led out of the exports folder would be no name of ours.
const rowSchema = exportedFileSchema.extend({ fileName: z.string().regex(/^[\w-]+\.pdf$/) })
const columns = sql`export_id AS exportId, session_id AS sessionId, kind, file_name AS fileName,
  exported_at_ms AS exportedAtMs`

export function insertExport(db: WritableDb<'record'>, file: ExportedFile, sha256: Uint8Array): void {
  write(
    db,
    sql`INSERT INTO exported_file (export_id, session_id, kind, file_name, exported_at_ms, sha256)
        VALUES (${file.exportId}, ${file.sessionId}, ${file.kind}, ${file.fileName}, ${file.exportedAtMs}, ${sha256})`,
  )
}

/** The files exported of a session, newest first. */
export function listExports(db: ReadableDb<'record'>, sessionId: SessionId): ExportedFile[] {
  return readAll(
    db,
    sql`SELECT ${columns} FROM exported_file WHERE session_id = ${sessionId} ORDER BY rowid DESC`,
    rowSchema,
  )
}

export function findExport(db: ReadableDb<'record'>, exportId: ExportId): ExportedFile | undefined {
  return readOne(db, sql`SELECT ${columns} FROM exported_file WHERE export_id = ${exportId}`, rowSchema)
}

export function isNameListed(db: ReadableDb<'record'>, fileName: string): boolean {
  const row = readOne(
    db,
    sql`SELECT export_id AS exportId FROM exported_file WHERE file_name = ${fileName}`,
    z.strictObject({ exportId: z.string() }),
  )
  return row !== undefined
}
