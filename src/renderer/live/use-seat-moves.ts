import { useLayoutEffect, useMemo, useState } from 'react'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Answer } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { SeatPlace } from '../../shared/roster/circle-order.ts'
import { useAct } from '../app/api.ts'
import { arrangeSeats, slotsOf, type Field, type Sitter } from './arrange-seats.ts'
import { dropSeat } from './drop-seat.ts'
import type { SeatHand } from './seat-hand.ts'
import type { Place, SeatLayout } from './seat-space.ts'

/** The seat that is on its way. */
interface Moving {
  readonly personId: PersonId
  readonly by: Place
  readonly isByKeys: boolean
}

export interface SeatMoves {
  /** Where everyone sits, the one on its way as if it stood; null before the field is measured. */
  readonly layout: SeatLayout | null
  readonly moving: Moving | null
  readonly hand: SeatHand
}

/** A failure, or a line of help, for the bar below the circle. */
export interface BarWords {
  readonly failure: Failure | null
  readonly hint: string | null
}

interface Circle {
  readonly sessionId: SessionId
  readonly field: Field | null
  readonly sitters: readonly Sitter[]
  readonly kept: readonly SeatPlace[]
  readonly onWords: (words: BarWords) => void
}

const still: Place = { x: 0, y: 0 }
const howToMove = 'Arrow keys move the seat, Enter keeps it there, Esc puts it back.'

/** Where seats stand, and how they are moved. What is moved is on the screen at once and on its way to the disk. */
export function useSeatMoves({ sessionId, field, sitters, kept, onWords }: Circle): SeatMoves {
  const { act } = useAct()
  const [moving, setMoving] = useState<Moving | null>(null)
  // What was put somewhere in this window is newer than what was read.
  const [put, setPut] = useState<readonly SeatPlace[] | null>(null)
  const places = put ?? kept
  // Trying sizes costs milliseconds, and the session changes far more often than the room.
  const layout = useMemo(
    () => (field === null ? null : arrangeSeats(field, sitters, places)),
    [field, sitters, places],
  )
  const isArranged = places.length > 0
  const [mover] = useState(() =>
    createMover({
      setMoving,
      setPut,
      save: (changed) =>
        changed.length === 0
          ? act('seats.reset', { sessionId })
          : act('seats.place', { sessionId, places: [...changed] }),
    }),
  )
  useLayoutEffect(() => mover.see({ field, sitters, layout, places, moving, onWords }))
  const hand = useMemo<SeatHand>(() => ({ isArranged, ...mover.hand }), [isArranged, mover])
  return { layout, moving, hand }
}

interface Standing {
  readonly field: Field | null
  readonly sitters: readonly Sitter[]
  readonly layout: SeatLayout | null
  readonly places: readonly SeatPlace[]
  readonly moving: Moving | null
  readonly onWords: (words: BarWords) => void
}

interface Doing {
  readonly setMoving: (next: (was: Moving | null) => Moving | null) => void
  readonly setPut: (places: readonly SeatPlace[]) => void
  /** None: every place is forgotten. */
  readonly save: (changed: readonly SeatPlace[]) => Promise<Answer<'seats.place' | 'seats.reset'>>
}

interface Mover {
  /** What the hand goes by from now on. */
  readonly see: (standing: Standing) => void
  readonly hand: Omit<SeatHand, 'isArranged'>
}

function createMover(doing: Doing): Mover {
  let seen: Standing | null = null
  return {
    see: (standing) => {
      seen = standing
    },
    hand: makeHand(() => seen ?? nothingYet, doing),
  }
}

const nothingYet: Standing = {
  field: null,
  sitters: [],
  layout: null,
  places: [],
  moving: null,
  onWords: () => undefined,
}

function makeHand(now: () => Standing, { setMoving, setPut, save }: Doing): Mover['hand'] {
  const say = (words: Partial<BarWords>) => now().onWords({ failure: null, hint: null, ...words })
  const put = async (next: readonly SeatPlace[], changed: readonly SeatPlace[]) => {
    setPut(next)
    const answer = await save(changed)
    if (!answer.ok) say({ failure: answer.error })
  }
  const keep = (personId: PersonId, by: Place) => {
    setMoving(() => null)
    const changed = whereDropped(now(), personId, by)
    const ids = new Set(changed.map((place) => place.personId))
    const others = now().places.filter((place) => !ids.has(place.personId))
    if (ids.size > 0) void put([...others, ...changed], changed)
  }
  return {
    takeUp: (personId) => {
      setMoving(() => ({ personId, by: still, isByKeys: true }))
      say({ hint: howToMove })
    },
    drag: (personId, by) => setMoving(() => ({ personId, by, isByKeys: false })),
    drop: keep,
    nudge: (by) => setMoving((was) => (was === null ? null : { ...was, by: sum(was.by, by) })),
    putDown: () => {
      const { moving } = now()
      say({})
      if (moving !== null) keep(moving.personId, moving.by)
    },
    putBack: () => {
      if (now().moving !== null) say({})
      setMoving(() => null)
    },
    reset: () => void put([], []),
  }
}

function whereDropped(
  { field, sitters, layout, places }: Standing,
  personId: PersonId,
  by: Place,
): SeatPlace[] {
  if (field === null || layout === null) return []
  const from = slotsOf(sitters, layout).get(personId)
  if (from === undefined) return []
  return dropSeat({ field, sitters, layout, places, personId, at: sum(from, by) })
}

function sum(one: Place, other: Place): Place {
  return { x: one.x + other.x, y: one.y + other.y }
}
