import type { PersonId } from '../../shared/ids.ts'
import type { SeatPlace } from '../../shared/roster/circle-order.ts'
import { layOutSeats } from './seat-layout.ts'
import {
  around,
  captionHeight,
  footprint,
  overlap,
  seatBoxes,
  seatsTouch,
  type Box,
  type Place,
  type SeatLayout,
} from './seat-space.ts'

export interface Field {
  readonly width: number
  readonly height: number
}

/** Someone who has a seat. */
export interface Sitter {
  readonly personId: PersonId
  readonly isFacilitator: boolean
}

interface SeatSize {
  readonly diameter: number
  readonly captionHeight: number
}

/** A seat that has its place. */
interface Taken {
  readonly place: Place
  readonly isFacilitator: boolean
}

/** What a seat has to keep clear of, and how large it is. */
export interface Surroundings {
  readonly field: Field
  readonly size: SeatSize
  readonly facilitatorSize: SeatLayout['facilitatorSize']
  /** The clock. */
  readonly middle: Box
  readonly taken: readonly Taken[]
}

const besideFacilitator = 6
/** Keys and badges stand out from their seats. */
const edge = 4
/** A place that was read back from shares of the field may be off by less than a pixel. */
const slack = 0.5

/**
 * Seats everyone where they were put, and everyone else in the circle. Nobody covers anybody else or the clock, or leaves
 * the field: who has a place of their own comes first, and whoever is in the way takes the nearest free place. Seats grow
 * smaller before they would touch; in a window that is too small even for that, everyone sits in the circle.
 */
export function arrangeSeats(
  field: Field,
  sitters: readonly Sitter[],
  places: readonly SeatPlace[],
): SeatLayout {
  const memberCount = sitters.filter(({ isFacilitator }) => !isFacilitator).length
  const base = layOutSeats({ ...field, memberCount, facilitatorCount: sitters.length - memberCount })
  const wished = new Map(
    places.map(({ personId, x, y }) => [personId, { x: x * field.width, y: y * field.height }]),
  )
  if (!sitters.some(({ personId }) => wished.has(personId))) return base
  for (const size of sizesFrom(base)) {
    const arranged = tryToSeat(field, sitters, wished, base, size)
    if (arranged !== null) return arranged
  }
  return base
}

function sizesFrom({ diameter, hasCaptions }: SeatLayout): SeatSize[] {
  const withWords = hasCaptions ? [diameter, 76, 68, 60, 56].filter((one) => one <= diameter) : []
  const withoutWords = [60, 56, 52, 48, 44].filter((one) => one <= diameter)
  return [
    ...withWords.map((one) => ({ diameter: one, captionHeight })),
    ...withoutWords.map((one) => ({ diameter: one, captionHeight: 0 })),
  ]
}

function tryToSeat(
  field: Field,
  sitters: readonly Sitter[],
  wished: ReadonlyMap<PersonId, Place>,
  base: SeatLayout,
  size: SeatSize,
): SeatLayout | null {
  const slots = slotsOf(sitters, base)
  const seated = new Map<PersonId, Taken>()
  const { facilitatorSize } = base
  const surroundings = { field, size, facilitatorSize, middle: middleOf(field, base) }
  for (const { personId, isFacilitator } of inOrder(sitters, wished)) {
    const wish = wished.get(personId)
    const others = { ...surroundings, taken: [...seated.values()] }
    const place = nearestFree(wish ?? slots.get(personId) ?? base.centre, isFacilitator, others)
    if (place === null) return null
    seated.set(personId, { place, isFacilitator })
  }
  const placesOf = (kind: boolean) =>
    sitters
      .filter(({ isFacilitator }) => isFacilitator === kind)
      .map(({ personId }) => seated.get(personId)?.place ?? base.centre)
  return {
    ...base,
    members: placesOf(false),
    facilitators: placesOf(true),
    diameter: size.diameter,
    hasCaptions: size.captionHeight > 0,
  }
}

