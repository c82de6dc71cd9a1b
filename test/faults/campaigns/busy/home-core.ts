/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '../../../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../../../src/main/core/effects.ts'
import type { Push } from '../../../../src/main/core/push.ts'
import { floor } from '../../../../src/main/core/vault/slot-key.ts'
import { defaultRetentionRules } from '../../../../src/shared/retention/retention-rules.ts'
import { groupDraft, memberDraft, passphrase, recoveryCode, valueOf } from '../../../core/support/world.ts'

/** The core as the console starts it, on this computer's own clocks. */
export function createHomeCore(home: string, push: Push): Core {
  return createCore({
    clock: createSystemClock(),
    random: systemRandom,
    paths: {
      vaultDir: join(home, 'vault'),
      exportsDir: join(home, 'exports'),
      preferencesPath: join(home, 'preferences.json'),
    },
    push,
    chooseStrength: () => Promise.resolve(floor),
  })
}

export function temporaryHome(): { readonly home: string; readonly remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) }
}

/** A clinic with one group, whose private notes may be destroyed at any time; locked. */
export async function makeClinic(home: string): Promise<void> {
  const { call, run } = createHomeCore(home, () => undefined)
  const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }
  valueOf(await call('vault.create', { passphrase, recoveryCode, author, clinic: '' }))
  const rules = { ...defaultRetentionRules, jurisdiction: 'Some State', privateYears: 0 }
  valueOf(await call('retention.change-rules', { rules }))
  const { groupId } = valueOf(await call('roster.create-group', groupDraft))
  for (const preferredName of ['Ana', 'Ben', 'Cal', 'Dee', 'Eli', 'Fay'])
    valueOf(await call('roster.create-member', { groupId, draft: { ...memberDraft, preferredName } }))
  valueOf(await run('shut-down', null))
}
