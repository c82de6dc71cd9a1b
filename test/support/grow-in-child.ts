import { growVault } from '../../scripts/grow/grow-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'

// Makes a vault in which a clinic has worked for a while. A process of its own: the runner of the end-to-end tests cannot
// load the database.
const [vaultDir = '', passphrase = '', sessionCount = '', endsAtMs = ''] = process.argv.slice(2)
const grown = await growVault({
  vaultDir,
  passphrase,
  strength: floor,
  sessionCount: Number(sessionCount),
  seed: 7,
  endsAtMs: Number(endsAtMs),
})
if (!grown.ok) throw new Error(grown.error.code)
