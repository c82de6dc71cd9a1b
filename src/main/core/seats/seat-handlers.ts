import type { GroupId, SessionId } from '../../../shared/ids.ts'
import type { seatCalls } from '../../../shared/ipc/seat-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { PersonProgress } from '../../../shared/session/state.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { clearSeatPlaces, listSeatPlaces, saveSeatPlace } from './seat-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
}

interface Circle {
  readonly groupId: GroupId
  readonly people: readonly PersonProgress[]
}

const notFound = fail({ code: 'not-found' } as const)

export function seatHandlers({ record, log }: Sources): Handlers<keyof typeof seatCalls> {
  return {
    'seats.read': ({ sessionId }) => {
      const circle = findCircle(log, sessionId)
      return circle === null ? notFound : succeed(listSeatPlaces(record, circle.groupId))
    },
    'seats.place': ({ sessionId, places }) => {
      const circle = findCircle(log, sessionId)
      if (circle === null) return notFound
      const ids = new Set(circle.people.map(({ personId }) => personId))
      if (places.some(({ personId }) => !ids.has(personId))) return notFound
      transact(record, () => {
        for (const place of places) saveSeatPlace(record, circle.groupId, place)
      })
      return succeed(null)
    },
    'seats.reset': ({ sessionId }) => {
      const circle = findCircle(log, sessionId)
      if (circle === null) return notFound
      clearSeatPlaces(record, circle.groupId)
      return succeed(null)
    },
  }
}

function findCircle(log: SessionLog, sessionId: SessionId): Circle | null {
  const state = log.state(sessionId)
  return state === undefined || state.groupId === null
    ? null
    : { groupId: state.groupId, people: state.people }
}
