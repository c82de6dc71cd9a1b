import { nameKey } from '../../shared/name-key.ts'
import { maxPhases } from '../../shared/agenda/phase.ts'
import { phaseIdSchema, type PhaseId } from '../../shared/ids.ts'
import type { LeftOpen } from '../../shared/ipc/preflight-calls.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { SessionState } from '../../shared/session/state.ts'

type Agenda = Pick<SessionState, 'stage' | 'phases'>

/** Whether a phase of this name is held today, or was; one that is left out today is not. */
export function isInAgenda({ phases }: Agenda, name: string): boolean {
  return phases.some((phase) => phase.status !== 'skipped' && nameKey(phase.name) === nameKey(name))
}

/** Whether there is still a place for one more phase before the close. */
export function hasPlace({ stage, phases }: Agenda): boolean {
  return stage !== 'ended' && phases.length < maxPhases && phases.some(({ status }) => status === 'ahead')
}

/** Takes up again what was left open, as it was planned, before the protected close. */
export function takeUpCommand(state: Agenda, { name, kind, minutes, minimumMinutes }: LeftOpen): Command {
  return {
    type: 'insert-phase',
    phase: {
      id: phaseIdSchema.parse(crypto.randomUUID()),
      name,
      kind,
      minutes,
      minimumMinutes,
      isProtected: false,
    },
    beforePhaseId: closeAhead(state),
  }
}

// A protected phase in the middle, as a reading that is never shortened, is no close.
function closeAhead({ phases }: Agenda): PhaseId | null {
  const ahead = phases.filter(({ status }) => status === 'ahead')
  const lastOpen = ahead.findLastIndex(({ isProtected }) => !isProtected)
  return ahead[lastOpen + 1]?.id ?? null
}
