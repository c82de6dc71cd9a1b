import type { PersonId } from '../../shared/ids.ts'
import type { SeatPlace } from '../../shared/roster/circle-order.ts'
import { middleOf, nearestFree, slotsOf, type Field, type Sitter } from './arrange-seats.ts'
import { layOutSeats } from './seat-layout.ts'
import { captionHeight, type Place, type SeatLayout } from './seat-space.ts'

interface Drop {
  readonly field: Field
  readonly sitters: readonly Sitter[]
  readonly layout: SeatLayout
  /** The places that were kept before. */
  readonly places: readonly SeatPlace[]
  readonly personId: PersonId
  readonly at: Place
}

/**
 * The places to keep after a seat was put somewhere: beside others in the nearest free place, upon another of its kind in
 * exchange with it. Every member keeps the place that they were seen in, since a circle in which one chair was moved is
 * no longer laid out anew when somebody joins; facilitators stay in their row until they are moved themselves.
 */
export function dropSeat({ field, sitters, layout, places, personId, at }: Drop): SeatPlace[] {
  const mover = sitters.find((one) => one.personId === personId)
  const slots = slotsOf(sitters, layout)
  const from = slots.get(personId)
  if (mover === undefined || from === undefined) return []
  const kept = new Set(places.map((place) => place.personId))
  const moved = new Map<PersonId, Place>()
  const under = sitters.find(
    (other) =>
      other !== mover && other.isFacilitator === mover.isFacilitator && isUpon(at, other, slots, layout),
  )
  const there = under === undefined ? undefined : slots.get(under.personId)
  if (under !== undefined && there !== undefined) {
    moved.set(personId, there)
    moved.set(under.personId, from)
  } else {
    moved.set(personId, freePlaceFor(mover, at, { field, sitters, layout }) ?? from)
  }
  return sitters
    .filter((one) => !one.isFacilitator || kept.has(one.personId) || moved.has(one.personId))
    .flatMap((one) => {
      const place = moved.get(one.personId) ?? slots.get(one.personId)
      return place === undefined ? [] : shareOf(one.personId, place, field)
    })
}

function isUpon(
  at: Place,
  { personId, isFacilitator }: Sitter,
  slots: ReadonlyMap<PersonId, Place>,
  { diameter, facilitatorSize }: SeatLayout,
): boolean {
  const place = slots.get(personId)
  if (place === undefined) return false
  const [dx, dy] = [Math.abs(at.x - place.x), Math.abs(at.y - place.y)]
  if (isFacilitator) return dx < facilitatorSize.width / 2 && dy < facilitatorSize.height / 2
  return Math.hypot(dx, dy) < diameter / 2
}

function freePlaceFor(
  mover: Sitter,
  at: Place,
  { field, sitters, layout }: Pick<Drop, 'field' | 'sitters' | 'layout'>,
): Place | null {
  const slots = slotsOf(sitters, layout)
  const taken = sitters.flatMap(({ personId, isFacilitator }) => {
    const place = slots.get(personId)
    return place === undefined || personId === mover.personId ? [] : { place, isFacilitator }
  })
  const size = { diameter: layout.diameter, captionHeight: layout.hasCaptions ? captionHeight : 0 }
  const memberCount = layout.members.length
  const base = layOutSeats({ ...field, memberCount, facilitatorCount: layout.facilitators.length })
  const middle = middleOf(field, base)
  const surroundings = { field, size, facilitatorSize: layout.facilitatorSize, middle, taken }
  return nearestFree(at, mover.isFacilitator, surroundings)
}

function shareOf(personId: PersonId, { x, y }: Place, { width, height }: Field): SeatPlace {
  return { personId, x: within(x / width), y: within(y / height) }
}

function within(share: number): number {
  return Math.max(0, Math.min(1, share))
}
