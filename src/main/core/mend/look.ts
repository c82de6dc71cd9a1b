import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MendReport } from '../../../shared/ipc/mend-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import { countLostTransactions } from '../vault/broken-log.ts'
import { connect, isWhole, pageBytes } from '../vault/connect.ts'
import { toReadableDb, toWritableDb } from '../vault/database.ts'
import type { AuthorKeys, Secret, VaultKeys } from '../vault/key-slots.ts'
import type { MendTask } from '../vault/mend/mend-task.ts'
import { mendStore, type MendedStore } from '../vault/mend/mend-store.ts'
import { migrate } from '../vault/migrate.ts'
import { privateMigrations } from '../vault/migrations/private-migrations.ts'
import { recordMigrations } from '../vault/migrations/record-migrations.ts'
import type { Store } from '../vault/store-error.ts'
import { withKeys } from '../vault/unlock-vault.ts'
import type { VaultFailure } from '../vault/vault-failure.ts'
import {
  databasePath,
  fileMode,
  folderMode,
  headerPath,
  isNothing,
  syncFile,
  syncFolder,
  writeNewFile,
} from '../vault/vault-files.ts'
import { checkSessions, type CheckedSessions } from './check-sessions.ts'

/** What can be read of a vault: put together in a folder beside it, or, where it cannot take the vault's place, nowhere. */
export interface Looked {
  readonly report: Omit<MendReport, 'token'>
  /** Null where `report.canTake` is false. */
  readonly making: string | null
}

/**
 * Reads a closed vault that may be damaged, with a secret of its author's, and puts what can be read of it together beside
 * it: under the same keys and behind the same header. No file of the vault is changed. Fails like `unlockVault` until the
 * databases are opened; throws the file system's errors, `StoreError` and `Cancelled`, and then leaves nothing.
 */
export async function lookAtDamaged(
  vaultDir: string,
  secret: Secret,
  task: MendTask,
): Promise<Result<Looked, VaultFailure>> {
  if (isNothing(vaultDir)) return fail({ code: 'no-vault' })
  return withKeys(vaultDir, secret, async (keys) => {
    const making = `${vaultDir}.making-${randomUUID()}`
    let isKept = false
    try {
      mkdirSync(making, { mode: folderMode })
      const report = await putTogether(vaultDir, making, keys, task)
      isKept = report.canTake
      return succeed({ report, making: isKept ? making : null })
    } finally {
      if (!isKept && existsSync(making)) rmSync(making, { recursive: true })
    }
  })
}

async function putTogether(
  vaultDir: string,
  making: string,
  keys: AuthorKeys,
  task: MendTask,
): Promise<Looked['report']> {
  const places = { vaultDir, making, task }
  const record = await mendStore({
    ...places,
    store: 'record',
    key: keys.record,
    migrations: recordMigrations,
  })
  const privateStore = await mendStore({
    ...places,
    store: 'private',
    key: keys.private,
    migrations: privateMigrations,
  })
  const states = { record: record.state, privateNotes: privateStore.state }
  const losses = [...lossesOf(record), ...lossesOf(privateStore)]
  const lostChanges = countLostChanges(vaultDir)
  if (record.state === 'lost')
    return { ...states, sessionCount: 0, wholeCount: 0, sessions: [], losses, lostChanges, canTake: false }
  if (privateStore.state === 'lost') makeEmptyPrivate(making, keys)
  const checked = await checkRecord(making, keys, record, task)
  const isDamaged = record.state !== 'whole' || privateStore.state !== 'whole'
  const canTake = isDamaged && checked.hasAuthor
  if (canTake) finish(vaultDir, making, keys)
  const { sessionCount, wholeCount, sessions } = checked
  return { ...states, sessionCount, wholeCount, sessions: [...sessions], losses, lostChanges, canTake }
}

function countLostChanges(vaultDir: string): number {
  const inLog = (store: Store) => countLostTransactions(`${databasePath(vaultDir, store)}-wal`, pageBytes)
  return inLog('record') + inLog('private')
}

function lossesOf(mended: MendedStore) {
  return mended.state === 'mended' ? mended.losses : []
}

/** Without its author no vault can be used; nobody else's row could be taken for theirs. */
async function checkRecord(
  making: string,
  keys: VaultKeys,
  mended: MendedStore,
  task: MendTask,
): Promise<CheckedSessions & { readonly hasAuthor: boolean }> {
  const connected = connect('record', databasePath(making, 'record'), keys.record)
  if (!connected.ok) throw new Error(connected.error.code)
  const database = connected.value
  try {
    if (mended.state !== 'mended') {
      const sessionCount = countSessions(database)
      return { sessionCount, wholeCount: sessionCount, sessions: [], hasAuthor: true }
    }
    const checked = await checkSessions(toWritableDb('record', database), mended.holed, task)
    return { ...checked, hasAuthor: findAuthor(toReadableDb('record', database)) !== undefined }
  } finally {
    database.close()
  }
}

// Its tables may be those of an older version still.
function countSessions(database: Parameters<typeof toReadableDb>[1]): number {
  const counted = database
    .prepare(
      'SELECT count(*) FROM (SELECT session_id FROM session UNION SELECT session_id FROM session_event)',
    )
    .pluck()
    .get()
  return Number(counted)
}

function makeEmptyPrivate(making: string, keys: VaultKeys): void {
  const path = databasePath(making, 'private')
  closeSync(openSync(path, 'wx', fileMode))
  const connected = connect('private', path, keys.private)
  if (!connected.ok) throw new Error(connected.error.code)
  try {
    migrate(connected.value, privateMigrations)
  } finally {
    connected.value.close()
  }
}

// It is about to be the only one there is: every page is read once more, and lies on the disk.
function finish(vaultDir: string, making: string, keys: VaultKeys): void {
  for (const store of ['record', 'private'] as const) {
    const connected = connect(store, databasePath(making, store), keys[store])
    if (!connected.ok) throw new Error(connected.error.code)
    try {
      connected.value.pragma('wal_checkpoint(TRUNCATE)')
      if (!isWhole(connected.value)) throw new Error('what was put together is not whole')
    } finally {
      connected.value.close()
    }
  }
  writeNewFile(headerPath(making), readFileSync(headerPath(vaultDir), 'utf8'))
  for (const name of readdirSync(making)) syncFile(join(making, name))
  syncFolder(making)
}
