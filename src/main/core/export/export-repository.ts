import type { ExportId, GroupId, PersonId, SessionId } from '../../../shared/ids.ts'
import { exportedFileSchema, type ExportedFile } from '../../../shared/ipc/export-calls.ts'
import { extensionOf, type CarriedStamp, type DocumentKind } from '../../../shared/record/document-stamp.ts'
import { z } from '../../../shared/zod.ts'
import { insertAccess } from '../access-log/access-repository.ts'
import {
  flagSchema,
  readAll,
  readOne,
  transact,
  write,
  type ReadableDb,
  type WritableDb,
} from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

// A name that led out of the exports folder, or that another program than the right one would open, is no name of ours.
const rowSchema = exportedFileSchema
  .extend({ fileName: z.string().regex(/^[\w-]+\.[a-z]+$/), hasPassword: flagSchema })
  .refine(({ kind, fileName }) => fileName.endsWith(`.${extensionOf(kind)}`))

function selectFiles(condition: Query): Query {
  return sql`SELECT export_id AS exportId, session_id AS sessionId, kind, person_id AS personId, code, version,
      folder, file_name AS fileName, exported_at_ms AS exportedAtMs, has_password AS hasPassword,
      deleted_at_ms AS deletedAtMs
    FROM exported_file ${condition}`
}

/** What proves a file: the hash of what it shows, and the hash of its bytes. */
interface Hashes {
  readonly content: Uint8Array
  readonly bytes: Uint8Array
}

/** Lists a file, and says in the access log that it went out. */
export function insertExport(db: WritableDb<'record'>, file: ExportedFile, hashes: Hashes): void {
  const { exportId, sessionId, kind, personId, code, version, folder, fileName, exportedAtMs } = file
  const { hasPassword, deletedAtMs } = file
  write(
    db,
    sql`INSERT INTO exported_file (export_id, session_id, kind, person_id, code, version, content_sha256, folder,
          file_name, exported_at_ms, sha256, has_password, deleted_at_ms)
        VALUES (${exportId}, ${sessionId}, ${kind}, ${personId}, ${code}, ${version}, ${hashes.content}, ${folder},
          ${fileName}, ${exportedAtMs}, ${hashes.bytes}, ${hasPassword}, ${deletedAtMs})`,
  )
  insertAccess(db, 'exported', { personId, sessionId, exportId }, exportedAtMs)
}

/** The files exported of a session, newest first. */
export function listExports(db: ReadableDb<'record'>, sessionId: SessionId): ExportedFile[] {
  return readAll(db, selectFiles(sql`WHERE session_id = ${sessionId} ORDER BY rowid DESC`), rowSchema)
}

/** The files of somebody's own chart, newest first. */
export function listExportsOfPerson(db: ReadableDb<'record'>, personId: PersonId): ExportedFile[] {
  return readAll(db, selectFiles(sql`WHERE person_id = ${personId} ORDER BY rowid DESC`), rowSchema)
}

/** The files of charts and sessions that are being erased. */
export function listExportsErased(db: ReadableDb<'record'>): ExportedFile[] {
  return readAll(
    db,
    selectFiles(
      sql`WHERE person_id IN (SELECT person_id FROM erasing_chart)
            OR session_id IN (SELECT session_id FROM erasing_session)`,
    ),
    rowSchema,
  )
}

/** The files about one group and no single session of it, newest first. */
export function listExportsOfGroup(db: ReadableDb<'record'>, groupId: GroupId): ExportedFile[] {
  return readAll(
    db,
    selectFiles(
      sql`JOIN exported_file_of_group USING (export_id) WHERE group_id = ${groupId} ORDER BY exported_file.rowid DESC`,
    ),
    rowSchema,
  )
}

/** Notes which group a listed file is about. */
export function insertExportOfGroup(db: WritableDb<'record'>, exportId: ExportId, groupId: GroupId): void {
  write(db, sql`INSERT INTO exported_file_of_group (export_id, group_id) VALUES (${exportId}, ${groupId})`)
}

/** Every file that was exported, newest first. */
export function listAllExports(db: ReadableDb<'record'>): ExportedFile[] {
  return readAll(db, selectFiles(sql`ORDER BY rowid DESC`), rowSchema)
}

/** SHA-256 of the bytes as they were written. */
export function readBytesHash(db: ReadableDb<'record'>, exportId: ExportId): Uint8Array | undefined {
  return readOne(
    db,
    sql`SELECT sha256 FROM exported_file WHERE export_id = ${exportId}`,
    z.strictObject({ sha256: z.instanceof(Uint8Array) }),
  )?.sha256
}

/** Notes when a file was deleted from the disk; null once it is back. */
export function markDeleted(db: WritableDb<'record'>, exportId: ExportId, deletedAtMs: number | null): void {
  write(db, sql`UPDATE exported_file SET deleted_at_ms = ${deletedAtMs} WHERE export_id = ${exportId}`)
}

/** The folder that was chosen for exports; null for the console's own. */
export function readChosenFolder(db: ReadableDb<'record'>): string | null {
  return readOne(db, sql`SELECT path FROM export_folder`, z.strictObject({ path: z.string() }))?.path ?? null
}

export function writeChosenFolder(db: WritableDb<'record'>, path: string | null): void {
  transact(db, () => {
    write(db, sql`DELETE FROM export_folder`)
    if (path !== null) write(db, sql`INSERT INTO export_folder (only_row, path) VALUES (1, ${path})`)
  })
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

interface SeriesKey {
  readonly kind: DocumentKind
  readonly personId: PersonId | null
  readonly groupId?: GroupId | null
}

const seriesSchema = z.strictObject({
  code: z.string().nullable(),
  ofContent: z.int().nullable(),
  newest: z.int().nullable(),
})

/** The same of a document that is about no single session, and the code that it has had so far; null where there is none. */
export function readSeries(
  db: ReadableDb<'record'>,
  { kind, personId, groupId = null }: SeriesKey,
  content: Uint8Array,
): z.infer<typeof seriesSchema> {
  const row = readOne(
    db,
    sql`SELECT max(code) AS code, max(CASE WHEN content_sha256 = ${content} THEN version END) AS ofContent,
          max(version) AS newest
        FROM exported_file LEFT JOIN exported_file_of_group USING (export_id)
        WHERE session_id IS NULL AND kind = ${kind} AND person_id IS ${personId} AND group_id IS ${groupId}`,
    seriesSchema,
  )
  return row ?? { code: null, ofContent: null, newest: null }
}
