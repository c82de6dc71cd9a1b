import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { importHandlers } from '../../../src/main/core/import/import-handlers.ts'
import { createImportJob } from '../../../src/main/core/import/import-job.ts'
import {
  readAll,
  toWritableDb,
  type ReadableDb,
  type WritableDb,
} from '../../../src/main/core/vault/database.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { z } from '../../../src/shared/zod.ts'
import { createSimulatedClock } from '../../core/support/simulated-clock.ts'

/** The import of a console, with the record that it writes to. */
export interface ImportDesk {
  readonly record: WritableDb<'record'>
  readonly calls: ReturnType<typeof importHandlers>['calls']
  readonly take: ReturnType<typeof importHandlers>['tasks']['import.take']
  /** Lets a job that has begun come to its end. */
  finish(): void
  /** What the database itself finds wrong; null where it cannot be asked. */
  check(): boolean | null
}

export function openDesk(record: WritableDb<'record'>, check: () => boolean | null): ImportDesk {
  const clock = createSimulatedClock()
  const waiting: (() => void)[] = []
  const sources = { record, random: systemRandom, clock }
  const job = createImportJob({
    ...sources,
    push: () => undefined,
    isOpen: () => true,
    later: (work) => waiting.push(work),
    now: () => performance.now(),
  })
  const { calls, tasks } = importHandlers(sources, job)
  return {
    record,
    calls,
    take: tasks['import.take'],
    check,
    finish() {
      for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) work()
    },
  }
}

/** The record's own tables without a file. */
export function openInMemory(): ImportDesk {
  const database = new Database(':memory:')
  if (!migrate(database, recordMigrations).ok) throw new Error('a new database is of a newer version')
  return openDesk(toWritableDb('record', database), () => {
    const isWhole = database.pragma('integrity_check', { simple: true }) === 'ok'
    return isWhole && database.prepare('PRAGMA foreign_key_check').all().length === 0
  })
}

const rosterTables = [
  sql`SELECT * FROM member ORDER BY person_id`,
  sql`SELECT * FROM therapy_group ORDER BY group_id`,
  sql`SELECT * FROM group_meeting ORDER BY group_id, position`,
  sql`SELECT * FROM agenda_phase ORDER BY group_id, position`,
  sql`SELECT * FROM enrolment ORDER BY group_id, position`,
  sql`SELECT * FROM group_waiting ORDER BY group_id, person_id`,
  sql`SELECT * FROM search_text ORDER BY item`,
  sql`SELECT * FROM imported ORDER BY rowid`,
]
const historyTables = [sql`SELECT * FROM import ORDER BY rowid`, sql`SELECT * FROM care_entry ORDER BY seq`]

/** A hash of all that an import could change; the histories, which only grow, are left out where it is asked. */
export function hashRecord(record: ReadableDb<'record'>, scope: 'all' | 'roster'): string {
  const hash = createHash('sha256')
  for (const query of scope === 'all' ? [...rosterTables, ...historyTables] : rosterTables)
    hash.update(JSON.stringify(readAll(record, query, z.unknown())))
  return hash.digest('hex')
}

const personSchema = z.strictObject({ name: z.string(), chartId: z.string(), groups: z.string() })

/** Everybody on file with their groups, in the order of the file. */
export function listPeople(record: ReadableDb<'record'>): z.infer<typeof personSchema>[] {
  return readAll(
    record,
    sql`SELECT preferred_name AS name, chart_id AS chartId, coalesce((SELECT group_concat(name, '; ')
          FROM enrolment JOIN therapy_group USING (group_id) WHERE person_id = member.person_id), '') AS groups
        FROM member ORDER BY rowid`,
    personSchema,
  )
}
