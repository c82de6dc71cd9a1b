import type { FoundPrivate } from '../../../shared/ipc/search-calls.ts'
import type { SessionId } from '../../../shared/ids.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { WritableDb } from '../vault/database.ts'
import { findPrivateNotes, indexOlderNotes } from './private-words.ts'

/** What the record knows of private notes: ids and times, and no text. */
export interface PrivatePlaces {
  /** Which of them were taken back, and which sessions were discarded. */
  readonly hidden: () => Parameters<typeof findPrivateNotes>[2]
  /** When the sessions were held, and with which group. */
  readonly heldOf: (
    sessionIds: readonly SessionId[],
  ) => ReadonlyMap<SessionId, FoundPrivate['notes'][number]['held']>
}

/** The texts and the index over them live in private.db alone. */
interface Sources {
  readonly privateStore: WritableDb<'private'>
  readonly places: PrivatePlaces
}

/** Notes of an older vault that are looked through in one call: for less time than a person notices. */
const atOnce = 1_000

export function privateSearchHandlers({ privateStore, places }: Sources): Handlers<'search.private'> {
  let leftCount = 1
  return {
    'search.private': ({ text }) => {
      // Every note that is written is found at once, so that older ones are looked for until there are none.
      if (leftCount > 0) leftCount = indexOlderNotes(privateStore, atOnce)
      const { notes, noteCount } = findPrivateNotes(privateStore, text, places.hidden())
      const held = places.heldOf(notes.map(({ sessionId }) => sessionId))
      return succeed({
        notes: notes.map((note) => ({
          ...note,
          snippet: [...note.snippet],
          held: held.get(note.sessionId) ?? null,
        })),
        noteCount,
        leftCount,
      })
    },
  }
}
