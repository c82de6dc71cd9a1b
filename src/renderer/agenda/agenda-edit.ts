import { counted } from '../../shared/count.ts'
import { maxPhaseMinutes, totalMinutes, type Phase } from '../../shared/agenda/phase.ts'
import type { PhaseId } from '../../shared/ids.ts'

/** The most phases that an agenda may have. */
export const maxPhases = 24

/** Moves a phase by so many places; at either end it stays where it is. */
export function movePhase(phases: readonly Phase[], id: PhaseId, by: number): readonly Phase[] {
  const from = phases.findIndex((phase) => phase.id === id)
  const phase = phases[from]
  if (phase === undefined) return phases
  const to = Math.min(Math.max(from + by, 0), phases.length - 1)
  return phases.toSpliced(from, 1).toSpliced(to, 0, phase)
}

/** Puts a phase before or after another one, as a drop says it. */
export function dropPhase(
  phases: readonly Phase[],
  id: PhaseId,
  target: { readonly id: PhaseId; readonly side: 'before' | 'after' },
): readonly Phase[] {
  const phase = phases.find((entry) => entry.id === id)
  if (phase === undefined || id === target.id) return phases
  const others = phases.filter((entry) => entry.id !== id)
  const at = others.findIndex((entry) => entry.id === target.id)
  if (at === -1) return phases
  return others.toSpliced(target.side === 'before' ? at : at + 1, 0, phase)
}

/** Changes what is given of one phase. */
export function changePhase(
  phases: readonly Phase[],
  id: PhaseId,
  change: Partial<Omit<Phase, 'id'>>,
): readonly Phase[] {
  return phases.map((phase) => (phase.id === id ? { ...phase, ...change } : phase))
}

/** Adds a phase before a protected close, since the close stays last; it takes the minutes that are still free. */
export function addPhase(phases: readonly Phase[], id: PhaseId, lengthMinutes: number): readonly Phase[] {
  const free = lengthMinutes - totalMinutes(phases)
  const minutes = free > 0 ? Math.min(free, maxPhaseMinutes) : 5
  const phase: Phase = {
    id,
    name: 'New phase',
    kind: 'plain',
    minutes,
    minimumMinutes: Math.min(5, minutes),
    isProtected: false,
  }
  const endsProtected = phases.at(-1)?.isProtected === true
  return phases.toSpliced(endsProtected ? phases.length - 1 : phases.length, 0, phase)
}

export type PhaseField = 'name' | 'minutes' | 'minimumMinutes'

/** What is wrong with one phase, in words for its fields; empty when it can be kept. */
export function phaseProblems(phase: Phase): Partial<Record<PhaseField, string>> {
  return {
    ...(phase.name.trim() === '' ? { name: 'Give this phase a name.' } : {}),
    ...(Array.from(phase.name.trim()).length > 60 ? { name: 'At most 60 characters.' } : {}),
    ...(isWholeMinutes(phase.minutes) ? {} : { minutes: `1 to ${maxPhaseMinutes} minutes.` }),
    ...minimumProblem(phase),
  }
}

function isWholeMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= maxPhaseMinutes
}

function minimumProblem({ minutes, minimumMinutes }: Phase) {
  if (!isWholeMinutes(minimumMinutes)) return { minimumMinutes: `1 to ${maxPhaseMinutes} minutes.` }
  if (minimumMinutes > minutes) return { minimumMinutes: 'The minimum cannot be more than the minutes.' }
  return {}
}

/** How the minutes of an agenda stand to the session's length: the words beside the total. */
export function balanceWords(phases: readonly Phase[], lengthMinutes: number): string {
  const free = lengthMinutes - totalMinutes(phases)
  if (free === 0) return 'The session is filled.'
  const count = counted(Math.abs(free), 'minute')
  return free > 0 ? `${count} still free.` : `${count} too many.`
}
