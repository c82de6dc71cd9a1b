import type { FollowUpDraft, FollowUpKey } from '../../shared/ipc/follow-up-calls.ts'
import { call } from '../app/api.ts'
import { afterDelay, createSaver, type Saver, type SaveStatus } from '../debrief/saver.ts'
import { followUpKey } from './follow-up-view.ts'

type About = FollowUpKey

/** Words that were begun about follow-ups and are not signed: here while the vault is open, and on the disk. */
export interface DraftStore {
  readonly textOf: (about: About) => string
  readonly statusOf: (about: About) => SaveStatus
  readonly change: (about: About, text: string) => void
  /** Saves what is waiting now. True when all of it is on the disk. */
  readonly flush: () => Promise<boolean>
  readonly subscribe: (listener: () => void) => () => void
  /** Another number after every edit and every answer. */
  readonly version: () => number
}

export function createDraftStore(begun: readonly FollowUpDraft[]): DraftStore {
  const savers = new Map<string, Saver<string>>()
  const listeners = new Set<() => void>()
  let version = 0
  const saverOf = (about: About): Saver<string> => {
    const known = savers.get(followUpKey(about))
    if (known !== undefined) return known
    const saver = createDraft(about, begun.find((one) => followUpKey(one) === followUpKey(about))?.text ?? '')
    saver.subscribe(() => {
      version += 1
      for (const listener of listeners) listener()
    })
    savers.set(followUpKey(about), saver)
    return saver
  }
  return {
    textOf: (about) => saverOf(about).value(),
    statusOf: (about) => saverOf(about).status(),
    change: (about, text) => saverOf(about).change(text),
    async flush() {
      const saved = await Promise.all(Array.from(savers.values(), (saver) => saver.flush()))
      return saved.every(Boolean)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
  }
}

function createDraft(about: About, text: string): Saver<string> {
  const key =
    'mark' in about ? { sessionId: about.sessionId, mark: about.mark } : { followUpId: about.followUpId }
  return createSaver(text, {
    save: (words) => call('follow-up.save-draft', { ...key, text: words }),
    later: afterDelay,
  })
}
