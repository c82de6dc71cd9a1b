/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { growVault, type GrownVault } from '../../../scripts/grow/grow-vault.ts'
import { createCore } from '../../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../../src/main/core/effects.ts'
import { rebuildSession } from '../../../src/main/core/session/rebuild.ts'
import { listLoggedSessions } from '../../../src/main/core/session/event-repository.ts'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { saveTally } from '../../../src/main/core/session/tally-repository.ts'
import { verifyAll } from '../../../src/main/core/session/verify.ts'
import { readAll, readOne } from '../../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { rebuildStateSchema, type RebuildState } from '../../../src/shared/ipc/rebuild-calls.ts'
import { z } from '../../../src/shared/zod.ts'
import { passphrase, valueOf } from '../support/world.ts'

const sessionCount = 40
// A Friday, so that a week was full.
const endsAtMs = Date.UTC(2026, 10, 20, 23)

let folder: string
let grown: GrownVault

const secret = { kind: 'passphrase', secret: passphrase } as const
const open = async () => valueOf(await unlockVault(join(folder, 'vault'), secret))
const grow = (into: string, seed: number) =>
  growVault({ vaultDir: join(into, 'vault'), passphrase, strength: floor, sessionCount, seed, endsAtMs })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  grown = valueOf(await grow(folder, 7))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function inVault<Value>(work: (vault: OpenVault) => Value): Promise<Value> {
  const vault = await open()
  try {
    return work(vault)
  } finally {
    vault.close()
  }
}

/** Some of everything that is left to chance. */
function drawn({ record }: OpenVault): unknown {
  const queries = [
    sql`SELECT topic, last_seq FROM session ORDER BY rowid`,
    sql`SELECT * FROM scale_result ORDER BY rowid`,
    sql`SELECT * FROM care_entry ORDER BY seq`,
  ]
  return queries.map((query) => readAll(record, query, z.unknown()))
}

const countSchema = z.strictObject({ count: z.int() })

describe('a grown vault', () => {
  it('passes the check of its logs', async () => {
    const verdicts = await inVault(({ record }) => verifyAll(record))
    expect(verdicts.filter(({ firstBreak }) => firstBreak !== null)).toEqual([])
    expect(verdicts.length).toBeGreaterThanOrEqual(sessionCount)
  })

  it('holds as much of everything as twenty years would, for its sessions', async () => {
    const counts = await inVault(({ record, private: own }) => {
      const ofRecord = (query: Query) => readOne(record, query, countSchema)?.count ?? 0
      return {
        sessions: ofRecord(sql`SELECT count(*) AS count FROM session WHERE stage = 'ended'`),
        people: ofRecord(sql`SELECT count(*) AS count FROM session_person WHERE role = 'member'`),
        events: ofRecord(sql`SELECT count(*) AS count FROM session_event`),
        notes: ofRecord(sql`SELECT count(*) AS count FROM record_note`),
        privateNotes: readOne(own, sql`SELECT count(*) AS count FROM private_note`, countSchema)?.count ?? 0,
      }
    })
    expect(counts.sessions).toBe(sessionCount)
    const each = [
      ['people', counts.people, 10],
      ['events', counts.events, 150],
      ['notes', counts.notes, 20],
      ['private notes', counts.privateNotes, 10],
    ] as const
    for (const [name, count, goal] of each) {
      expect(count / sessionCount, name).toBeGreaterThan(goal * 0.85)
      expect(count / sessionCount, name).toBeLessThan(goal * 1.15)
    }
    expect(grown.eventCount).toBeGreaterThan(0)
  })

  it('holds what members filled in every second week or so', async () => {
    const counts = await inVault(({ record }) => {
      const count = (query: Query) => readOne(record, query, countSchema)?.count ?? 0
      return {
        admitted: count(sql`SELECT count(*) AS count FROM member`),
        atAdmission: count(sql`SELECT count(DISTINCT scale || person_id) AS count FROM scale_result`),
        results: count(sql`SELECT count(*) AS count FROM scale_result`),
        toCome: count(
          sql`SELECT count(*) AS count FROM scale_result WHERE entered_at_ms > ${endsAtMs} OR taken_on > '2026-11-20'`,
        ),
        untold: count(
          sql`SELECT count(*) AS count FROM scale_result LEFT JOIN scale_follow_up USING (result_id)
              WHERE (scale_result.item9 > 0) <> (follow_up_id IS NOT NULL)`,
        ),
      }
    })
    expect(counts.atAdmission).toBe(2 * counts.admitted)
    expect(counts.results).toBeGreaterThan(1.3 * counts.atAdmission)
    expect({ toCome: counts.toCome, untold: counts.untold }).toEqual({ toCome: 0, untold: 0 })
  })

  it('keeps tables and tallies that equal those made anew from its logs', async () => {
    await inVault(({ record }) => {
      const read = () => ({
        rows: listLoggedSessions(record).map((sessionId) => readProjection(record, sessionId)),
        tallies: readAll(record, sql`SELECT * FROM session_tally ORDER BY session_id`, z.unknown()),
      })
      const before = read()
      for (const sessionId of listLoggedSessions(record)) {
        rebuildSession(record, sessionId)
        saveTally(record, sessionId)
      }
      expect(read()).toEqual(before)
    })
  })

  it('is the same for the same seed, and another one for another', async () => {
    const first = await inVault(drawn)
    for (const seed of [7, 8]) {
      const other = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
      try {
        valueOf(await grow(other, seed))
        const vault = valueOf(await unlockVault(join(other, 'vault'), secret))
        if (seed === 7) expect(drawn(vault)).toEqual(first)
        else expect(drawn(vault)).not.toEqual(first)
        vault.close()
      } finally {
        rmSync(other, { recursive: true, force: true })
      }
    }
  })
})

it('answers calls while its tables are rebuilt', async () => {
  const told: RebuildState[] = []
  const core = createCore({
    clock: createSystemClock(),
    random: systemRandom,
    paths: {
      vaultDir: join(folder, 'vault'),
      exportsDir: join(folder, 'exports'),
      preferencesPath: join(folder, 'preferences.json'),
    },
    push: (name, push) => {
      if (name === 'review.rebuild-changed') told.push(rebuildStateSchema.parse(push))
    },
    chooseStrength: () => Promise.resolve(floor),
  })
  try {
    valueOf(await core.call('vault.unlock', secret))
    const before = valueOf(await core.call('session-review.rows', { newest: null }))
    const begun = valueOf(await core.call('review.rebuild', {}))
    expect(begun.stage).toBe('running')
    const stages: string[] = []
    for (let state: RebuildState = begun; state.stage === 'running';) {
      expect(valueOf(await core.call('session-review.rows', { newest: null }))).toEqual(before)
      // As a window does: its next call comes after others had their turn.
      await new Promise((done) => setImmediate(done))
      state = valueOf(await core.call('review.rebuild-state', {}))
      stages.push(state.stage)
    }
    expect(stages.at(-1)).toBe('whole')
    expect(stages.filter((stage) => stage === 'running').length).toBeGreaterThan(0)
    expect(told.at(-1)).toEqual({ stage: 'whole', unreadableCount: 0 })
  } finally {
    await core.run('shut-down', null)
  }
})
