import { useEffect, useRef } from 'react'
import { useRead } from '../app/api.ts'
import { playChime } from './chime.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { hasRunOut, phaseTime, type PhaseTime } from './phase-over.ts'

/**
 * Rings once when a phase has used its minutes, if that was switched on, in every type of group: whoever switches it on
 * knows the room. Concealed it rings too, since it tells no more than the clock that stays in view; a locked console has
 * no session on its screen, and is silent.
 */
export function PhaseChime() {
  const preferences = useRead('preferences.read', {})
  return preferences.status === 'ready' && preferences.value.hasChime ? <Chime /> : null
}

function Chime() {
  const { showsSeconds } = useLive()
  const now = phaseTime(useAdvanced(tickMs(showsSeconds)))
  const before = useRef<PhaseTime | null>(null)
  useEffect(() => {
    if (hasRunOut(before.current, now)) void playChime()
    before.current = now
  })
  return null
}
