import { maxPhaseMinutes } from '../../../shared/agenda/phase.ts'
import type { PhaseId } from '../../../shared/ids.ts'
import type { Command } from '../../../shared/session/commands.ts'
import type { PhaseProgress, SessionState } from '../../../shared/session/state.ts'
import { fewestMinutes, keepsMinutes, type PhaseMinutes } from '../../../shared/session/trim-agenda.ts'
import { agendaMinutes, chosenPlan, startChoice, type StartEnd } from '../late-start.ts'
import { paceOf } from '../pace.ts'
import { proposeTrim } from '../propose-trim.ts'

/** Minutes that are being tried out. Nothing of it is in the session before it is used. */
export interface AgendaDraft {
  readonly minutes: ReadonlyMap<PhaseId, number>
  /** Breaks and protected phases that may give up minutes, because the facilitator said so of each. */
  readonly released: ReadonlySet<PhaseId>
}

/** Begins with what would be proposed now, so that the proposal can be changed instead of typed. `state` must be advanced to now. */
export function openDraft(state: SessionState, wish: StartEnd): AgendaDraft {
  return { minutes: new Map(proposed(state, wish)), released: new Set() }
}

function proposed(state: SessionState, wish: StartEnd): (readonly [PhaseId, number])[] {
  if (state.stage === 'prepared' && state.stamp !== null) {
    const { phases } = chosenPlan(startChoice(state, state.stamp), wish)
    return (phases ?? []).map(({ id, minutes }) => [id, minutes] as const)
  }
  return (proposeTrim(state)?.trims ?? []).map(({ phaseId, minutes }) => [phaseId, minutes] as const)
}

/** Whether its minutes can still be changed. */
export function isOpen({ status }: Pick<PhaseProgress, 'status'>): boolean {
  return status === 'ahead' || status === 'current'
}

export function draftMinutes(draft: AgendaDraft, phase: PhaseProgress): number {
  return isOpen(phase) ? (draft.minutes.get(phase.id) ?? phase.minutes) : phase.minutes
}

export function setDraftMinutes(draft: AgendaDraft, phaseId: PhaseId, minutes: number): AgendaDraft {
  return { ...draft, minutes: new Map([...draft.minutes, [phaseId, minutes]]) }
}

export function release(draft: AgendaDraft, phaseId: PhaseId): AgendaDraft {
  return { ...draft, released: new Set([...draft.released, phaseId]) }
}

interface Bounds {
  readonly fewest: number
  readonly most: number
}

/** Between what a phase can be given. A break or a protected phase gives up nothing before it is released. */
export function draftBounds(draft: AgendaDraft, phase: PhaseProgress): Bounds {
  const isKept = keepsMinutes(phase) && !draft.released.has(phase.id)
  return { fewest: isKept ? phase.minutes : fewestMinutes(phase), most: maxPhaseMinutes }
}

/** A break or a protected phase that has minutes to give, but not before it is released. */
export function canRelease(draft: AgendaDraft, phase: PhaseProgress): boolean {
  return keepsMinutes(phase) && !draft.released.has(phase.id) && fewestMinutes(phase) < phase.minutes
}

function changes(state: SessionState, draft: AgendaDraft): PhaseMinutes[] {
  return state.phases
    .filter((phase) => draftMinutes(draft, phase) !== phase.minutes)
    .map((phase) => ({ phaseId: phase.id, minutes: draftMinutes(draft, phase) }))
}

/** Null when the draft changes nothing. */
export function draftCommand(state: SessionState, draft: AgendaDraft): Command | null {
  const minutes = changes(state, draft)
  return minutes.length === 0 ? null : { type: 'replan', minutes }
}

/** How an agenda stands against the time that is left, in whole minutes that add up. */
interface Balance {
  readonly leftMinutes: number
  readonly askedMinutes: number
  /** Negative when time stays free. */
  readonly overMinutes: number
  /** Breaks and protected phases to come, which give up nothing. */
  readonly kept: readonly { readonly name: string; readonly minutes: number }[]
}

/** Null when no session is prepared or goes on. `state` must be advanced to now. */
export function draftBalance(state: SessionState, draft: AgendaDraft, wish: StartEnd): Balance | null {
  const phases = state.phases.map((phase) => ({ ...phase, minutes: draftMinutes(draft, phase) }))
  const over = overOf({ ...state, phases }, wish)
  if (over === null) return null
  return {
    ...over,
    askedMinutes: over.leftMinutes + over.overMinutes,
    kept: phases
      .filter((phase) => isOpen(phase) && keepsMinutes(phase) && !draft.released.has(phase.id))
      .map(({ name, minutes }) => ({ name, minutes })),
  }
}

function overOf(state: SessionState, wish: StartEnd): Pick<Balance, 'leftMinutes' | 'overMinutes'> | null {
  if (state.stage === 'prepared' && state.stamp !== null) {
    const choice = startChoice(state, state.stamp)
    const { lengthMinutes } = wish === 'as-scheduled' ? choice.asScheduled : choice.fullLength
    return { leftMinutes: lengthMinutes, overMinutes: agendaMinutes(state) - lengthMinutes }
  }
  const pace = paceOf(state)
  return pace === null
    ? null
    : {
        leftMinutes: Math.max(0, Math.floor(pace.leftMs / 60_000)),
        overMinutes: pace.behindMinutes,
      }
}

/** `52 min planned, 49 left: 3 too many.` */
export function balanceWords({ leftMinutes, askedMinutes, overMinutes }: Balance): string {
  const sum = `${askedMinutes} min planned, ${leftMinutes} left`
  if (overMinutes === 0) return `${sum}: it fits.`
  return overMinutes > 0 ? `${sum}: ${overMinutes} too many.` : `${sum}: ${-overMinutes} free.`
}

/** `Not to be eaten: Break 10, Check-out round 5.` Empty when there is nothing of the kind. */
export function keptWords({ kept }: Balance): string {
  if (kept.length === 0) return ''
  return `Not to be eaten: ${kept.map(({ name, minutes }) => `${name} ${minutes}`).join(', ')}.`
}
