import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createCore } from '../../src/main/core/create-core.ts'
import { systemRandom } from '../../src/main/core/effects.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { personIdSchema } from '../../src/shared/ids.ts'
import { createSimulatedClock } from '../core/support/simulated-clock.ts'
import { valueOf } from '../core/support/world.ts'

// A console that erases a chart many years later, and dies on the way or finds the disk full where it is told to.
const [, , folder = '', passphrase = '', person] = process.argv

const clock = createSimulatedClock(Date.UTC(2040, 0, 3, 18))
// Another start of the console than the one that kept the sessions.
clock.restart()
const core = createCore({
  clock,
  random: systemRandom,
  paths: {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  },
  push: (name) => {
    if (name === 'keys.renewal-changed') Object.assign(globalThis, { isChangingKey: true })
  },
  chooseStrength: () => Promise.resolve(floor),
})
valueOf(await core.call('vault.unlock', { kind: 'passphrase', secret: passphrase }))
const personIds = [personIdSchema.parse(person)]
const erased = await core.call('retention.erase', { personIds, authorPassphrase: passphrase })
Object.assign(globalThis, { isChangingKey: false })
writeSync(1, erased.ok ? 'erased' : erased.error.code)
await core.run('shut-down', null)
