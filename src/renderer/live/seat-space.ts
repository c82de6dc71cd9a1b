/** Pixels; a place is the centre of its seat. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface SeatLayout {
  readonly members: readonly Place[]
  readonly facilitators: readonly Place[]
  /** Diameter of a member's seat. */
  readonly diameter: number
  readonly facilitatorSize: { readonly width: number; readonly height: number }
  /** Where there is no room for words under the seats, they are left to the seats' names. */
  readonly hasCaptions: boolean
  /** The middle of the circle, where the clock stands. */
  readonly centre: Place
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const captionHeight = 22
/** Half of the width that words under a seat usually need. */
const captionReach = 34
/** Between two seats at the least. */
export const gap = 2

/** Whether two seats, or the words of one and the other seat, come too close. */
export function seatsTouch(
  a: Place,
  b: Place,
  size: { readonly diameter: number; readonly captionHeight: number },
): boolean {
  if (distance(a, b) < size.diameter + gap) return true
  if (size.captionHeight === 0) return false
  const [wordsOfA, wordsOfB] = [captionBox(a, size), captionBox(b, size)]
  const radius = size.diameter / 2
  return overlap(wordsOfA, wordsOfB) || distanceTo(wordsOfA, b) < radius || distanceTo(wordsOfB, a) < radius
}

function captionBox(
  { x, y }: Place,
  size: { readonly diameter: number; readonly captionHeight: number },
): Box {
  const top = y + size.diameter / 2
  return { left: x - captionReach, right: x + captionReach, top, bottom: top + size.captionHeight }
}

function distanceTo(box: Box, { x, y }: Place): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
}

/** What a seat needs: its disc, and below it its words, which may be wider than the disc. */
export function footprint(
  place: Place,
  size: { readonly diameter: number; readonly captionHeight: number },
): Box {
  const radius = size.diameter / 2
  const half = size.captionHeight > 0 ? Math.max(radius, captionReach) : radius
  return {
    left: place.x - half,
    right: place.x + half,
    top: place.y - radius,
    bottom: place.y + radius + size.captionHeight,
  }
}

export function around(place: Place, width: number, height: number, by: number): Box {
  return {
    left: place.x - width / 2 - by,
    right: place.x + width / 2 + by,
    top: place.y - height / 2 - by,
    bottom: place.y + height / 2 + by,
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Everything that seats take: members with the words below them, and the facilitators' chairs. */
export function seatBoxes({
  members,
  facilitators,
  diameter,
  facilitatorSize,
  hasCaptions,
}: SeatLayout): Box[] {
  const size = { diameter, captionHeight: hasCaptions ? captionHeight : 0 }
  return [
    ...members.map((place) => footprint(place, size)),
    ...facilitators.map((place) => around(place, facilitatorSize.width, facilitatorSize.height, 0)),
  ]
}
