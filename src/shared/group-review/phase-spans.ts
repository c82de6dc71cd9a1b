import type { PhaseKind } from '../agenda/phase.ts'

/** One phase as one session had it, sessions in the order of their starts and phases in that of the session. */
export interface HeldPhase {
  readonly name: string
  readonly kind: PhaseKind
  readonly plannedMinutes: number
  readonly actualMs: number
}

/** How long a phase took in the sessions that held it, in milliseconds. */
export interface PhaseSpan {
  readonly name: string
  readonly kind: PhaseKind
  /** As it was planned last. */
  readonly plannedMinutes: number
  readonly held: number
  /** It took no time: it was left out, or the session ended before it. */
  readonly leftOut: number
  readonly shortestMs: number
  /** Half of the sessions lie between these two. */
  readonly usualFromMs: number
  readonly usualToMs: number
  readonly longestMs: number
}

/**
 * Planned beside actual time of each phase, in the order of the last session that had it. A phase is known by its name: a
 * template that was taken again has other ids. One that no session held is left out.
 */
export function phaseSpans(sessions: readonly (readonly HeldPhase[])[]): readonly PhaseSpan[] {
  const byName = Map.groupBy(sessions.flat(), ({ name }) => keyOf(name))
  const spans = [...byName.values()].flatMap((times) => spanOf(times) ?? [])
  const places = new Map(
    sessions.flatMap((phases, session) =>
      phases.map(({ name }, place) => [keyOf(name), { session, place }] as const),
    ),
  )
  const nowhere = { session: -1, place: 0 }
  return spans.toSorted((a, b) => {
    const [one, other] = [places.get(keyOf(a.name)) ?? nowhere, places.get(keyOf(b.name)) ?? nowhere]
    return other.session - one.session || one.place - other.place
  })
}

function spanOf(times: readonly HeldPhase[]): PhaseSpan | null {
  const last = times.at(-1)
  const sorted = times.flatMap(({ actualMs }) => (actualMs > 0 ? [actualMs] : [])).toSorted((a, b) => a - b)
  if (last === undefined || sorted.length === 0) return null
  const { name, kind, plannedMinutes } = last
  const at = (index: number) => sorted[index] ?? 0
  return {
    name,
    kind,
    plannedMinutes,
    held: sorted.length,
    leftOut: times.length - sorted.length,
    shortestMs: at(0),
    usualFromMs: at(Math.floor((sorted.length - 1) / 4)),
    usualToMs: at(Math.ceil(((sorted.length - 1) * 3) / 4)),
    longestMs: at(sorted.length - 1),
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
