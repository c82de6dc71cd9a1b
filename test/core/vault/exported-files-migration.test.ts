import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listAllExports, readBytesHash } from '../../../src/main/core/export/export-repository.ts'
import { toWritableDb } from '../../../src/main/core/vault/database.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { openFreshRecord } from './fresh-record.ts'
import { temporaryFolder } from './temporary-vault.ts'

const sessionId = 'a9a4dd84-94aa-4f44-8a21-c6f0a9f5a6f1'
const personId = '0c4f8f0e-6f53-4f5e-9f3c-3f1f7f1f9f01'
const ids = [1, 2, 3].map((digit) => `5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c${digit}`)

/** What a file is known by, one for each. */
const sha = (digit: number) => Buffer.alloc(32, digit)

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = temporaryFolder()
  database = openFreshRecord(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const summary = {
  exportId: ids[0],
  sessionId,
  kind: 'group-summary',
  personId: null,
  code: 'M4T9',
  version: null,
  folder: null,
  fileName: '2026-10-06-M4T9-summary.pdf',
  exportedAtMs: 1_000,
  hasPassword: false,
  deletedAtMs: null,
}
const sheet = {
  ...summary,
  exportId: ids[1],
  kind: 'tick-sheet',
  fileName: '2026-10-06-M4T9-sheet.pdf',
  exportedAtMs: 2_000,
}
const note = {
  ...summary,
  exportId: ids[2],
  kind: 'progress-note',
  personId,
  code: 'M4T9-3F',
  version: 2,
  fileName: '2026-10-06-M4T9-3F-note.pdf',
  exportedAtMs: 3_000,
}

function insertOfSchema2(): void {
  const insert = database.prepare(
    `INSERT INTO exported_file (export_id, session_id, kind, file_name, exported_at_ms, sha256)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const [index, { exportId, kind, fileName, exportedAtMs }] of [summary, sheet].entries())
    insert.run(exportId, sessionId, kind, fileName, exportedAtMs, sha(index + 1))
}

function insertOfSchema3(): void {
  database
    .prepare(
      `INSERT INTO exported_file (export_id, session_id, kind, person_id, code, version, content_sha256, file_name,
         exported_at_ms, sha256)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(ids[2], sessionId, note.kind, personId, note.code, 2, sha(9), note.fileName, 3_000, sha(3))
}

it('files of every earlier schema stay listed, in their order, and are still known by their bytes', () => {
  migrate(database, recordMigrations.slice(0, 2))
  insertOfSchema2()
  migrate(database, recordMigrations.slice(0, 3))
  insertOfSchema3()
  migrate(database, recordMigrations)
  const record = toWritableDb('record', database)
  const listed = listAllExports(record)
  expect(listed).toEqual([note, sheet, summary])
  expect(listed.map(({ exportId }) => readBytesHash(record, exportId))).toEqual([sha(3), sha(2), sha(1)])
  expect(
    database.prepare('SELECT content_sha256 FROM exported_file WHERE version = 2').pluck().all(),
  ).toEqual([sha(9)])
  expect(database.prepare('SELECT count(*) FROM export_folder').pluck().get()).toBe(0)
})

it('the first schema’s files are summaries', () => {
  migrate(database, recordMigrations.slice(0, 1))
  database
    .prepare('INSERT INTO exported_file VALUES (?, ?, ?, ?, ?)')
    .run(ids[0], sessionId, summary.fileName, 1_000, sha(1))
  migrate(database, recordMigrations)
  expect(listAllExports(toWritableDb('record', database))).toEqual([summary])
})
