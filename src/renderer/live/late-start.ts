import { fitAgenda } from '../../shared/agenda/fit-agenda.ts'
import { totalMinutes } from '../../shared/agenda/phase.ts'
import type { Command } from '../../shared/session/commands.ts'
import { minutesUntilPlannedEnd } from '../../shared/session/decide.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'

const minuteMs = 60_000

export type StartEnd = Extract<Command, { type: 'start' }>['end']

/** One way to begin now: how long it would go, until when, and what each phase would get. */
export interface StartPlan {
  readonly end: StartEnd
  readonly lengthMinutes: number
  readonly endsAtMs: number
  /** Null when the phases cannot become this short. */
  readonly phases: readonly PhaseProgress[] | null
}

export interface StartChoice {
  /** Whole minutes after the planned start; negative before it; 0 too when there is no schedule. */
  readonly lateMinutes: number
  readonly asScheduled: StartPlan
  readonly fullLength: StartPlan
}

/** The two ends that a session can be started towards. They are the same when it begins on time. */
export function startChoice(state: SessionState, now: Stamp): StartChoice {
  const untilEnd = minutesUntilPlannedEnd(state, now)
  return {
    lateMinutes: state.lengthMinutes - untilEnd,
    asScheduled: plan(state, 'as-scheduled', untilEnd, now),
    fullLength: plan(state, 'full-length', state.lengthMinutes, now),
  }
}

function plan(state: SessionState, end: StartEnd, lengthMinutes: number, now: Stamp): StartPlan {
  const fitted = lengthMinutes < 1 ? null : fitAgenda(state.phases.filter(isHeld), lengthMinutes)
  const minutes = fitted?.ok === true ? new Map(fitted.value.map((phase) => [phase.id, phase.minutes])) : null
  return {
    end,
    lengthMinutes,
    endsAtMs: now.wallMs + lengthMinutes * minuteMs,
    phases:
      minutes === null
        ? null
        : state.phases.map((phase) => ({ ...phase, minutes: minutes.get(phase.id) ?? phase.minutes })),
  }
}

// What was left out before the start takes no time, but keeps its place in the agenda.
function isHeld({ status }: PhaseProgress): boolean {
  return status !== 'skipped'
}

/** What the phases ask for that were not left out. */
export function agendaMinutes({ phases }: Pick<SessionState, 'phases'>): number {
  return totalMinutes(phases.filter(isHeld))
}

/** How many minutes too short the session is for its agenda, once all that can give has given; 0 when it can begin. */
export function missingMinutes({ fullLength }: StartChoice, { phases }: SessionState): number {
  if (fullLength.phases !== null) return 0
  const fitted = fitAgenda(phases.filter(isHeld), fullLength.lengthMinutes)
  return fitted.ok ? 0 : fitted.error.shortestMinutes - fullLength.lengthMinutes
}

/** What starts the session now: as wished, or in its full length where the agenda cannot be made as short as that. */
export function startCommand(state: SessionState, now: Stamp, wish: StartEnd): Command {
  return { type: 'start', end: chosenPlan(startChoice(state, now), wish).end }
}

/** What is on stage: the wish, unless the agenda cannot be made that short. */
export function chosenPlan(choice: StartChoice, wish: StartEnd): StartPlan {
  return wish === 'as-scheduled' && choice.asScheduled.phases !== null
    ? choice.asScheduled
    : choice.fullLength
}
