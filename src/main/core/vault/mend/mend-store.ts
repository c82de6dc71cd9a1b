import type Database from 'better-sqlite3'
import { closeSync, copyFileSync, constants, openSync } from 'node:fs'
import type { MendLoss } from '../../../../shared/ipc/mend-calls.ts'
import { connect, isWhole } from '../connect.ts'
import { migrate } from '../migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import { nextPath } from '../settle-database.ts'
import type { Store } from '../store-error.ts'
import {
  closeToOthers,
  databaseFiles,
  databasePath,
  fileMode,
  removeDatabase,
  statOf,
} from '../vault-files.ts'
import { fillAnew } from './fill-anew.ts'
import { judgeLogs, type HoledSession } from './judge-logs.ts'
import { keepParents } from './keep-parents.ts'
import { listLosses } from './losses.ts'
import type { MendTask } from './mend-task.ts'
import { openStoredPages, type StoredPages } from './stored-pages.ts'

/** A damaged database, and where what can be read of it goes. */
export interface StoreToMend {
  readonly store: Store
  readonly vaultDir: string
  readonly making: string
  readonly key: Buffer
  readonly migrations: readonly Migration[]
  readonly task: MendTask
}

/** What came of it. The new database is whole, under the same key, and closed. */
export type MendedStore =
  | { readonly state: 'whole' }
  | {
      readonly state: 'mended'
      readonly losses: readonly MendLoss[]
      readonly holed: readonly HoledSession[]
    }
  /** There is no file. */
  | { readonly state: 'lost' }

/** Puts one database of a vault into another folder: as it is where it is whole, and otherwise what can be read of it. */
export async function mendStore(mending: StoreToMend): Promise<MendedStore> {
  const from = findSource(mending)
  if (await copyWhole(mending, from)) return { state: 'whole' }
  const { store, making, key } = mending
  const pages = openStoredPages(from, key)
  if (pages === null) return { state: 'lost' }
  try {
    const path = databasePath(making, store)
    // SQLite would make the file readable to others.
    closeSync(openSync(path, 'wx', fileMode))
    const connected = connect(store, path, key)
    if (!connected.ok) return { state: 'lost' }
    const mended = await fillFrom(mending, connected.value, pages).finally(() => connected.value.close())
    if (mended === null) removeDatabase(path)
    return mended ?? { state: 'lost' }
  } finally {
    pages.close()
  }
}

/**
 * The file that the key belongs to. Where a change of keys was cut short after the header had its name, and what was written
 * anew was damaged before anybody unlocked, that has not taken its place yet.
 */
function findSource({ store, vaultDir, key }: StoreToMend): string {
  const path = databasePath(vaultDir, store)
  const next = nextPath(vaultDir, store)
  if (statOf(next)?.isFile() !== true) return path
  const pages = openStoredPages(path, key)
  pages?.close()
  return pages === null ? next : path
}

async function copyWhole({ store, making, key, task }: StoreToMend, from: string): Promise<boolean> {
  const path = databasePath(making, store)
  if (statOf(from)?.isFile() !== true) return false
  task.tell('copy', 0, 1)
  for (const file of databaseFiles(from)) {
    if (statOf(file)?.isFile() !== true) continue
    const copy = `${path}${file.slice(from.length)}`
    copyFileSync(file, copy, constants.COPYFILE_EXCL)
    closeToOthers(copy, fileMode)
  }
  await task.pause()
  const connected = statOf(path)?.size === 0 ? null : connect(store, path, key)
  const isAll = connected?.ok === true && readsAsWhole(connected.value)
  if (connected?.ok === true) connected.value.close()
  if (!isAll) removeDatabase(path)
  return isAll
}

function readsAsWhole(database: Database.Database): boolean {
  try {
    return isWhole(database)
  } catch {
    return false
  }
}

async function fillFrom(
  { store, migrations, task }: StoreToMend,
  database: Database.Database,
  pages: StoredPages,
): Promise<MendedStore | null> {
  const filled = await fillAnew(database, migrations, counted(pages, task), task)
  if (filled === null) return null
  const isRecord = store === 'record'
  const { leftOut } = isRecord ? keepParents(database, filled) : { leftOut: new Map<string, number>() }
  const holed = isRecord ? judgeLogs(database, filled.tables) : []
  const losses = listLosses(filled.tables, leftOut)
  filled.restoreRules()
  database.pragma('foreign_keys = ON')
  migrate(database, migrations)
  // What the last check of the logs has found, it found in another file.
  if (isRecord) database.exec('DELETE FROM log_check; INSERT OR REPLACE INTO projection VALUES (1, 0)')
  return { state: 'mended', losses, holed }
}

/** The same pages, told of as they are read. */
function counted(pages: StoredPages, task: MendTask): StoredPages {
  let done = 0
  return {
    ...pages,
    read(number) {
      done = Math.min(done + 1, pages.pageCount)
      task.tell('read', done, pages.pageCount)
      return pages.read(number)
    },
  }
}
