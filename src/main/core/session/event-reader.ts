import { sessionEventSchema, type SessionEvent } from '../../../shared/session/events.ts'
import { parseJson } from '../parse-json.ts'
import { eventText } from './chain.ts'

/** Reads one stored text; null when it is no event. */
export type EventReader = (text: string) => SessionEvent | null

// An event's canonical text: four counts, and between them what every tap on the same person repeats. Counts of up to
// fifteen digits are exact.
const canonicalEvent =
  /^\{"act":([1-9]\d{0,14}),"body":(\{.*\}),"seq":([1-9]\d{0,14}),"stamp":\{"monoMs":(0|[1-9]\d{0,14}),"run":("[^"\\]*"),"wallMs":([1-9]\d{0,14}),"zone":("[^"\\]*")\}\}$/

/**
 * A reader for the events of one log. Holding thousands of texts against the whole schema takes long, and a long log
 * repeats itself: a text that differs from one that has passed in nothing but its counts, all of them within the
 * schema's bounds, would pass too, so it takes over what was read then. Every other text is held against the schema.
 */
export function createEventReader(): EventReader {
  const passed = new Map<string, Pick<SessionEvent, 'body' | 'stamp'>>()
  return (text) => {
    const [whole, act, body, seq, monoMs, run, wallMs, zone] = canonicalEvent.exec(text) ?? []
    if (whole === undefined) return parseEvent(text)
    const rest = `${body}${run}${zone}`
    const like = passed.get(rest)
    if (like !== undefined) {
      const stamp = { ...like.stamp, wallMs: Number(wallMs), monoMs: Number(monoMs) }
      return { seq: Number(seq), act: Number(act), stamp, body: like.body }
    }
    const event = parseEvent(text)
    // A text can look canonical and hold a key twice; then its parts are not where they seem to be.
    if (event !== null && eventText(event) === text) passed.set(rest, event)
    return event
  }
}

/** The event of a stored text; null when it is none. */
export function parseEvent(text: string): SessionEvent | null {
  return sessionEventSchema.safeParse(parseJson(text)).data ?? null
}
