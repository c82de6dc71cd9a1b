/* oxlint-disable no-await-in-loop -- one table and one session after the other is the point */
import type Database from 'better-sqlite3'
import type { BackupFailureCode, DrillFound } from '../../../shared/ipc/backup-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { listLoggedSessions } from '../session/event-repository.ts'
import { areProjectionsNew } from '../session/rebuild.ts'
import { verifySession, type Verdict } from '../session/verify.ts'
import { toReadableDb, type ReadableDb } from '../vault/database.ts'
import { openDatabase } from '../vault/open-vault.ts'
import { deriveBackupKey } from '../vault/record-file.ts'
import { databasePath } from '../vault/vault-files.ts'
import type { FoundBackup } from './backup-files.ts'
import { copySlices, hashSlices, readingFile } from './copy-slices.ts'
import { readFacts } from './facts.ts'
import { isSealed } from './label.ts'
import { codeOfOpening } from './opening-failure.ts'
import type { Task } from './task.ts'

type Failed = { readonly code: BackupFailureCode }

/** Copies the record of a backup into a folder, and makes sure that the copy has the bytes that its label says. */
export async function copyRecord(
  { folder, label }: FoundBackup,
  into: string,
  task: Task,
): Promise<Result<null, Failed>> {
  const { bytes, sha256 } = label.files.record
  const path = databasePath(into, 'record')
  const copied = await readingFile(databasePath(folder, 'record'), bytes, (source) =>
    copySlices(source, path, task),
  )
  if (copied !== sha256) return fail({ code: 'damaged-backup' })
  const readBack = await readingFile(path, bytes, (source) => hashSlices(source, task))
  return readBack === sha256 ? succeed(null) : fail({ code: 'damaged-backup' })
}

/**
 * Opens the copy of a record with the key that the backup's header gave, migrates it, and reads every page. `work` then has
 * it; it is closed when that returns.
 */
export async function withCopy<T>(
  { label }: FoundBackup,
  folder: string,
  recordKey: Buffer,
  task: Task,
  work: (database: Database.Database) => Promise<Result<T, Failed>>,
): Promise<Result<T, Failed>> {
  task.tell('open', 0, label.files.record.bytes)
  if (!isSealedBy(label, recordKey)) return fail({ code: 'damaged-backup' })
  const opened = openDatabase('record', folder, recordKey, 'kept')
  if (!opened.ok) return fail({ code: codeOfOpening(opened.error.code) })
  try {
    const isWhole = await readTables(opened.value, label.files.record.bytes, task)
    return isWhole ? await work(opened.value) : fail({ code: 'damaged-record' })
  } finally {
    opened.value.close()
  }
}

function isSealedBy(label: FoundBackup['label'], recordKey: Buffer): boolean {
  const key = deriveBackupKey(recordKey)
  try {
    return isSealed(label, key)
  } finally {
    key.fill(0)
  }
}

// Table by table, so that whoever asks something meanwhile waits for no more than one of them.
async function readTables(database: Database.Database, bytes: number, task: Task): Promise<boolean> {
  const names = z
    .array(z.string())
    .parse(
      database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`).pluck().all(),
    )
  for (const [index, name] of names.entries()) {
    task.tell('read', Math.floor((bytes * index) / names.length), bytes)
    const quoted = `'${name.replaceAll("'", "''")}'`
    if (database.pragma(`quick_check(${quoted})`, { simple: true }) !== 'ok') return false
    await letOthers(task)
  }
  task.tell('read', bytes, bytes)
  return true
}

/** Checks the log of every session, and counts what is there. Fails where that is not what the label says. */
export async function readLogs(
  { label }: FoundBackup,
  database: Database.Database,
  task: Task,
): Promise<Result<DrillFound, Failed>> {
  const record = toReadableDb('record', database)
  const facts = readFacts(record)
  const isAsSaid =
    facts.sessionCount === label.facts.sessionCount &&
    facts.signedNoteCount === label.facts.signedNoteCount &&
    facts.memberCount === label.facts.memberCount &&
    facts.newestSessionAtMs === label.facts.newestSessionAtMs
  if (!isAsSaid) return fail({ code: 'damaged-backup' })
  return succeed({ ...facts, brokenCount: await countBroken(record, task) })
}

/** Checks the log of every session. Answers how many are not as the console wrote them. */
export async function countBroken(record: ReadableDb<'record'>, task: Task): Promise<number> {
  // Tables of an older fold are made anew when the vault is opened.
  const areTablesNew = areProjectionsNew(record)
  const isBroken = ({ firstBreak }: Verdict) =>
    firstBreak !== null && (areTablesNew || !firstBreak.what.startsWith('projection-'))
  let brokenCount = 0
  for (const sessionId of listLoggedSessions(record)) {
    if (isBroken(verifySession(record, sessionId))) brokenCount += 1
    await letOthers(task)
  }
  return brokenCount
}

async function letOthers(task: Task): Promise<void> {
  await new Promise<void>((resolve) => void setImmediate(resolve))
  task.check()
}
