import { personIdSchema, type PersonId } from '../ids.ts'
import { z } from '../zod.ts'

const share = z.number().min(0).max(1)

/** Where someone sits: the middle of their seat, as shares of the circle's width and height from its upper left corner. */
export const seatPlaceSchema = z.strictObject({ personId: personIdSchema, x: share, y: share })
export type SeatPlace = z.infer<typeof seatPlaceSchema>

const bottom = { x: 0.5, y: 1 }

/**
 * People clockwise as they sit, from the lead's seat on: numbers of seats and rounds follow it. Whoever has no place of
 * their own comes last, in the order given, so that a newcomer takes the next free number and nobody else's changes.
 */
export function circleOrder(
  personIds: readonly PersonId[],
  places: readonly SeatPlace[],
  leadId: PersonId | null,
): PersonId[] {
  const placeOf = new Map(places.map((place) => [place.personId, place]))
  const lead = leadId === null ? undefined : placeOf.get(leadId)
  const start = turnOf(lead ?? bottom)
  const turns = new Map<PersonId, number>()
  for (const [personId, place] of placeOf) turns.set(personId, wholeTurn(turnOf(place) - start))
  return personIds.toSorted((a, b) => (turns.get(a) ?? 1) - (turns.get(b) ?? 1))
}

/** The direction of a place from the middle, clockwise from the bottom: 0 to 1. */
function turnOf({ x, y }: { readonly x: number; readonly y: number }): number {
  return wholeTurn(Math.atan2(0.5 - x, y - 0.5) / (2 * Math.PI))
}

function wholeTurn(turn: number): number {
  return turn - Math.floor(turn)
}
