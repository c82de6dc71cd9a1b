import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupFailureCode, Restored } from '../../../shared/ipc/backup-calls.ts'
import { isoLocalTime } from '../../../shared/iso-time.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { insertRestored } from '../access-log/access-repository.ts'
import type { Clock } from '../clock.ts'
import { toReadableDb, toWritableDb } from '../vault/database.ts'
import { writeHeader, type Header } from '../vault/header.ts'
import type { AuthorKeys, RandomBytes, Secret } from '../vault/key-slots.ts'
import { removeMigrationCopies } from '../vault/migration-copy.ts'
import { readHeaderOf, withKeys } from '../vault/unlock-vault.ts'
import { folderMode, headerPath, isNothing, syncFolder, writeNewFile } from '../vault/vault-files.ts'
import { readBackup, type FoundBackup } from './backup-files.ts'
import { keepPrivate } from './keep-private.ts'
import { lockOutRevoked } from './lock-out-revoked.ts'
import { copyRecord, countBroken, withCopy } from './open-copy.ts'
import { codeOfOpening } from './opening-failure.ts'
import { placeRestored } from './place-restored.ts'
import type { Task } from './task.ts'

export interface Restoring {
  readonly vaultDir: string
  readonly backupDir: string
  /** The author's, of the time at which the backup was made. */
  readonly secret: Secret
  readonly maySetPrivateNotesAside: boolean
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly task: Task
}

type Outcome = Result<Restored, { readonly code: BackupFailureCode }>

/**
 * Puts a backup in the place of the vault, which must be closed: made whole and read beside it first, so that it is all of
 * the backup or nothing. Private notes that are here stay, where a key leads to them; what else was in the place is set aside.
 * Throws the file system's errors and `Cancelled`; the old vault is as it was then.
 */
export async function restoreBackup(restoring: Restoring): Promise<Outcome> {
  const { vaultDir, backupDir, secret, task } = restoring
  const found = readBackup(backupDir)
  if (!found.ok) return found
  const making = `${vaultDir}.making-${randomUUID()}`
  const restored = await withKeys(backupDir, secret, async (keys, header): Promise<Outcome> => {
    task.check()
    mkdirSync(dirname(vaultDir), { recursive: true, mode: folderMode })
    mkdirSync(making, { mode: folderMode })
    try {
      return await restoreInto(restoring, { backup: found.value, making, keys, header })
    } finally {
      // It has its place, or goes.
      if (existsSync(making)) rmSync(making, { recursive: true, force: true })
    }
  })
  return restored.ok ? restored : fail({ code: codeOfOpening(restored.error.code) })
}

interface Made {
  readonly backup: FoundBackup
  readonly making: string
  readonly keys: AuthorKeys
  readonly header: Header
}

async function restoreInto(restoring: Restoring, { backup, making, keys, header }: Made): Promise<Outcome> {
  const { vaultDir, secret, maySetPrivateNotesAside, clock, randomBytes, task } = restoring
  const copied = await copyRecord(backup, making, task)
  if (!copied.ok) return copied
  const read = await withCopy(backup, making, keys.record, task, async (database) => {
    // A broken log is told of and restored all the same: it may be all that there is of a session.
    const brokenCount = await countBroken(toReadableDb('record', database), task)
    insertRestored(toWritableDb('record', database), secret.kind, clock.read().wallMs)
    return succeed({ brokenCount })
  })
  if (!read.ok) return read
  removeMigrationCopies(making, 'record')
  const present = presentHeader(vaultDir, header.vaultId)
  const mayBeSetAside = maySetPrivateNotesAside
  const kept = await keepPrivate({ vaultDir, making, keys, secret, present, mayBeSetAside, randomBytes })
  if (!kept.ok) return kept
  const { privateNotes, key } = kept.value
  const restoredKeys = { ...keys, private: key }
  try {
    const next = await lockOutRevoked({
      folder: making,
      header,
      keys: restoredKeys,
      present,
      randomBytes,
      task,
    })
    if (!next.ok) return next
    writeNewFile(headerPath(making), writeHeader(next.value))
  } finally {
    key.fill(0)
  }
  syncFolder(making)
  task.check()
  const { wallMs, zone } = clock.read()
  const setAsideAs = placeRestored(making, vaultDir, stampOf(wallMs, zone))
  return succeed({ facts: backup.label.facts, ...read.value, privateNotes, setAsideAs })
}

/** Of the same vault alone: private notes of another one belong to sessions that no record would have. */
function presentHeader(vaultDir: string, vaultId: string): Header | null {
  if (isNothing(vaultDir)) return null
  const header = readHeaderOf(vaultDir)
  return header.ok && header.value.vaultId === vaultId ? header.value : null
}

/** The minute, as the name of a folder that is set aside has it. */
export function stampOf(wallMs: number, zone: string): string {
  const [day = '', time = ''] = isoLocalTime(wallMs, zone).split('T')
  return `${day}-${time.slice(0, 5).replace(':', '')}`
}
