import { z } from '../zod.ts'
import type { EventBody, SessionEvent } from './events.ts'

/**
 * A session's log on its way from the core to a window. As objects, thousands of events are walked and copied at every
 * border on that way; as one text they are handed on, and what repeats itself in them is written once.
 */
export const logTextSchema = z.string().brand<'LogText'>()
export type LogText = z.infer<typeof logTextSchema>

/** What a log's text says, as JSON: a row for each event, whose last three numbers are places in the lists. */
interface PackedLog {
  readonly runs: readonly string[]
  readonly zones: readonly string[]
  readonly bodies: readonly EventBody[]
  readonly rows: readonly Row[]
}

type Row = readonly [
  seq: number,
  act: number,
  wallMs: number,
  monoMs: number,
  run: number,
  zone: number,
  body: number,
]

export function writeLog(events: readonly SessionEvent[]): LogText {
  const runs = createList<string>()
  const zones = createList<string>()
  const bodies = createList<EventBody>()
  const rows = events.map(({ seq, act, stamp: { wallMs, monoMs, run, zone }, body }): Row => {
    return [seq, act, wallMs, monoMs, runs.placeOf(run), zones.placeOf(zone), bodies.placeOf(body)]
  })
  const packed: PackedLog = { runs: runs.items, zones: zones.items, bodies: bodies.items, rows }
  return logTextSchema.parse(JSON.stringify(packed))
}

/** The events that `writeLog` was given. Where the same happened again, they have one body. */
export function readLog(text: LogText): SessionEvent[] {
  // The brand is given by `writeLog` alone.
  const { runs, zones, bodies, rows }: PackedLog = JSON.parse(text)
  return rows.map(([seq, act, wallMs, monoMs, run, zone, body]) => {
    const stamp = { wallMs, monoMs, run: at(runs, run), zone: at(zones, zone) }
    return { seq, act, stamp, body: at(bodies, body) }
  })
}

/** A list in which equal items stand once. */
function createList<Item>() {
  const items: Item[] = []
  // Events from the disk share their bodies; of those that were added since, the text has to tell.
  const places = new Map<Item, number>()
  const placesByText = new Map<string, number>()
  return {
    items,
    placeOf(item: Item): number {
      const known = places.get(item)
      if (known !== undefined) return known
      const text = JSON.stringify(item)
      const place = placesByText.get(text) ?? items.push(item) - 1
      placesByText.set(text, place)
      places.set(item, place)
      return place
    },
  }
}

function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place]
  if (item === undefined) throw new Error('a log that points beyond its lists')
  return item
}
