import { holdsClock } from './clear-middle.ts'
import {
  around,
  captionHeight,
  distance,
  footprint,
  gap,
  overlap,
  seatsTouch,
  type Box,
  type Place,
  type SeatLayout,
} from './seat-space.ts'

interface Room {
  readonly width: number
  readonly height: number
  readonly memberCount: number
  readonly facilitatorCount: number
}

interface Trial {
  readonly diameter: number
  /** 2 is an ellipse; more makes it squarer, which seats more people. */
  readonly exponent: number
  readonly captionHeight: number
  /** Shoulder to shoulder from end to end, for a crowd in a small window. */
  readonly isPacked: boolean
}

const margin = 4
const smallestDiameter = 44

/**
 * Seats everyone as in the room: members on a ring, facilitators in a row at its open end, the middle free. Takes the
 * largest seats that fit without touching and leave the clock its room, and the roundest ring for them.
 */
export function layOutSeats(room: Room): SeatLayout {
  const facilitatorSize = sizeFacilitators(room)
  const facilitators = placeFacilitators(room, facilitatorSize)
  const blocked = facilitators.map((place) =>
    around(place, facilitatorSize.width, facilitatorSize.height, 3 * gap),
  )
  const rest = { facilitators, facilitatorSize, centre: centreOf(room) }
  let first: SeatLayout | null = null
  for (const trial of trials(room)) {
    const members = placeMembers(room, trial, blocked)
    if (members === null) continue
    const layout = { ...rest, members, diameter: trial.diameter, hasCaptions: trial.captionHeight > 0 }
    if (holdsClock(layout, room)) return layout
    first ??= layout
  }
  if (first !== null) return first
  // A window this small cannot hold them apart; whoever is there is still shown.
  const last: Trial = { diameter: smallestDiameter, exponent: 8, captionHeight: 0, isPacked: false }
  return { ...rest, members: spread(room, last, blocked), diameter: last.diameter, hasCaptions: false }
}

// Words under the seats are worth smaller seats, but not seats that no name fits into.
function trials({ height }: Room): Trial[] {
  const roomy = height > 640 ? [96, 92, 88, 84, 80] : []
  return [
    ...sized([...roomy, 76, 72, 68, 64, 60, 56], captionHeight, false),
    ...sized([64, 60, 56, 52, 48, 44], 0, false),
    ...sized([44], 0, true),
  ]
}

function sized(diameters: readonly number[], height: number, isPacked: boolean): Trial[] {
  return diameters.flatMap((diameter) =>
    [2, 2.6, 3.4, 5, 8].map((exponent) => ({ diameter, exponent, captionHeight: height, isPacked })),
  )
}

function sizeFacilitators({ width, facilitatorCount }: Room): { width: number; height: number } {
  const available = (width * 0.7) / Math.max(1, facilitatorCount)
  return { width: Math.max(smallestDiameter, Math.min(104, Math.floor(available) - 10)), height: 52 }
}

function placeFacilitators(room: Room, size: { width: number; height: number }): Place[] {
  const pitch = size.width + (size.width < 104 ? 10 : 22)
  const first = room.width / 2 - (pitch * (room.facilitatorCount - 1)) / 2
  const y = room.height - size.height / 2 - margin
  return Array.from({ length: room.facilitatorCount }, (_, index) => ({ x: first + index * pitch, y }))
}

function centreOf({ width, height }: Room): Place {
  return { x: width / 2, y: (height - 30) / 2 }
}

function placeMembers(room: Room, trial: Trial, blocked: readonly Box[]): Place[] | null {
  const places = spread(room, trial, blocked)
  const isFree =
    places.length === room.memberCount &&
    places.every(
      (place, index) =>
        isInside(place, trial, room) &&
        blocked.every((box) => !overlap(footprint(place, trial), box)) &&
        places.every((other, at) => at <= index || !seatsTouch(place, other, trial)),
    )
  return isFree ? places : null
}

function isInside(place: Place, trial: Trial, { width, height }: Room): boolean {
  const { left, right, top, bottom } = footprint(place, trial)
  return left >= 0 && right <= width && top >= 0 && bottom <= height
}

// The ring from the lower left over the top to the lower right, without the part where facilitators sit.
function spread(room: Room, trial: Trial, blocked: readonly Box[]): Place[] {
  const ring = ringPoints(room, trial).filter(
    (point) => !blocked.some((box) => overlap(footprint(point, trial), box)),
  )
  return trial.isPacked ? pack(ring, room.memberCount, trial.diameter + gap) : even(ring, room)
}

/** Equal steps along the ring, with half a step left at either end, as if the facilitators closed the circle. */
function even(ring: readonly Place[], room: Room): Place[] {
  const lengths = [0]
  for (const [index, to] of ring.slice(1).entries()) {
    lengths.push((lengths[index] ?? 0) + distance(ring[index] ?? to, to))
  }
  const total = lengths.at(-1) ?? 0
  return Array.from({ length: room.memberCount }, (_, index) => {
    const wanted = (total * (index + 0.5)) / room.memberCount
    const at = lengths.findIndex((length) => length >= wanted)
    return ring[Math.max(0, at)] ?? centreOf(room)
  })
}

/** The widest step at which everyone finds a seat; the narrowest one when there is none. */
function pack(ring: readonly Place[], count: number, closest: number): Place[] {
  let best = placeByStep(ring, count, closest)
  for (let step = closest + 0.5; step < 2 * closest; step += 0.5) {
    const wider = placeByStep(ring, count, step)
    if (wider.length < count) break
    best = wider
  }
  return best
}

/** Each seat as soon as it is clear of the one before; fewer than asked for when the ring is too short. */
function placeByStep(ring: readonly Place[], count: number, step: number): Place[] {
  const places: Place[] = []
  for (const point of ring) {
    const before = places.at(-1)
    if (places.length < count && (before === undefined || distance(before, point) >= step)) places.push(point)
  }
  return places
}

function ringPoints(room: Room, trial: Trial): Place[] {
  const radius = trial.diameter / 2
  const top = radius + margin + 8
  const bottom = room.height - radius - margin - Math.max(8, trial.captionHeight)
  const halfWidth = room.width / 2 - radius - margin - 8
  const ry = Math.max(1, (bottom - top) / 2)
  const rx = Math.max(1, trial.exponent > 2.6 ? halfWidth : Math.min(halfWidth, ry * 1.72))
  const steps = trial.isPacked ? 2880 : 480
  return Array.from({ length: steps + 1 }, (_, index) => {
    // From the bottom, clockwise.
    const angle = Math.PI / 2 + (2 * Math.PI * index) / steps
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const { exponent } = trial
    const reach = (Math.abs(cos / rx) ** exponent + Math.abs(sin / ry) ** exponent) ** (-1 / exponent)
    return { x: room.width / 2 + reach * cos, y: top + ry + reach * sin }
  })
}
