import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { openRooms } from '../support/open-rooms.ts'
import { openFreshRecord } from './fresh-record.ts'
import { temporaryFolder } from './temporary-vault.ts'

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = temporaryFolder()
  database = openFreshRecord(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const firstRows = `
  INSERT INTO therapy_group VALUES ('g', 'Tuesday', 'support', 90, 'part2', 12);
  INSERT INTO member VALUES ('ana', 'Ana', 'A', 'C-1', 'member', '2026-10-02'), ('eve', 'Eve', 'E', '', 'partner', NULL);
  INSERT INTO enrolment VALUES ('g', 'ana', 1), ('g', 'eve', 2);
  INSERT INTO session (session_id, group_id, number, topic, group_type, part2, stage, length_minutes, prepared_at_ms,
    elapsed_ms, paused_ms, last_seq, head_hash)
  VALUES ('s', 'g', 1, '', 'support', 'part2', 'ended', 90, 0, 0, 0, 3, zeroblob(32));
  INSERT INTO session_person VALUES ('s', 'ana', 0, 'member', 'present', 1, 0, 60, 0, 10, 2);
`

it('takes over the rows of the first tables as they were', () => {
  migrate(database, recordMigrations.slice(0, 1))
  database.exec(firstRows)
  migrate(database, recordMigrations)
  const rows = (query: string) => database.prepare(query).raw().all()
  expect(rows('SELECT * FROM member ORDER BY person_id')).toEqual([
    ['ana', 'Ana', 'A', 'C-1', 'member', '2026-10-02'],
    ['eve', 'Eve', 'E', '', 'partner', null],
  ])
  expect(rows('SELECT * FROM enrolment ORDER BY position')).toEqual([
    ['g', 'ana', 1],
    ['g', 'eve', 2],
  ])
  expect(rows('SELECT session_id, lead_id, observation, entered_late_at_ms FROM session')).toEqual([
    ['s', null, 'floor', null],
  ])
  expect(rows('SELECT person_id, talk_ms, samples_heard FROM session_person')).toEqual([['ana', 10, 0]])
  expect(rows('PRAGMA foreign_key_check')).toEqual([])
  expect(rows('PRAGMA integrity_check')).toEqual([['ok']])
})

it('lets a guest be on file, and still lets nobody enrol who is not', () => {
  migrate(database, recordMigrations)
  database.exec(`
    INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity) VALUES ('g', 'Tuesday', 'support', 90, 'part2', 12);
    INSERT INTO member VALUES ('gus', 'Gus', 'G', '', 'guest', NULL)`)
  expect(() => database.exec(`INSERT INTO enrolment VALUES ('g', 'nobody', 1)`)).toThrow('FOREIGN KEY')
})

it('folds sessions from before anew, once, when the vault is opened', async () => {
  const rooms = await openRooms()
  const { record } = rooms.vault
  const inside = rooms.enter()
  const sessionId = await rooms.prepare(inside)
  const act = inside.calls['session.act']
  await act({ sessionId, command: { type: 'arrive-all' } })
  await act({ sessionId, command: { type: 'start', end: 'full-length' } })
  rooms.clock.pass(60_000)
  await act({ sessionId, command: { type: 'end' } })
  const fresh = readProjection(record, sessionId)
  expect(fresh?.phases.length).toBeGreaterThan(3)

  // As it stood before the migration.
  write(record, sql`DELETE FROM session_phase`)
  write(record, sql`UPDATE session SET lead_id = NULL`)
  write(record, sql`UPDATE projection SET version = 1`)
  rooms.enter()
  expect(readProjection(record, sessionId)).toEqual(fresh)
  expect(verifySession(record, sessionId).firstBreak).toBeNull()

  // Not a second time: what differs then is for verify-log to find.
  write(record, sql`DELETE FROM session_phase`)
  rooms.enter()
  expect(verifySession(record, sessionId).firstBreak?.what).toBe('projection-differs')
  rooms.close()
})
