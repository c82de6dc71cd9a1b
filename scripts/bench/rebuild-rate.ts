/* oxlint-disable no-await-in-loop -- one after the other is what is measured */
import { setTimeout as wait } from 'node:timers/promises'
import { createCore } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { listLoggedSessions } from '../../src/main/core/session/event-repository.ts'
import { readLiveSession } from '../../src/main/core/session/live-session.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { passphrase, pathsIn, valueOf } from './long-session.ts'

const secret = { kind: 'passphrase', secret: passphrase } as const
const sampleCount = 300
/** Long enough to know the rate of twenty years; then it is cancelled. */
const patienceMs = 30_000

/** Events a second of a rebuild beside which calls are answered, and of folding logs in memory alone. */
export async function rateRebuild(userDataDir: string) {
  const { eventsPerSession, foldedPerSecond } = await rateFolding(userDataDir)
  const core = createCore({
    clock: createSystemClock(),
    random: systemRandom,
    paths: pathsIn(userDataDir),
    push: () => undefined,
    chooseStrength: () => Promise.resolve(floor),
  })
  try {
    valueOf(await core.call('vault.unlock', secret))
    const startMs = performance.now()
    let state = valueOf(await core.call('review.rebuild', {}))
    let doneCount = 0
    while (state.stage === 'running' && performance.now() - startMs < patienceMs) {
      ;({ doneCount } = state)
      await wait(50)
      state = valueOf(await core.call('review.rebuild-state', {}))
    }
    const seconds = (performance.now() - startMs) / 1_000
    if (state.stage === 'running') valueOf(await core.call('review.cancel-rebuild', {}))
    return { eventsPerSecond: (doneCount * eventsPerSession) / seconds, foldedPerSecond }
  } finally {
    await core.run('shut-down', null)
  }
}

async function rateFolding(userDataDir: string) {
  const vault = valueOf(await unlockVault(pathsIn(userDataDir).vaultDir, secret))
  try {
    const sample = listLoggedSessions(vault.record).slice(0, sampleCount)
    const startMs = performance.now()
    const events = sample.reduce((sum, id) => sum + (readLiveSession(vault.record, id)?.state.seq ?? 0), 0)
    const seconds = (performance.now() - startMs) / 1_000
    return { eventsPerSession: events / sample.length, foldedPerSecond: events / seconds }
  } finally {
    vault.close()
  }
}
