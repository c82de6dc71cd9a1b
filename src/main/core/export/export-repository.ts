import type { ExportId, SessionId } from '../../../shared/ids.ts'
import { exportedFileSchema, type ExportedFile } from '../../../shared/ipc/export-calls.ts'
import type { CarriedStamp, DocumentKind } from '../../../shared/record/document-stamp.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

// A name that led out of the exports folder would be no name of ours.
const rowSchema = exportedFileSchema.extend({ fileName: z.string().regex(/^[\w-]+\.pdf$/) })

function selectFiles(condition: Query): Query {
  return sql`SELECT export_id AS exportId, session_id AS sessionId, kind, person_id AS personId, code, version,
      file_name AS fileName, exported_at_ms AS exportedAtMs
    FROM exported_file ${condition}`
}

/** What proves a file: the hash of what it shows, and the hash of its bytes. */
interface Hashes {
  readonly content: Uint8Array
  readonly bytes: Uint8Array
}

export function insertExport(db: WritableDb<'record'>, file: ExportedFile, hashes: Hashes): void {
  const { exportId, sessionId, kind, personId, code, version, fileName, exportedAtMs } = file
  write(
    db,
    sql`INSERT INTO exported_file (export_id, session_id, kind, person_id, code, version, content_sha256, file_name,
          exported_at_ms, sha256)
        VALUES (${exportId}, ${sessionId}, ${kind}, ${personId}, ${code}, ${version}, ${hashes.content}, ${fileName},
          ${exportedAtMs}, ${hashes.bytes})`,
  )
}

/** The files exported of a session, newest first. */
export function listExports(db: ReadableDb<'record'>, sessionId: SessionId): ExportedFile[] {
  return readAll(db, selectFiles(sql`WHERE session_id = ${sessionId} ORDER BY rowid DESC`), rowSchema)
}

export function findExport(db: ReadableDb<'record'>, exportId: ExportId): ExportedFile | undefined {
  return readOne(db, selectFiles(sql`WHERE export_id = ${exportId}`), rowSchema)
}

/** The file of exactly these bytes. */
export function findExportOfBytes(db: ReadableDb<'record'>, sha256: Uint8Array): ExportedFile | undefined {
  return readOne(db, selectFiles(sql`WHERE sha256 = ${sha256} ORDER BY rowid DESC`), rowSchema)
}

/** The newest file that carries this stamp. */
export function findExportOfStamp(
  db: ReadableDb<'record'>,
  { code, version, contentStart }: CarriedStamp,
): ExportedFile | undefined {
  return readOne(
    db,
    selectFiles(
      sql`WHERE code = ${code} AND version = ${version}
            AND substr(lower(hex(content_sha256)), 1, ${contentStart.length}) = ${contentStart}
          ORDER BY rowid DESC`,
    ),
    rowSchema,
  )
}

export function isNameListed(db: ReadableDb<'record'>, fileName: string): boolean {
  return readOne(db, selectFiles(sql`WHERE file_name = ${fileName}`), rowSchema) !== undefined
}

export function isCodeListed(db: ReadableDb<'record'>, code: string): boolean {
  return readOne(db, selectFiles(sql`WHERE code = ${code}`), rowSchema) !== undefined
}

/** The version that a content of a session has had already, and the newest one of its kind; 0 where there is none. */
export function readVersions(
  db: ReadableDb<'record'>,
  sessionId: SessionId,
  kind: DocumentKind,
  content: Uint8Array,
): { readonly ofContent: number; readonly newest: number } {
  const row = readOne(
    db,
    sql`SELECT coalesce(max(CASE WHEN content_sha256 = ${content} THEN version END), 0) AS ofContent,
          coalesce(max(version), 0) AS newest
        FROM exported_file WHERE session_id = ${sessionId} AND kind = ${kind}`,
    z.strictObject({ ofContent: z.int(), newest: z.int() }),
  )
  return row ?? { ofContent: 0, newest: 0 }
}
