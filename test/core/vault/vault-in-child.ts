import { writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { createVault } from '../../../src/main/core/vault/create-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'

// A second process for the tests: it does one thing, and dies as a process that is killed dies.
const [, , job, folder = '', passphrase = '', recoveryCode = ''] = process.argv

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}

async function createAndDie(deathDraw: number): Promise<void> {
  let draws = 0
  await createVault(folder, {
    passphrase,
    recoveryCode,
    strength: floor,
    fill({ record }) {
      write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
      if (deathDraw === 0) die()
    },
    randomBytes(size) {
      draws += 1
      return draws === deathDraw ? die() : randomBytes(size)
    },
  })
}

async function unlockAndWait(): Promise<void> {
  const opened = await unlockVault(folder, { kind: 'passphrase', secret: passphrase })
  if (opened.ok) write(opened.value.record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
  writeSync(1, opened.ok ? 'unlocked' : opened.error.code)
  // What nobody holds any more is collected, and its files are closed with it.
  if (opened.ok) setInterval(() => void opened.value.isOpen(), 60_000)
}

switch (job) {
  case 'die-while-filling':
    await createAndDie(0)
    break
  case 'die-while-wrapping':
    // Three keys, for each slot a salt and a nonce, and a nonce for each key that hangs from the root: the last draw of all.
    await createAndDie(9)
    break
  case 'unlock-and-wait':
    await unlockAndWait()
    break
  default:
    throw new Error('no such job')
}
