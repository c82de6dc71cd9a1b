import type { PhaseId } from '../../shared/ids.ts'
import type { Touches } from '../../shared/ipc/interaction-calls.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** How often the console was touched; typing words is no touch. */
export interface TouchTotals {
  readonly all: number
  /** While the session ran. */
  readonly during: number
  /** Per phase in the order of the agenda, without those in which nothing was touched. */
  readonly phases: readonly { readonly name: string; readonly count: number }[]
}

export function totalTouches(touches: readonly Touches[], phases: SessionState['phases']): TouchTotals {
  const inPhase = (id: PhaseId) => sum(touches.filter(({ phaseId }) => phaseId === id))
  return {
    all: sum(touches),
    during: sum(touches.filter(({ phaseId }) => phaseId !== null)),
    phases: phases.map(({ id, name }) => ({ name, count: inPhase(id) })).filter(({ count }) => count > 0),
  }
}

function sum(touches: readonly Touches[]): number {
  return touches.reduce((total, one) => total + touchesIn(one), 0)
}

function touchesIn({ keyPresses, clicks }: Touches): number {
  return keyPresses + clicks
}

/** `about once a minute`; null where a rate would say nothing. */
export function rateWords(count: number, elapsedMs: number): string | null {
  const minutes = elapsedMs / 60_000
  if (count === 0 || minutes < 5) return null
  const perMinute = count / minutes
  if (perMinute >= 1.5) return `about ${Math.round(perMinute)} times a minute`
  const everyMinutes = Math.round(minutes / count)
  return everyMinutes <= 1 ? 'about once a minute' : `about every ${everyMinutes} minutes`
}

/** Where most of it was: *mostly* is more than half. Null where no phase stands out. */
export function placeWords({ during, phases }: TouchTotals): string | null {
  const [first, second] = phases.toSorted((one, other) => other.count - one.count)
  if (first === undefined || first.count < 3 || first.count === second?.count) return null
  return first.count * 2 > during ? `mostly in ${first.name}` : `most often in ${first.name}`
}

/** Touches in equal spans of the session's minutes, `spanCount` at most. */
export function touchBars(touches: readonly Touches[], elapsedMs: number, spanCount: number): number[] {
  const minutes = Math.max(1, Math.ceil(elapsedMs / 60_000))
  const spanMinutes = Math.ceil(minutes / spanCount)
  const bars = Array.from({ length: Math.ceil(minutes / spanMinutes) }, () => 0)
  for (const one of touches) {
    if (one.phaseId === null) continue
    const index = Math.min(bars.length - 1, Math.floor(one.minute / spanMinutes))
    bars[index] = (bars[index] ?? 0) + touchesIn(one)
  }
  return bars
}
