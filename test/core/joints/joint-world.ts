import type { RenewalState } from '../../../src/shared/ipc/key-calls.ts'
import type { World } from '../support/world.ts'

/** Waits until keys are not being made new any more, and answers how that ended. */
export async function renewed(world: World): Promise<RenewalState> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until it has
    const state = await world.get('keys.renewal', {})
    if (state.stage !== 'running') return state
    // oxlint-disable-next-line no-await-in-loop -- what is at work goes on in between
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}

/** What the access log says, oldest first: what with, and what. */
export async function whats(world: World): Promise<string[]> {
  const entries = await world.get('access.list', { beforeSeq: null, personId: null })
  return entries.toReversed().map(({ what, openedBy }) => `${openedBy} ${what}`)
}
