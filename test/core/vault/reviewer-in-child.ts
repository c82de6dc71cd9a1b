import { writeSync } from 'node:fs'
import { reviewVault } from '../../../src/main/core/vault/review-vault.ts'
import { readAll } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { destroyPrivateNotes } from '../support/rewrite-stores.ts'

// A process of its own that opens a vault and stays, so that what it has in memory and what it opened can be looked at.
const [, , role, folder = '', passphrase = ''] = process.argv

const opened = role === 'reviewer' ? await reviewVault(folder, passphrase) : await openAsAuthor()
if (opened.ok) readAll(opened.value.record, sql`SELECT name FROM clinic`, z.unknown())
writeSync(1, opened.ok ? 'open' : opened.error.code)

async function openAsAuthor() {
  const unlocked = await unlockVault(folder, { kind: 'passphrase', secret: passphrase })
  if (!unlocked.ok || role !== 'destroyer') return unlocked
  const destroying = { vault: unlocked.value, authorPassphrase: passphrase, sessionIds: [], destroyedAtMs: 1 }
  return destroyPrivateNotes(folder, destroying)
}

// Whatever is reachable stays so: nothing is let go of for want of a use.
process.on('SIGTERM', () => {
  if (opened.ok) opened.value.close()
  process.exit(0)
})
setInterval(() => undefined, 60_000)
