import { shareOut } from '../agenda/fit-agenda.ts'
import type { PhaseId } from '../ids.ts'
import type { PhaseProgress } from './state.ts'

/** What a phase is to get, in whole minutes. */
export interface PhaseMinutes {
  readonly phaseId: PhaseId
  readonly minutes: number
}

/** Breaks and protected phases keep their minutes unless somebody plainly says otherwise. */
export function keepsMinutes({ isProtected, kind }: Pick<PhaseProgress, 'isProtected' | 'kind'>): boolean {
  return isProtected || kind === 'break'
}

type Held = Pick<PhaseProgress, 'minutes' | 'minimumMinutes' | 'actualMs' | 'status'>

/**
 * The fewest whole minutes that a phase can be brought down to: its minimum, and what it has had already. The phase that
 * is on keeps a minute more, so that it can be closed.
 */
export function fewestMinutes({ minutes, minimumMinutes, actualMs, status }: Held): number {
  const hadMinutes = Math.ceil(actualMs / 60_000) + (status === 'current' ? 1 : 0)
  return Math.min(minutes, Math.max(minimumMinutes, hadMinutes))
}

function spareMinutes(phase: PhaseProgress): number {
  const isOpen = phase.status === 'ahead' || phase.status === 'current'
  return isOpen && !keepsMinutes(phase) ? phase.minutes - fewestMinutes(phase) : 0
}

/**
 * Wins back `wantedMinutes`, or as many as can be won, by changing as few phases as possible: those with the most to
 * give, each by its share. The phase that is on gives only what those ahead cannot. Phases in the order of the agenda.
 */
export function trimAgenda(phases: readonly PhaseProgress[], wantedMinutes: number): readonly PhaseMinutes[] {
  const givers = phases
    .map((phase, index) => ({ phase, index, spare: spareMinutes(phase) }))
    .filter(({ spare }) => spare > 0)
  const ahead = givers.filter(({ phase }) => phase.status === 'ahead')
  const able = spareOf(ahead) >= wantedMinutes ? ahead : givers
  const minutes = Math.min(wantedMinutes, spareOf(able))
  const chosen = fewestFor(minutes, able)
  const shares = shareOut(
    minutes,
    chosen.map(({ spare }) => spare),
  )
  return chosen
    .map(({ phase, index }, at) => ({ phase, index, share: shares[at] ?? 0 }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => a.index - b.index)
    .map(({ phase, share }) => ({ phaseId: phase.id, minutes: phase.minutes - share }))
}

interface Giver {
  readonly phase: PhaseProgress
  readonly index: number
  readonly spare: number
}

function spareOf(givers: readonly Giver[]): number {
  return givers.reduce((sum, { spare }) => sum + spare, 0)
}

// The longer one first where two could give the same: a minute is missed least there.
function fewestFor(minutes: number, givers: readonly Giver[]): readonly Giver[] {
  const byMost = givers.toSorted(
    (a, b) => b.spare - a.spare || b.phase.minutes - a.phase.minutes || a.index - b.index,
  )
  let won = 0
  return byMost.filter(({ spare }) => {
    if (won >= minutes) return false
    won += spare
    return true
  })
}
