import { writeSync } from 'node:fs'
import { changeSecret } from '../../src/main/core/vault/change-secret.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'

// A console that changes its passphrase, and dies, or finds the disk full, on the way where it is told to.
const [, , folder = '', oldPassphrase = '', newPassphrase = ''] = process.argv

const changed = await changeSecret(folder, {
  proof: { kind: 'passphrase', secret: oldPassphrase },
  next: { kind: 'passphrase', secret: newPassphrase },
  // What comes before is reading and deriving: nothing is written yet.
  async chooseStrength() {
    Object.assign(globalThis, { isChangingKey: true })
    return floor
  },
})
writeSync(1, changed.ok ? 'changed' : changed.error.code)
