import type { SessionId } from '../../../shared/ids.ts'
import type { Preferences } from '../../../shared/ipc/preference-calls.ts'
import { roomView, roomViewSchema, withoutNames, type RoomView } from '../../../shared/room/room-view.ts'
import type { Nameable } from '../../../shared/roster/nameable.ts'
import { advance } from '../../../shared/session/advance.ts'
import { emptySession, type SessionState } from '../../../shared/session/state.ts'
import type { Clock } from '../clock.ts'
import type { Push } from '../push.ts'
import { listFacilitators, listMembers } from '../roster/roster-repository.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Clock
  readonly push: Push
  readonly stateOf: (sessionId: SessionId) => SessionState | undefined
  readonly readTheme: () => Preferences['theme']
}

/** Tells the second window where the session is. */
export interface Room {
  readonly view: () => RoomView
  /** Tells the windows what happened in a session, and then the room, if it can see the difference. */
  readonly passOn: Push
  /** To be called every few seconds, and when the colours change. */
  readonly tell: () => void
}

export function createRoom({ record, clock, push, stateOf, readTheme }: Sources): Room {
  let followedId: SessionId | null = null
  let told = ''

  // The session that runs; else the one in which something happened last, so that the close can be seen.
  function session(): SessionState {
    const sessionId = listActiveSessions(record)[0] ?? followedId
    const state = sessionId === null ? undefined : stateOf(sessionId)
    return state === undefined ? emptySession : advance(state, clock.read())
  }

  function view(): RoomView {
    const state = session()
    const seen = roomView(state, readTheme())
    return roomViewSchema.parse(seen.phase === null ? seen : withoutNames(seen, peopleOf(record, state)))
  }

  function tell(): void {
    told = outlineOf(session())
    push('room.changed', view())
  }

  function follow(sessionId: SessionId): void {
    followedId = sessionId
    // Most of what happens is a turn or a note, of which the room sees nothing.
    if (outlineOf(session()) !== told) tell()
  }

  return {
    view,
    tell,
    passOn(name, pushed) {
      push(name, pushed)
      if (typeof pushed !== 'object' || !('sessionId' in pushed)) return
      try {
        follow(pushed.sessionId)
      } catch (error) {
        // What happened is on the disk; the room hears of it with the next beat.
        if (!(error instanceof StoreError)) throw error
      }
    },
  }
}

function outlineOf(state: SessionState): string {
  const { stage, phase } = roomView(state, 'system')
  return JSON.stringify([stage, phase === null ? null : { ...phase, remainingSeconds: 0 }])
}

/** Everyone of the session by the names that they have on file. */
export function peopleOf(record: ReadableDb<'record'>, { people }: Pick<SessionState, 'people'>): Nameable[] {
  const ids = new Set<string>(people.map(({ personId }) => personId))
  const facilitators = listFacilitators(record).map(({ id, name, initials }) => ({
    id,
    preferredName: name,
    initials,
  }))
  return [...listMembers(record), ...facilitators].filter(({ id }) => ids.has(id))
}
