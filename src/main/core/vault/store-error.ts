import Database from 'better-sqlite3'

/** The two databases of a vault. Their keys are independent of each other. */
export type Store = 'record' | 'private'

/** What the disk can do to an open database. A subset of the contract's failure codes. */
export type StoreFailureCode = `damaged-${Store}` | 'disk-full' | 'not-writable' | 'in-use' | 'other-vault'

/** Thrown by the database helpers; whoever answers a window turns it into the failure that it names. */
export class StoreError extends Error {
  readonly store: Store
  readonly code: StoreFailureCode

  constructor(store: Store, code: StoreFailureCode, cause: unknown) {
    super(`${store}: ${code}`, { cause })
    this.name = 'StoreError'
    this.store = store
    this.code = code
  }
}

/** Thrown where entries of one session's log are gone, though every page can be read; a window is told `log-not-whole`. */
export class LogNotWhole extends StoreError {
  constructor() {
    super('record', 'damaged-record', null)
    this.name = 'LogNotWhole'
  }
}

/** The failure that an error of SQLite stands for; null when it is a bug (a constraint, wrong SQL) or no error of its. */
export function storeFailureOf(store: Store, error: unknown): StoreFailureCode | null {
  if (!(error instanceof Database.SqliteError)) return null
  if (error.code === 'SQLITE_FULL') return 'disk-full'
  if (error.code.startsWith('SQLITE_BUSY')) return 'in-use'
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') return `damaged-${store}`
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(error.code)) return 'not-writable'
  return null
}
