/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { deriveSlotKey, saltBytes, type Strength } from '../../src/main/core/vault/slot-key.ts'
import { readHeaderOf } from '../../src/main/core/vault/unlock-vault.ts'
import * as drive from '../../test/support/drive.ts'
import { launchConsole } from '../../test/support/launch.ts'
import { say } from './lines.ts'
import { passphrase, pathsIn, valueOf } from './long-session.ts'
import { timeSight } from './watch.ts'

export interface UnlockTimes {
  readonly unlockMs: readonly number[]
  readonly argon2idMs: readonly number[]
}

const rounds = 9
/** Today with what it is about, not the place that is kept for it. */
const today = {
  event: 'keydown',
  key: 'Enter',
  selector: 'nav[aria-label="Console"] ~ main h1',
  gone: 'main [aria-busy="true"]',
} as const

/** Unlocks a vault and locks it again, in turns with deriving a key of the same strength from a passphrase, and no more. */
export async function timeUnlocking(userDataDir: string): Promise<UnlockTimes> {
  const strength = strengthOf(userDataDir)
  const launched = await launchConsole({ userDataDir })
  try {
    const { page } = launched
    page.setDefaultTimeout(60_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    const unlockMs: number[] = []
    const argon2idMs: number[] = []
    // The first is not counted: a program that was just started has yet to warm up.
    await unlockOnce(page)
    for (let round = 0; round < rounds; round += 1) {
      argon2idMs.push(await timeArgon2id(strength))
      unlockMs.push(await unlockOnce(page))
    }
    return { unlockMs, argon2idMs }
  } finally {
    await launched.close()
  }
}

async function unlockOnce(page: Page): Promise<number> {
  const tookMs = await timeSight(page, today, () => drive.typePassphrase(page, passphrase))
  await drive.lock(page)
  return tookMs
}

/** What the vault's own passphrase was locked with. */
function strengthOf(userDataDir: string): Strength {
  const { slots } = valueOf(readHeaderOf(pathsIn(userDataDir).vaultDir))
  const slot = slots.find(({ kind }) => kind === 'passphrase')
  if (slot === undefined) throw new Error('no passphrase opens it')
  const { memoryKiB, passes } = slot.argon2id
  say(`it is locked with ${memoryKiB / 1_024} MiB and ${passes} passes`)
  return slot.argon2id
}

async function timeArgon2id(strength: Strength): Promise<number> {
  const salt = randomBytes(saltBytes).toString('base64')
  const startMs = performance.now()
  await deriveSlotKey(Buffer.from(passphrase), { ...strength, salt })
  return performance.now() - startMs
}
