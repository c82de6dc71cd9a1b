import { isDeepStrictEqual } from 'node:util'
import { sessionEventSchema, type SessionEvent } from '../../../../src/shared/session/events.ts'
import type { Finding } from '../campaign.ts'
import type { Ask, Fact, Line } from './lines.ts'

export type Facts = ReadonlyMap<string, string>

/** What a console was told to be saved so far, and what it had asked for without an answer yet. */
export interface Ledger {
  take(line: Line): void
  /** What differs between this and what a vault holds: each finding and words without content. */
  judge(found: Facts): [Finding, string][]
  /** From now on what a vault holds counts as acknowledged: it was read. */
  adopt(found: Facts): void
}

/**
 * The console appends these by itself, when it comes back and when the clocks jump. Whoever had the floor when it went away
 * has it no longer.
 */
const ownTypes = new Set<string>(['console.returned', 'clock.jumped', 'floor.released'])

export function createLedger(begun: Facts): Ledger {
  let facts = new Map(begun)
  let pending: Ask | null = null
  let isEventSaved = false
  return {
    take(line) {
      if (line.kind === 'asks') {
        pending = line.ask
        isEventSaved = false
      } else if (line.kind === 'saved') {
        for (const [place, text] of line.facts) facts.set(place, text)
        isEventSaved ||= line.facts.some(([, text]) => !isOwn(readEvent(text)))
      } else if (line.kind === 'answered') {
        pending = null
        for (const place of facts.keys())
          if (line.drops.some((begins) => place.startsWith(begins))) facts.delete(place)
        for (const [place, text] of line.facts)
          if (text === null) facts.delete(place)
          else facts.set(place, text)
      }
    },
    judge: (found) => compare({ facts, pending, isEventSaved }, found),
    adopt(found) {
      facts = new Map(found)
      pending = null
    },
  }
}

interface Known {
  readonly facts: Facts
  readonly pending: Ask | null
  readonly isEventSaved: boolean
}

function compare(known: Known, found: Facts): [Finding, string][] {
  const { pending } = known
  const findings: [Finding, string][] = []
  const moment = pending === null ? 'between two acts' : `while ${pending.act} was asked`
  const tell = (finding: Finding, what: string) => findings.push([finding, `${what}, ${moment}`])
  // Of each part of what was asked and not answered: whether it was done.
  const parts: boolean[] = []
  compareKept(known, found, parts, tell)
  const added = compareNew(known, found, parts, tell)
  const isEventThere = known.isEventSaved || added.events.length > 0
  if (new Set(added.events.map(({ act }) => act)).size > 1) tell('wrongAnswers', 'two acts for one')
  if (pending === null) return findings
  if (!pending.isWhole) {
    if (isEventThere && added.openAdds > 0) tell('acknowledgedLost', 'an event without its words')
    return findings
  }
  if (pending.events.length > 0) parts.push(isEventThere)
  if (parts.includes(true) && parts.includes(false)) tell('wrongAnswers', 'half of what was asked')
  return findings
}

type Tell = (finding: Finding, what: string) => void

function compareKept({ facts, pending }: Known, found: Facts, parts: boolean[], tell: Tell): void {
  const sets = new Map(pending?.sets)
  for (const [place, text] of facts) {
    const now = found.get(place)
    const isToGo =
      sets.get(place) === null || (pending?.drops.some((begins) => place.startsWith(begins)) ?? false)
    const wanted = isToGo ? undefined : (sets.get(place) ?? text)
    if (now === text) {
      if (wanted !== text) parts.push(false)
    } else if (now === wanted) parts.push(true)
    else tell('acknowledgedLost', `${now === undefined ? 'gone' : 'other'}: ${place}`)
  }
}

interface Added {
  /** Events that were asked for. */
  readonly events: readonly SessionEvent[]
  /** How many of the new things are not there. */
  readonly openAdds: number
}

function compareNew({ facts, pending }: Known, found: Facts, parts: boolean[], tell: Tell): Added {
  const sets = new Map(pending?.sets)
  const open = [...(pending?.adds ?? [])]
  const events: SessionEvent[] = []
  for (const [place, text] of found) {
    if (facts.has(place)) continue
    if (sets.get(place) === text) continue
    const at = open.findIndex((add) => isAdded(add, place, text))
    const event = place.startsWith('event/') ? readEvent(text) : null
    if (at !== -1) open.splice(at, 1)
    else if (event !== null && pending?.events.some((template) => isLike(event.body, template)) === true)
      events.push(event)
    else if (!isOwn(event)) tell('wrongAnswers', `never asked for: ${place}`)
  }
  for (const [place, text] of sets)
    if (text !== null && !facts.has(place)) parts.push(found.get(place) === text)
  for (let index = 0; index < (pending?.adds.length ?? 0); index += 1) parts.push(index >= open.length)
  return { events, openAdds: open.length }
}

// A signed text is put together by the core: what was written for it is in it.
function isAdded([begins, text]: Fact, place: string, found: string): boolean {
  if (!place.startsWith(begins)) return false
  return begins.startsWith('signed/') ? found.includes(text) : found === text
}

function isLike(body: SessionEvent['body'], template: Readonly<Record<string, unknown>>): boolean {
  const known: Readonly<Record<string, unknown>> = { ...body }
  return Object.entries(template).every(([name, value]) => isDeepStrictEqual(known[name], value))
}

function isOwn(event: SessionEvent | null): boolean {
  return event !== null && ownTypes.has(event.body.type)
}

function readEvent(text: string): SessionEvent {
  return sessionEventSchema.parse(JSON.parse(text))
}
