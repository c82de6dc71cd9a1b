import { currentPhase } from '../../shared/session/decision.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useLive } from './live-context.ts'

/** Says the steps of the session to those who hear it, and waits for its turn to speak. */
export function Announcer() {
  const { state } = useLive()
  return (
    <VisuallyHidden>
      <output>{stageWords(state)}</output>
    </VisuallyHidden>
  )
}

function stageWords(state: SessionState): string {
  const phase = currentPhase(state)
  switch (state.stage) {
    case 'empty':
    case 'prepared':
      return ''
    case 'running':
      return phase === undefined ? '' : `${phase.name}, ${phase.minutes} minutes`
    case 'paused':
      return state.pauseKind === 'break' ? 'Break' : 'Paused'
    case 'ended':
      return 'The session has ended'
  }
}
