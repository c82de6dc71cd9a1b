import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { connect } from '../../../src/main/core/vault/connect.ts'

/** An encrypted record.db without a table, under a key of its own. */
export function openFreshRecord(folder: string, name = 'record.db'): Database.Database {
  const path = join(folder, name)
  closeSync(openSync(path, 'wx'))
  const connected = connect('record', path, randomBytes(32))
  if (!connected.ok) throw new Error(connected.error.code)
  return connected.value
}
