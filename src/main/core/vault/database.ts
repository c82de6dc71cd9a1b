import type Database from 'better-sqlite3'
import { z } from '../../../shared/zod.ts'
import { parseJson } from '../parse-json.ts'
import type { Query } from './sql.ts'
import { rememberPlace } from './file-place.ts'
import { StoreError, storeFailureOf, type Store } from './store-error.ts'
import { databaseFiles, statOf } from './vault-files.ts'

interface Connection {
  readonly database: Database.Database
  /** Whether SQLite refuses what is written outside of `lettingWrite`. */
  readonly isReviewed: boolean
  readonly statements: Map<string, Database.Statement>
  readonly isInPlace: () => boolean
}

// Not exported: a handle can be made and used in this module alone, so SQL reaches a database through `sql` only.
const connection = Symbol('connection')

/** A database that may be read. A handle of one store is never a handle of the other. */
export interface ReadableDb<S extends Store> {
  readonly store: S
  readonly [connection]: Connection
}

/** A database that may be read and written. */
export interface WritableDb<S extends Store> extends ReadableDb<S> {
  readonly mayWrite: true
}

/** Takes an open and keyed connection of the newest schema. */
export function toReadableDb<S extends Store>(store: S, database: Database.Database): ReadableDb<S> {
  return { store, [connection]: toConnection(database) }
}

/** Takes an open, keyed and migrated connection. */
export function toWritableDb<S extends Store>(store: S, database: Database.Database): WritableDb<S> {
  return { store, mayWrite: true, [connection]: toConnection(database) }
}

function toConnection(database: Database.Database, isReviewed = false): Connection {
  const isInPlace = rememberPlace(database.memory ? [] : databaseFiles(database.name))
  return { database, isReviewed, statements: new Map(), isInPlace }
}

/**
 * Takes the open and keyed record of a vault that is reviewed. SQLite itself refuses every write to it, but for what is
 * done in `lettingWrite`.
 */
export function toReviewedDb(database: Database.Database): WritableDb<'record'> {
  database.pragma('query_only = ON')
  return {
    store: 'record',
    mayWrite: true,
    [connection]: toConnection(database, true),
  }
}

/** Lets `work` write to a record even where it is only reviewed; returns when it has. */
export function lettingWrite<T>(db: WritableDb<'record'>, work: () => T): T {
  const { database, isReviewed } = db[connection]
  if (!isReviewed) return work()
  database.pragma('query_only = OFF')
  try {
    return work()
  } finally {
    database.pragma('query_only = ON')
  }
}

/** A column that holds 0 or 1. */
export const flagSchema = z.literal([0, 1]).transform((value) => value === 1)

/** A column that holds JSON text. */
export function jsonSchema<Inner extends z.ZodType>(inner: Inner) {
  return z.string().transform(parseJson).pipe(inner)
}

/**
 * All rows of a query, each parsed: a row that does not fit is never served.
 * Throws `StoreError` when the file is damaged or cannot be read.
 */
export function readAll<Row extends z.ZodType>(
  db: ReadableDb<Store>,
  query: Query,
  rowSchema: Row,
): z.output<Row>[] {
  const rows = guarded(db, () => reading(db, query).all(...query.params))
  return rows.map((row) => parseRow(db.store, rowSchema, row))
}

/** The first row of a query, parsed; undefined when there is none. Throws like `readAll`. */
export function readOne<Row extends z.ZodType>(
  db: ReadableDb<Store>,
  query: Query,
  rowSchema: Row,
): z.output<Row> | undefined {
  const row = guarded(db, () => reading(db, query).get(...query.params))
  return row === undefined ? undefined : parseRow(db.store, rowSchema, row)
}

/**
 * Hands over the rows of a query one after the other, each parsed, for as long as `wantsMore`; it may not write.
 * Throws like `readAll`.
 */
export function readWhile<Row extends z.ZodType>(
  db: ReadableDb<Store>,
  query: Query,
  rowSchema: Row,
  wantsMore: (row: z.output<Row>) => boolean,
): void {
  guarded(db, () => {
    for (const row of reading(db, query).iterate(...query.params))
      if (!wantsMore(parseRow(db.store, rowSchema, row))) return
  })
}

/**
 * Runs one INSERT, UPDATE or DELETE and returns how many rows it changed.
 * Throws `StoreError` when the disk is full, the file gone, not writable or damaged.
 */
export function write(db: WritableDb<Store>, query: Query): number {
  return writing(db, () => prepared(db, query).run(...query.params).changes)
}

/**
 * Runs `work` in one transaction that takes the write lock first. Commits when it returns, rolls back when it throws.
 * Inside another transaction it is a savepoint of that one. On return the rows are on disk (synchronous=FULL).
 */
export function transact<T>(db: WritableDb<Store>, work: () => T): T {
  return writing(db, () => db[connection].database.transaction(work).immediate())
}

/** From so many bytes on a write-ahead log is begun anew: that of a thousand pages, which SQLite copies by itself. */
const longLogBytes = 4_000_000

/**
 * Begins a long write-ahead log anew, with what is in it written into the database. SQLite copies a long one, but leaves it as it is until
 * somebody writes again: were it damaged then, its older pages would count before newer ones. Without effect while the file is held as it
 * is (`RecordFile.hold`). To be called every few seconds. Throws `StoreError`.
 */
export function tidyLog(db: WritableDb<Store>): void {
  const { database, isInPlace } = db[connection]
  const log = statOf(`${database.name}-wal`)
  if (log === null || log.size < longLogBytes || !isInPlace()) return
  const isHeld = database.pragma('wal_autocheckpoint', { simple: true }) === 0
  if (!isHeld) guarded(db, () => database.pragma('wal_checkpoint(TRUNCATE)'))
}

// A file that was taken away under us swallows what is written to it: it would be told as saved, and be gone.
function writing<T>(db: WritableDb<Store>, work: () => T): T {
  const { database, isInPlace } = db[connection]
  if (!database.inTransaction && !isInPlace()) throw new StoreError(db.store, 'not-writable', null)
  return guarded(db, work)
}

function prepared(db: ReadableDb<Store>, query: Query): Database.Statement {
  const { database, statements } = db[connection]
  const known = statements.get(query.text)
  if (known !== undefined) return known
  const statement = database.prepare(query.text)
  statements.set(query.text, statement)
  return statement
}

function reading(db: ReadableDb<Store>, query: Query): Database.Statement {
  const statement = prepared(db, query)
  if (!statement.readonly) throw new Error('a read path was given a statement that writes')
  return statement
}

function parseRow<Row extends z.ZodType>(store: Store, rowSchema: Row, row: unknown): z.output<Row> {
  const parsed = rowSchema.safeParse(row)
  // The issues name columns; the values stay out of the error.
  if (!parsed.success) throw new StoreError(store, `damaged-${store}`, parsed.error)
  return parsed.data
}

function guarded<T>(db: ReadableDb<Store>, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const failure = storeFailureOf(db.store, error)
    throw failure === null ? error : new StoreError(db.store, failure, error)
  }
}
