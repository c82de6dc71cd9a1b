import type { Place } from './seat-space.ts'

interface ArcShape {
  /** SVG path data. */
  readonly path: string
  /** Where it arrives, just outside of the seat. */
  readonly end: Place
}

const clear = 7
/** How far an arc bends towards the middle, and to its right: there and back are two arcs. */
const [inward, aside] = [0.45, 0.12]

/** A seat as an arc meets it. */
export interface ArcSeat {
  readonly place: Place
  /** Half of its width and height; a member's seat is round, a facilitator's is not. */
  readonly half: Place
  readonly isRound: boolean
}

/** An arc from one seat to another, around the middle of the circle. */
export function drawArc(fromSeat: ArcSeat, toSeat: ArcSeat, centre: Place): ArcShape {
  const [from, to] = [fromSeat.place, toSeat.place]
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const bend = {
    x: half.x + (centre.x - half.x) * inward - (to.y - from.y) * aside,
    y: half.y + (centre.y - half.y) * inward + (to.x - from.x) * aside,
  }
  const start = edgeTowards(fromSeat, bend)
  const end = edgeTowards(toSeat, bend)
  return { path: `M${point(start)} Q${point(bend)} ${point(end)}`, end }
}

/** Calm weights: the tenth time adds little to the fifth. */
export function weightOf(count: number): { readonly width: number; readonly opacity: number } {
  const steps = Math.min(3, Math.log2(count))
  return { width: 1.5 + steps * 0.5, opacity: 0.4 + steps * 0.17 }
}

/** Where a line from a seat's middle leaves it, and a little farther. */
function edgeTowards({ place, half, isRound }: ArcSeat, to: Place): Place {
  const [dx, dy] = [to.x - place.x, to.y - place.y]
  const length = Math.hypot(dx, dy) || 1
  const reach = isRound ? half.x : Math.min(half.x / Math.abs(dx / length), half.y / Math.abs(dy / length))
  const by = (reach + clear) / length
  return { x: place.x + dx * by, y: place.y + dy * by }
}

function point({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
