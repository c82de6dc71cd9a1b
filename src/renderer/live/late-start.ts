import { fitAgenda } from '../../shared/agenda/fit-agenda.ts'
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

interface StartChoice {
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
  const fitted = lengthMinutes < 1 ? null : fitAgenda(state.phases, lengthMinutes)
  return {
    end,
    lengthMinutes,
    endsAtMs: now.wallMs + lengthMinutes * minuteMs,
    phases: fitted?.ok === true ? fitted.value : null,
  }
}

/** What is on stage: the wish, unless the agenda cannot be made that short. */
export function chosenPlan(choice: StartChoice, wish: StartEnd): StartPlan {
  return wish === 'as-scheduled' && choice.asScheduled.phases !== null
    ? choice.asScheduled
    : choice.fullLength
}
