import { writeSync } from 'node:fs'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { sessionIdSchema } from '../../src/shared/ids.ts'
import { destroyPrivateNotes } from '../core/support/rewrite-stores.ts'

// A console that destroys the private notes of a session, and dies on the way or finds the disk full where it is told to.
const [, , folder = '', authorPassphrase = '', session] = process.argv
const sessionId = sessionIdSchema.parse(session)

const unlocked = await unlockVault(folder, { kind: 'passphrase', secret: authorPassphrase })
if (!unlocked.ok) throw new Error(unlocked.error.code)
const vault = unlocked.value
const destroyed = await destroyPrivateNotes(folder, {
  vault,
  authorPassphrase,
  sessionIds: [sessionId],
  destroyedAtMs: 1,
  onBegin: () => void Object.assign(globalThis, { isChangingKey: true }),
  onEnd: () => void Object.assign(globalThis, { isChangingKey: false }),
})
const wasFull = 'wasFull' in globalThis
if (destroyed.ok) {
  writeSync(1, wasFull ? 'destroyed, on a full disk' : 'destroyed')
  destroyed.value.close()
} else writeSync(1, destroyed.error.code)
