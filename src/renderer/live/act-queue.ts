import type { Answer } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { SessionStore } from './session-store.ts'

/** What an act does depends on the session as it is when its turn comes; null when there is nothing to do. */
export type Act = Command | ((state: SessionState) => Command | null)

/**
 * Sends acts to the core one after the other. A key that is pressed twice quickly gives the floor and takes it back,
 * because the second press is read only after the first was acknowledged.
 */
export function createActQueue(
  store: SessionStore,
  send: (command: Command) => Promise<Answer<'session.act'>>,
  onAnswer: (failure: Failure | null) => void,
): (act: Act) => void {
  let last: Promise<void> = Promise.resolve()

  async function run(act: Act): Promise<void> {
    const snapshot = store.snapshot()
    if (snapshot.status !== 'open') return
    const command = typeof act === 'function' ? act(snapshot.state) : act
    if (command === null) return
    const answer = await send(command)
    if (answer.ok) store.take(answer.value)
    onAnswer(answer.ok ? null : answer.error)
  }

  return (act) => {
    last = last.then(() => run(act))
  }
}
