import type { SessionId } from '../../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { WritableDb } from '../vault/database.ts'
import type { SignOfLife } from './absence.ts'
import { readAlive, saveAlive } from './event-repository.ts'
import { reasonToWait, type Change, type Unwritten } from './unwritten.ts'
import { writeChanges } from './write-changes.ts'

/** Puts on the disk what happens, in order; what a running session brings may wait for it in memory. */
export interface Keeper {
  /**
   * Writes a change after everything that waits. Where the disk takes nothing, it waits too if it may; otherwise
   * `StoreError` is thrown.
   */
  keep(change: Change, mayWait: () => boolean): void
  /** Writes what waits, if the disk takes it by now. */
  tryAgain(): void
  /** Notes that a running session was seen, on the disk if that takes it. */
  keepAlive(sessionId: SessionId, alive: SignOfLife): void
  readAlive(sessionId: SessionId): SignOfLife | undefined
}

interface Sources {
  readonly db: WritableDb<'record'>
  readonly clock: Clock
  readonly unwritten: Unwritten
  /** Brings what has to be there before the events into order; nothing where it is. Throws `StoreError`. */
  readonly writeAhead?: () => void
}

export function createKeeper({ db, clock, unwritten, writeAhead }: Sources): Keeper {
  function writeNow(now: readonly Change[]): void {
    writeAhead?.()
    writeChanges(db, unwritten.changes(), now)
    unwritten.written()
  }

  /** Takes note that the disk took nothing, and of the change that waits for that. Throws what is anything else. */
  function refused(error: unknown, change?: Change): void {
    const reason = reasonToWait(error)
    if (reason === null) throw error
    unwritten.refused(reason, clock.read().wallMs, change)
  }

  return {
    keep(change, mayWait) {
      try {
        writeNow([change])
      } catch (error) {
        if (!mayWait()) throw error
        refused(error, change)
      }
    },
    tryAgain() {
      const isWaiting = unwritten.changes().length > 0
      try {
        if (isWaiting) writeNow([])
        else writeAhead?.()
      } catch (error) {
        // Where nothing waits, a disk that is full is of no concern to a session.
        if (isWaiting || reasonToWait(error) === null) refused(error)
      }
    },
    // A disk that takes no sign of life takes nothing else either: it is known before somebody acts.
    keepAlive(sessionId, alive) {
      try {
        saveAlive(db, sessionId, alive)
        unwritten.alive.delete(sessionId)
        if (unwritten.changes().length === 0) unwritten.written()
      } catch (error) {
        refused(error)
        unwritten.alive.set(sessionId, alive)
      }
    },
    readAlive: (sessionId) => unwritten.alive.get(sessionId) ?? readAlive(db, sessionId),
  }
}
