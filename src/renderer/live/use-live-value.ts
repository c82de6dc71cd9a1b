import { useMemo, useState } from 'react'
import { showsSeconds } from '../../shared/agenda/group-type.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { circleOrder, type SeatPlace } from '../../shared/roster/circle-order.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { call, useRead } from '../app/api.ts'
import { createActQueue } from './act-queue.ts'
import { concealPhases } from './conceal-phases.ts'
import type { Live } from './live-context.ts'
import { createPickedSeats } from './picked-seats.ts'
import { sampleCommand } from './room-keys.ts'
import { seatCommand } from './seat-commands.ts'
import { seatPeople } from './seated.ts'
import type { OpenSession, SessionStore } from './session-store.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

const noPlaces: readonly SeatPlace[] = []

/** Puts together what all parts of Live share. It changes with the session and the view, never with the clock. */
export function useLiveValue(
  sessionId: SessionId,
  store: SessionStore,
  { state, recordNotes }: OpenSession,
  { isConcealed }: Pick<LiveView, 'isConcealed'>,
  change: ChangeView,
): Live {
  const rosterRead = useRead('roster.read', {})
  const roster = rosterRead.status === 'ready' ? rosterRead.value : null
  const seatsRead = useRead('seats.read', { sessionId })
  const seatPlaces = seatsRead.status === 'ready' ? seatsRead.value : noPlaces
  const [acts] = useState(() => {
    const picked = createPickedSeats()
    const act = createActQueue(
      store,
      (command) => call('session.act', { sessionId, command }),
      (failure) => change({ failure, hint: null }),
    )
    return {
      act,
      picked,
      tapSeat: (personId) => {
        picked.pick({ selectedId: personId })
        act((latest) => sampleCommand(latest, personId) ?? seatCommand(latest, personId))
      },
      openMenu: (personId) => {
        change({ isChoosingMark: false })
        picked.pick({ menuId: personId, ...(personId === null ? {} : { selectedId: personId }) })
      },
    } satisfies Pick<Live, 'act' | 'picked' | 'tapSeat' | 'openMenu'>
  })
  return useMemo<Live>(
    () => ({
      sessionId,
      state: isConcealed ? concealPhases(state, roster) : state,
      recordNotes,
      roster,
      seated: seatPeople(state, roster, isConcealed),
      seatPlaces,
      order: orderOf(state, seatPlaces),
      zone: state.stamp?.zone ?? 'UTC',
      showsSeconds: showsSeconds(state.groupType),
      isConcealed,
      ...acts,
    }),
    [sessionId, state, recordNotes, roster, seatPlaces, isConcealed, acts],
  )
}

function orderOf({ people }: SessionState, places: readonly SeatPlace[]): PersonId[] {
  const lead = people.find(({ role }) => role === 'lead')
  const others = people.filter(({ role }) => !isFacilitator(role)).map(({ personId }) => personId)
  return circleOrder(others, places, lead?.personId ?? null)
}
