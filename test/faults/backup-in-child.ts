import { randomBytes, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { makeBackup } from '../../src/main/core/backup/make-backup.ts'
import { restoreBackup } from '../../src/main/core/backup/restore-backup.ts'
import { rotateBackups } from '../../src/main/core/backup/rotate.ts'
import { failureOf } from '../../src/main/core/backup/bench.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { createSimulatedClock } from '../core/support/simulated-clock.ts'

// A console that makes, rotates or restores a backup, or opens an older vault, and dies on the way or finds the disk full
// where it is told to.
const [, , what = '', vaultDir = '', place = '', typed = ''] = process.argv
const secret = { kind: 'passphrase', secret: typed } as const
const clock = createSimulatedClock()
const random = { uuid: () => randomUUID(), bytes: (count: number) => randomBytes(count) }
const task = { check: () => undefined, tell: () => undefined }

async function open(): Promise<OpenVault> {
  const unlocked = await unlockVault(vaultDir, secret)
  if (!unlocked.ok) throw new Error(unlocked.error.code)
  return unlocked.value
}

function atWork(): void {
  Object.assign(globalThis, { isAtWork: true })
}

async function work(): Promise<string> {
  switch (what) {
    case 'make': {
      const vault = await open()
      atWork()
      const made = await makeBackup({ vault, vaultDir, folder: place, clock, random, task })
      return made.ok ? 'done' : made.error.code
    }
    case 'rotate': {
      const vault = await open()
      atWork()
      rotateBackups({ vault, vaultDir, folder: place, clock, random })
      return 'done'
    }
    case 'restore': {
      atWork()
      const maySetPrivateNotesAside = false
      const restored = await restoreBackup({
        vaultDir,
        backupDir: place,
        secret,
        maySetPrivateNotesAside,
        clock,
        randomBytes,
        task,
      })
      return restored.ok ? 'done' : restored.error.code
    }
    default: {
      atWork()
      const unlocked = await unlockVault(vaultDir, secret)
      return unlocked.ok ? 'done' : unlocked.error.code
    }
  }
}

const said = await work().catch((error: unknown) => failureOf(error))
writeSync(1, said)
process.exit(0)
