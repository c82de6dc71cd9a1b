import type { Span } from '../../shared/session/spans.ts'

/** Paths of a score: x is session time in milliseconds, y a pixel. They are stretched to the width that there is. */

/** Five lines for each time in the room. */
export function staffPath(presence: readonly Span[], middle: number, spacing: number): string {
  return [-2, -1, 0, 1, 2]
    .flatMap((line) =>
      presence.map(({ startMs, endMs }) => `M${startMs} ${middle + line * spacing}H${endMs}`),
    )
    .join('')
}

/** Spans as bars at one height. What lies nearer than `nearMs` is one bar: however long the session, no more can be seen.
 * None is shorter than `leastMs`. */
export function barsPath(spans: readonly Span[], y: number, nearMs: number, leastMs = 0): string {
  let path = ''
  let bar: Span | undefined
  for (const { startMs, endMs } of spans) {
    const span = { startMs, endMs: Math.max(endMs, startMs + leastMs) }
    if (bar !== undefined && span.startMs - bar.endMs <= nearMs) {
      bar = { startMs: bar.startMs, endMs: Math.max(bar.endMs, span.endMs) }
      continue
    }
    if (bar !== undefined) path += barPath(bar, y)
    bar = span
  }
  return bar === undefined ? path : path + barPath(bar, y)
}

function barPath({ startMs, endMs }: Span, y: number): string {
  return `M${startMs} ${y}H${endMs}`
}

/** Points of no length, which a round stroke makes dots. */
export function dotsPath(times: readonly number[], y: number): string {
  return times.map((ms) => `M${ms} ${y}h0`).join('')
}

/** Upright lines from top to bottom. */
export function barLinesPath(times: readonly number[], height: number): string {
  return times.map((ms) => `M${ms} 0V${height}`).join('')
}

/** From where a phase was planned, above, to where it was entered, below: it bends in between. */
export function bendPath(
  plannedMs: number,
  heldMs: number,
  [top, from, to, bottom]: readonly number[],
): string {
  const middle = ((from ?? 0) + (to ?? 0)) / 2
  return `M${plannedMs} ${top}V${from}C${plannedMs} ${middle} ${heldMs} ${middle} ${heldMs} ${to}V${bottom}`
}

/** A slur from one line to another, swelling to the side. `bulgeMs`: how far. */
export function slurPath(
  from: { readonly ms: number; readonly y: number },
  to: { readonly ms: number; readonly y: number },
  bulgeMs: number,
): string {
  const outMs = Math.max(from.ms, to.ms) + bulgeMs
  const third = (to.y - from.y) / 3
  return `M${from.ms} ${from.y}C${outMs} ${from.y + third} ${outMs} ${to.y - third} ${to.ms} ${to.y}`
}
