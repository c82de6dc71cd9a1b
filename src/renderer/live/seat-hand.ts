import { createContext, use } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Place } from './seat-space.ts'

/** What moves seats: a pointer that drags one, or the arrow keys once *Move this seat* was chosen. */
export interface SeatHand {
  /** Whether the group's seats stand where they were put, and not in a circle. */
  readonly isArranged: boolean
  /** Takes a seat up for the arrow keys. */
  readonly takeUp: (personId: PersonId) => void
  /** `by`: pixels from where the seat stands. */
  readonly drag: (personId: PersonId, by: Place) => void
  readonly drop: (personId: PersonId, by: Place) => void
  /** Moves the seat that was taken up; the next two keep it there, or put it back. */
  readonly nudge: (by: Place) => void
  readonly putDown: () => void
  readonly putBack: () => void
  /** All seats stand in a circle again. */
  readonly reset: () => void
}

export const SeatHandContext = createContext<SeatHand | null>(null)

export function useSeatHand(): SeatHand {
  const hand = use(SeatHandContext)
  if (hand === null) throw new Error('A seat stands outside of the circle')
  return hand
}
