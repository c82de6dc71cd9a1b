import { captionHeight, type Place, type SeatLayout } from './seat-space.ts'

const beside = 6

/**
 * How wide, in pixels, the words under each member's seat may be before they reach another seat or its words: seats are
 * laid out for short words, and most have room for more.
 */
export function captionRooms({
  members,
  diameter,
  facilitators,
  facilitatorSize,
}: SeatLayout): Map<Place, number> {
  const radius = diameter / 2
  const rooms = new Map<Place, number>()
  for (const place of members) {
    const [top, bottom] = [place.y + radius, place.y + radius + captionHeight]
    const halves = members.flatMap((other) => {
      const isBeside = other !== place && other.y - radius < bottom && other.y + radius + captionHeight > top
      if (!isBeside) return []
      const apart = Math.abs(other.x - place.x)
      // Words beside words share the room between them; beside a disc they may go up to it.
      const isWords = Math.abs(other.y - place.y) < captionHeight
      return isWords ? apart / 2 : Math.max(apart - radius, apart / 2)
    })
    const chairs = facilitators.flatMap((chair) =>
      Math.abs(chair.y - (top + bottom) / 2) < (facilitatorSize.height + captionHeight) / 2
        ? Math.abs(chair.x - place.x) - facilitatorSize.width / 2
        : [],
    )
    rooms.set(place, Math.max(0, 2 * (Math.min(place.x + beside, ...halves, ...chairs) - beside)))
  }
  return rooms
}
