import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { schemaVersion } from './connect.ts'
import type { Migration } from './migrations/migration.ts'

/**
 * Brings a database to the newest schema, all steps in one transaction: a step that fails, a crash and a full disk leave it
 * as it was, byte for byte. Fails, and changes nothing, when a newer program has been there.
 */
export function migrate(
  database: Database.Database,
  migrations: readonly Migration[],
): Result<null, { readonly code: 'newer-version' }> {
  const current = schemaVersion(database)
  if (current > migrations.length) return fail({ code: 'newer-version' })
  const steps = database.transaction(() => {
    for (const { version, script } of migrations.slice(current)) {
      database.exec(script)
      database.pragma(`user_version = ${version}`)
    }
  })
  if (current < migrations.length) steps.exclusive()
  return succeed(null)
}
