import { openGap } from '../../shared/session/apply-gap.ts'
import { currentPhase } from '../../shared/session/decision.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { gapWords } from './gap-answers.ts'

/**
 * What is said to those who hear the screen: where the session stands, and a gap that waits for an answer. Who has the
 * floor is not: it changes too often to be spoken over people.
 */
export function announcement(state: SessionState, zone: string): string {
  const gap = openGap(state)
  return gap === undefined ? stageWords(state) : `${gapWords(gap, zone)} What was it?`
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
