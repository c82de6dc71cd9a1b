import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readOne } from '../../src/main/core/vault/database.ts'
import { chooseStrength } from '../../src/main/core/vault/slot-strength.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../src/shared/zod.ts'
import { familyOf } from '../../test/support/launch.ts'
import { growVault } from '../grow/grow-vault.ts'
import { passphrase, valueOf } from './long-session.ts'
import { openConsole } from './window.ts'

const settleMs = 15_000
const secret = { kind: 'passphrase', secret: passphrase } as const

/** Megabytes of all processes of the console with Today on its screen. What two of them share counts once. */
export async function measureMemory(userDataDir: string): Promise<number> {
  const launched = await openConsole(userDataDir)
  try {
    await wait(settleMs)
    return familyOf(launched.process.pid ?? 0).reduce((sum, pid) => sum + shareOf(pid), 0) / 1e6
  } finally {
    await launched.close()
  }
}

/** The same with a vault that holds a clinic and no session. */
export async function measureEmpty(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-bench-'))
  try {
    const vaultDir = join(folder, 'vault')
    const strength = await chooseStrength(() => performance.now())
    valueOf(
      await growVault({ vaultDir, passphrase, strength, sessionCount: 0, seed: 1, endsAtMs: Date.now() }),
    )
    return await measureMemory(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes of a process's own memory, and its part of what it shares (Linux's PSS). */
function shareOf(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1]
    return Number(kilobytes ?? 0) * 1_024
  } catch {
    // It ended meanwhile.
    return 0
  }
}

const sumSchema = z.strictObject({ sessions: z.int(), bytes: z.int() })
const privateSchema = z.strictObject({ bytes: z.int() })

/** What a session takes on the disk, and how much of it are the events and texts themselves. */
export async function measureSize(userDataDir: string) {
  const vaultDir = join(userDataDir, 'vault')
  const files = readdirSync(vaultDir).map((name) => statSync(join(vaultDir, name)).size)
  const vault = valueOf(await unlockVault(vaultDir, secret))
  try {
    const words = readOne(
      vault.record,
      sql`SELECT (SELECT count(*) FROM session) AS sessions,
            (SELECT sum(octet_length(body)) FROM session_event) + (SELECT sum(octet_length(text)) FROM record_note)
              + (SELECT sum(octet_length(body)) FROM signed_note) AS bytes`,
      sumSchema,
    )
    const own = readOne(
      vault.private,
      sql`SELECT sum(octet_length(text)) AS bytes FROM private_note`,
      privateSchema,
    )
    const sessions = words?.sessions ?? 1
    return {
      bytesPerSession: files.reduce((sum, size) => sum + size, 0) / sessions,
      wordsPerSession: ((words?.bytes ?? 0) + (own?.bytes ?? 0)) / sessions,
    }
  } finally {
    vault.close()
  }
}
