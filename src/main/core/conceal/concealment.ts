import { maxTries, type Concealment } from '../../../shared/ipc/conceal-calls.ts'
import type { CoreCallName } from '../protocol.ts'

/**
 * What is answered while the names are concealed: the session goes on and what is typed is kept, and no answer names
 * anybody whom its own question did not. A call that is not in here waits.
 */
const answeredWhileConcealed: ReadonlySet<CoreCallName> = new Set<CoreCallName>([
  'conceal.read',
  'conceal.begin',
  'conceal.reveal',
  'room.read',
  // The clinic's crisis steps, which name nobody: a crisis does not wait for a secret.
  'safety.read',
  'session.act',
  'session.record-note',
  'session.keep-private-note',
  'debrief.save-shared',
  'debrief.save-response',
  'debrief.save-amendment',
  'follow-up.save-draft',
  'comments.save-draft',
  'interaction.add',
  // Where chairs stand, by the ids that the window has: a round goes on in the order that people sit in.
  'seats.read',
  'seats.place',
  'seats.reset',
])

/** Whether the window is concealed, for as long as the vault is open: with a PIN or without one. */
export interface ConcealState {
  readonly isConcealed: () => boolean
  readonly refuses: (name: CoreCallName) => boolean
  readonly describe: (hasPin: boolean) => Concealment
  readonly begin: () => void
  readonly end: () => void
  /** Counts a wrong try. */
  readonly miss: () => void
  /** When none is left, only unlocking anew brings the names back. */
  readonly triesLeft: () => number
}

export function createConcealState(): ConcealState {
  let isConcealed = false
  let misses = 0
  const triesLeft = () => Math.max(0, maxTries - misses)
  return {
    isConcealed: () => isConcealed,
    refuses: (name) => isConcealed && !answeredWhileConcealed.has(name),
    describe: (hasPin) => ({ hasPin, isConcealed, triesLeft: triesLeft() }),
    begin() {
      isConcealed = true
    },
    end() {
      isConcealed = false
      misses = 0
    },
    miss() {
      misses += 1
    },
    triesLeft,
  }
}
