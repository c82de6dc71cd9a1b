/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from '../../src/shared/zod.ts'
import { createCore } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { readAll, transact, write, type WritableDb } from '../../src/main/core/vault/database.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import type { Secret } from '../../src/main/core/vault/key-slots.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import type { SessionId } from '../../src/shared/ids.ts'
import { passphrase, pathsIn, valueOf } from './long-session.ts'
import { percentile } from './percentile.ts'

export interface CoreTimes {
  /** Commits of one small row, each onto the disk. */
  readonly commitMs: readonly number[]
  /** Reading the rows of the session, once. */
  readonly readRowsMs: number
  /** Coming back to the crashed session: what unlocking does for it. */
  readonly comeBackMs: number
}

const commitCount = 200

/**
 * What the disk and the cipher cost by themselves, in a copy of the vault: the same cipher, the same settings, the same
 * rows.
 */
export async function timeCore(userDataDir: string, sessionId: SessionId): Promise<CoreTimes> {
  const copy = mkdtempSync(join(tmpdir(), 'circlekeeper-bench-'))
  try {
    cpSync(join(userDataDir, 'vault'), join(copy, 'vault'), { recursive: true })
    return await timeVault(copy, sessionId)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function timeVault(folder: string, sessionId: SessionId): Promise<CoreTimes> {
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const alone: number[] = []
  const withSession: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const startMs = performance.now()
    valueOf(await unlockVault(join(folder, 'vault'), secret)).close()
    alone.push(performance.now() - startMs)
    withSession.push(await timeUnlocking(folder, secret))
  }
  const vault = valueOf(await unlockVault(join(folder, 'vault'), secret))
  try {
    const { record } = vault
    const startMs = performance.now()
    const query = sql`SELECT seq, body FROM session_event WHERE session_id = ${sessionId} ORDER BY seq`
    readAll(record, query, z.unknown())
    const readRowsMs = performance.now() - startMs
    const comeBackMs = Math.max(0, percentile(withSession, 0.5) - percentile(alone, 0.5))
    return { readRowsMs, comeBackMs, commitMs: timeCommits(record) }
  } finally {
    vault.close()
  }
}

/** Unlocking as the console does it: keys, files, and coming back to the session that was running. */
async function timeUnlocking(folder: string, secret: Secret): Promise<number> {
  const core = createCore({
    clock: createSystemClock(),
    random: systemRandom,
    paths: pathsIn(folder),
    push: () => undefined,
    chooseStrength: () => Promise.resolve(floor),
  })
  const startMs = performance.now()
  valueOf(await core.call('vault.unlock', secret))
  const unlockedMs = performance.now() - startMs
  await core.run('shut-down', null)
  return unlockedMs
}

function timeCommits(record: WritableDb<'record'>): number[] {
  write(record, sql`CREATE TABLE bench (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT`)
  const body = 'x'.repeat(300)
  const times = Array.from({ length: commitCount }, () => {
    const startMs = performance.now()
    transact(record, () => write(record, sql`INSERT INTO bench (body) VALUES (${body})`))
    return performance.now() - startMs
  })
  return times
}
