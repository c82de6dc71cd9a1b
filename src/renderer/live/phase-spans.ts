import type { PhaseId } from '../../shared/ids.ts'
import { passedBetween } from '../../shared/session/advance.ts'
import type { History } from '../../shared/session/state.ts'

/** A stretch of session time in one phase. Going back gives a phase several. `endMs` is null while it lasts. */
export interface PhaseSpan {
  readonly phaseId: PhaseId
  readonly startMs: number
  readonly endMs: number | null
}

interface Walk {
  readonly isOn: boolean
  readonly elapsedMs: number
  readonly spans: readonly PhaseSpan[]
}

const nothing: Walk = { isOn: false, elapsedMs: 0, spans: [] }
const walks = new WeakMap<History, Walk>()

/** The phases in the order in which they were really held, from the events that were not taken back. */
export function phaseSpans(history: History | null): readonly PhaseSpan[] {
  return walk(history).spans
}

/** What was found is kept for the newest event and for one in so many, so that a long session costs no more memory. */
const keptEvery = 64

// Each event is looked at once: the history is a list that only grows, so what was found for its tail stays true.
function walk(history: History | null): Walk {
  const fresh: History[] = []
  let entry = history
  while (entry !== null && !walks.has(entry)) {
    fresh.push(entry)
    entry = entry.earlier
  }
  let so = (entry === null ? undefined : walks.get(entry)) ?? nothing
  if (fresh.length > 0 && entry !== null && !isKept(entry)) walks.delete(entry)
  for (const next of fresh.toReversed()) {
    so = step(so, next)
    if (next === history || isKept(next)) walks.set(next, so)
  }
  return so
}

function isKept({ event }: History): boolean {
  return event.seq % keptEvery === 0
}

function step(before: Walk, { event, isUndone, earlier }: History): Walk {
  const passedMs = before.isOn && earlier !== null ? passedBetween(earlier.event, event) : 0
  const elapsedMs = before.elapsedMs + passedMs
  const { body } = event
  if (isUndone) return { ...before, elapsedMs }
  switch (body.type) {
    case 'session.started':
      return { ...before, isOn: true }
    case 'phase.entered':
      return {
        isOn: before.isOn,
        elapsedMs,
        spans: [...close(before.spans, elapsedMs), open(body.phaseId, elapsedMs)],
      }
    case 'session.ended':
      return { isOn: false, elapsedMs, spans: close(before.spans, elapsedMs) }
    default:
      return { ...before, elapsedMs }
  }
}

function open(phaseId: PhaseId, startMs: number): PhaseSpan {
  return { phaseId, startMs, endMs: null }
}

function close(spans: readonly PhaseSpan[], endMs: number): PhaseSpan[] {
  return spans.map((span) => (span.endMs === null ? { ...span, endMs } : span))
}