/** Those who were put somewhere first, then facilitators, then members. */
function inOrder(sitters: readonly Sitter[], wished: ReadonlyMap<PersonId, Place>): Sitter[] {
  const rank = ({ personId, isFacilitator }: Sitter) => (wished.has(personId) ? 0 : isFacilitator ? 1 : 2)
  return sitters.toSorted((a, b) => rank(a) - rank(b))
}

/** Where the layout of the circle would seat each of them. */
export function slotsOf(
  sitters: readonly Sitter[],
  { members, facilitators }: SeatLayout,
): Map<PersonId, Place> {
  const slots = new Map<PersonId, Place>()
  const next = { members: 0, facilitators: 0 }
  for (const { personId, isFacilitator } of sitters) {
    const place = isFacilitator ? facilitators[next.facilitators++] : members[next.members++]
    if (place !== undefined) slots.set(personId, place)
  }
  return slots
}

/** The part of the field that the clock needs: no seat is put there. The circle itself always leaves it free. */
export function middleOf({ height }: Field, base: SeatLayout): Box {
  const { x, y } = base.centre
  let [across, up] = [Math.max(118, 0.24 * height), 0.12 * height + 67]
  for (const { left, right, top, bottom } of seatBoxes(base)) {
    const beside = Math.max(left - x, x - right)
    const above = Math.max(top - y, y - bottom)
    if (beside >= across || above >= up) continue
    if (beside / across > above / up) across = beside
    else up = above
  }
  return { left: x - across, right: x + across, top: y - up, bottom: y + up }
}

/** The free place nearest to the wished one; null when there is none. */
export function nearestFree(wished: Place, isFacilitator: boolean, surroundings: Surroundings): Place | null {
  const { field } = surroundings
  const first = { x: clamp(wished.x, field.width), y: clamp(wished.y, field.height) }
  const reach = Math.hypot(field.width, field.height)
  for (let radius = 0; radius <= reach; radius += Math.max(5, radius * 0.06)) {
    const count = Math.max(1, Math.ceil((2 * Math.PI * radius) / 9))
    for (let step = 0; step < count; step += 1) {
      const angle = (2 * Math.PI * step) / count
      const place = { x: first.x + radius * Math.cos(angle), y: first.y + radius * Math.sin(angle) }
      if (isFreeAt(place, isFacilitator, surroundings)) return place
    }
  }
  return null
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length, value))
}

function isFreeAt(place: Place, isFacilitator: boolean, surroundings: Surroundings): boolean {
  const box = boxOf(place, isFacilitator, surroundings)
  const { field, middle, taken } = surroundings
  const isInside =
    box.left >= edge - slack &&
    box.top >= edge - slack &&
    box.right <= field.width - edge + slack &&
    box.bottom <= field.height - edge + slack
  if (!isInside || overlap(shrunk(box), middle)) return false
  return taken.every((other) => !touches({ place, isFacilitator }, other, surroundings))
}

function boxOf(place: Place, isFacilitator: boolean, { size, facilitatorSize }: Surroundings): Box {
  return isFacilitator
    ? around(place, facilitatorSize.width, facilitatorSize.height, 0)
    : footprint(place, size)
}

function touches(one: Taken, other: Taken, surroundings: Surroundings): boolean {
  const { size } = surroundings
  if (!one.isFacilitator && !other.isFacilitator) {
    return seatsTouch(one.place, other.place, { ...size, diameter: size.diameter - slack })
  }
  const boxes = [one, other].map(({ place, isFacilitator }) => boxOf(place, isFacilitator, surroundings))
  const [a, b] = boxes
  return a !== undefined && b !== undefined && overlap(widened(a), shrunk(b))
}

function widened(box: Box): Box {
  return grown(box, besideFacilitator)
}

function shrunk(box: Box): Box {
  return grown(box, -slack)
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by }
}
