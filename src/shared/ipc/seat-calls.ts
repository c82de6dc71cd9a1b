import { sessionIdSchema } from '../ids.ts'
import { seatPlaceSchema } from '../roster/circle-order.ts'
import { maxAttendees } from '../session/events.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const session = z.strictObject({ sessionId: sessionIdSchema })

/**
 * Where the people of a session's group sit. No event of the session: it tells where chairs stand and nothing of what
 * happened, it holds for the next session too, and undo has nothing to do with it.
 */
export const seatCalls = {
  /** The places that were chosen, of members who are away or have left as well. */
  'seats.read': call('record', session, z.array(seatPlaceSchema)),
  /** Keeps the places of people of this session; the others stay as they are. */
  'seats.place': call(
    'vault',
    session.extend({ places: z.array(seatPlaceSchema).min(1).max(maxAttendees) }),
    z.null(),
  ),
  /** Forgets every place of the group: the seats stand in a circle again. */
  'seats.reset': call('vault', session, z.null()),
} as const
