import { writeSync } from 'node:fs'
import { destroyPrivateNotes } from '../../src/main/core/private/destroy-private.ts'
import { readPrivateNotes } from '../../src/main/core/private/private-note-repository.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { sessionIdSchema } from '../../src/shared/ids.ts'

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
  onStep(step) {
    if (step === 'copy') Object.assign(globalThis, { isChangingKey: true })
  },
})
const wasFull = 'wasFull' in globalThis
if (destroyed.ok) {
  writeSync(1, wasFull ? 'destroyed, on a full disk' : 'destroyed')
  destroyed.value.close()
} else {
  const isThere = vault.isOpen() && readPrivateNotes(vault.private, sessionId).length > 0
  writeSync(1, `${destroyed.error.code}, ${isThere ? 'open' : 'closed'}`)
  vault.close()
}
