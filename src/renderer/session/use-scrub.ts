import { useMemo, useState } from 'react'
import { stopFrom, stopsOf } from '../../shared/session/score-moment.ts'
import type { Score } from '../../shared/session/score.ts'

/** The moment that is looked at, and the ways to another one. */
export interface Scrub {
  readonly ms: number
  readonly to: (ms: number) => void
  /** Goes by a key of a slider; false for a key that is none of its. */
  readonly byKey: (key: string) => boolean
}

const minuteMs = 60_000

/**
 * Left and right go turn by turn, up and down by the minute, Page Up and Page Down by the phase, Home and End to the ends.
 */
export function useScrub(score: Score): Scrub {
  const [ms, setMs] = useState(0)
  const stops = useMemo(() => stopsOf(score), [score])
  const phases = useMemo(() => phaseStops(score), [score])
  return useMemo(() => {
    const to = (wanted: number) => setMs(Math.round(Math.max(0, Math.min(score.lengthMs, wanted))))
    const ways: Readonly<Record<string, () => number>> = {
      ArrowRight: () => stopFrom(stops, ms, 'next'),
      ArrowLeft: () => stopFrom(stops, ms, 'previous'),
      ArrowUp: () => ms + minuteMs,
      ArrowDown: () => ms - minuteMs,
      PageDown: () => stopFrom(phases, ms, 'next'),
      PageUp: () => stopFrom(phases, ms, 'previous'),
      Home: () => 0,
      End: () => score.lengthMs,
    }
    return {
      ms,
      to,
      byKey(key) {
        const way = ways[key]
        if (way !== undefined) to(way())
        return way !== undefined
      },
    }
  }, [score, stops, phases, ms])
}

function phaseStops({ held, lengthMs }: Score): number[] {
  return [...new Set([0, ...held.map(({ startMs }) => startMs), lengthMs])].toSorted((a, b) => a - b)
}
