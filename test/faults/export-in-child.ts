import { join } from 'node:path'
import { createCore } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { sessionIdSchema } from '../../src/shared/ids.ts'
import { definitely, passphrase, valueOf } from '../core/support/world.ts'

// A console that exports a summary of half a megabyte, and is to die while it does.

const folder = definitely(process.argv[2])
const sessionId = sessionIdSchema.parse(process.argv[3])

const core = createCore({
  clock: createSystemClock(),
  random: systemRandom,
  paths: {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  },
  push: () => undefined,
  chooseStrength: () => Promise.resolve(floor),
})
valueOf(await core.call('vault.unlock', { kind: 'passphrase', secret: passphrase }))
const { stamp } = valueOf(await core.run('export.facts', { sessionId }))
valueOf(await core.run('export.write', { stamp, bytes: Buffer.alloc(512 * 1024, '%PDF') }))
await core.run('shut-down', null)
