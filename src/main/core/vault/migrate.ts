import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { schemaVersion } from './connect.ts'
import type { Migration } from './migrations/migration.ts'

/**
 * Brings a database to the newest schema, each step in its own transaction, so that a crash leaves a whole step behind
 * or none. Fails, and changes nothing, when a newer program has been there.
 */
export function migrate(
  database: Database.Database,
  migrations: readonly Migration[],
): Result<null, { readonly code: 'newer-version' }> {
  const current = schemaVersion(database)
  if (current > migrations.length) return fail({ code: 'newer-version' })
  for (const { version, script } of migrations.slice(current)) {
    const step = database.transaction(() => {
      database.exec(script)
      database.pragma(`user_version = ${version}`)
    })
    step.exclusive()
  }
  return succeed(null)
}
