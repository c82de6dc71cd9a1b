import { around, distance, overlap, seatBoxes, type Box, type Place, type SeatLayout } from './seat-space.ts'

/** Where a member's key and badge stand, as pixels from the middle of the seat. */
export interface SeatSigns {
  readonly key: Place
  readonly badge: Place
}

interface Field {
  readonly width: number
  readonly height: number
}

interface Round {
  readonly place: Place
  readonly radius: number
}

/** Half of the width of a key, and of a badge, as they are drawn. */
const keyRadius = 10
const badgeRadius = 11
const steps = 24
/** A facilitator's key stands out as far. */
const aroundChair = 8

/**
 * A key stands at the upper left of its seat and a badge at the upper right. Where seats stand close, they move around
 * their own seat, as little as they can, until they lie upon no other seat, its words or its signs.
 */
export function placeSigns(layout: SeatLayout, field: Field): Map<Place, SeatSigns> {
  const usual = usualSigns(layout.diameter)
  const placed = new Map<Place, SeatSigns>()
  const inTheWay = surroundings(layout, field)
  const ways = waysFrom(usual, layout.diameter / 2)
  for (const place of layout.members) {
    const near = inTheWay(place, placed)
    const keys = ways.keys.filter(({ at }) => near(roundAt(place, at, keyRadius)))
    const badges = ways.badges.filter(({ at }) => near(roundAt(place, at, badgeRadius)))
    placed.set(place, nearestPair(keys, badges) ?? usual)
  }
  return placed
}

/** The squares around all keys and badges. */
export function signBoxes(signs: ReadonlyMap<Place, SeatSigns>): Box[] {
  return [...signs].flatMap(([place, { key, badge }]) => [
    boxOf(roundAt(place, key, keyRadius)),
    boxOf(roundAt(place, badge, badgeRadius)),
  ])
}

/** On a small seat both stand farther out, so that its letters can be read. */
function usualSigns(diameter: number): SeatSigns {
  const radius = diameter / 2
  const [key, badge] = diameter < 60 ? [radius - 1, radius - 3] : [radius - 7, radius - 8]
  return { key: { x: -key, y: -key }, badge: { x: badge, y: -badge } }
}

/** One place around a seat, and how far that is from the usual one. */
interface Way {
  readonly at: Place
  readonly detour: number
}

function waysFrom({ key, badge }: SeatSigns, radius: number) {
  const places = [radius + 4, radius + 8].flatMap((reach) =>
    Array.from({ length: steps }, (_, step) => {
      const angle = (2 * Math.PI * step) / steps
      return { x: reach * Math.cos(angle), y: reach * Math.sin(angle) }
    }),
  )
  const nearest = (usual: Place): Way[] =>
    [usual, ...places]
      .map((at) => ({ at, detour: distance(at, usual) }))
      .toSorted((a, b) => a.detour - b.detour)
  return { keys: nearest(key), badges: nearest(badge) }
}

function nearestPair(keys: readonly Way[], badges: readonly Way[]): SeatSigns | null {
  let [best, least]: [SeatSigns | null, number] = [null, Infinity]
  for (const key of keys) {
    for (const badge of badges) {
      const detour = key.detour + badge.detour
      if (detour >= least) break
      if (distance(key.at, badge.at) < keyRadius + badgeRadius) continue
      best = { key: key.at, badge: badge.at }
      least = detour
    }
  }
  return best
}

/** Answers, for a seat, whether a round sign of its own keeps clear of everything else. */
function surroundings(layout: SeatLayout, { width, height }: Field) {
  const radius = layout.diameter / 2
  const boxes = seatBoxes(layout)
  const { width: across, height: up } = layout.facilitatorSize
  const chairs = layout.facilitators.map((place) => around(place, across, up, aroundChair))
  const reach = 2 * layout.diameter + 60
  return (own: Place, placed: ReadonlyMap<Place, SeatSigns>) => {
    const others = layout.members.filter((place) => place !== own && distance(place, own) < reach)
    const words = layout.members.flatMap((place, index) => {
      const box = boxes[index]
      if (!layout.hasCaptions || box === undefined || distance(place, own) >= reach) return []
      return { ...box, top: place.y + radius }
    })
    const rounds = others.flatMap((place): Round[] => {
      const signs = placed.get(place)
      const seat = { place, radius }
      if (signs === undefined) return [seat]
      return [seat, roundAt(place, signs.key, keyRadius), roundAt(place, signs.badge, badgeRadius)]
    })
    return (sign: Round) => {
      const box = boxOf(sign)
      const isInside = box.left >= -1 && box.top >= -1 && box.right <= width + 1 && box.bottom <= height + 1
      return (
        isInside &&
        rounds.every((other) => distance(sign.place, other.place) >= sign.radius + other.radius) &&
        [...words, ...chairs].every((other) => !overlap(box, other))
      )
    }
  }
}

function roundAt({ x, y }: Place, by: Place, radius: number): Round {
  return { place: { x: x + by.x, y: y + by.y }, radius }
}

function boxOf({ place: { x, y }, radius }: Round): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}
