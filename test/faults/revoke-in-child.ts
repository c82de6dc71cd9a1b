import { writeSync } from 'node:fs'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { personIdSchema } from '../../src/shared/ids.ts'
import type { Result } from '../../src/shared/result.ts'
import { revokeReview } from '../core/support/rewrite-stores.ts'

// A console that revokes a reviewer, and dies on the way where it is told to.
const [, , folder = '', authorPassphrase = '', reviewer] = process.argv
const personId = personIdSchema.parse(reviewer)

function valueOf<Value>(result: Result<Value, object>): Value {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}

const vault = valueOf(await unlockVault(folder, { kind: 'passphrase', secret: authorPassphrase }))
const revoked = await revokeReview(folder, {
  personId,
  authorPassphrase,
  vault,
  onBegin: () => void Object.assign(globalThis, { isChangingKey: true }),
})
valueOf(revoked).close()
writeSync(1, 'revoked')
