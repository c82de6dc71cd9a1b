import { useState } from 'react'
import type { SessionState } from '../../../shared/session/state.ts'
import {
  closingOf,
  nextThreshold,
  stillSaid,
  thresholdsBehind,
  type ClosingThreshold,
} from '../../../shared/session/closing.ts'
import { useAdvanced } from '../live-context.ts'
import { closingSentence } from './closing-words.ts'

interface Told {
  readonly said: readonly ClosingThreshold[]
  readonly words: string
  /** The length of the session that the words were about. */
  readonly lengthMinutes: number
}

/** Says 15, 10 and 5 minutes before the end how long there is, each once and politely. Nothing sounds. */
export function ClosingAnnouncer() {
  const state = useAdvanced(5_000)
  const [told, setTold] = useState<Told>(() => ({
    said: thresholdsBehind(state),
    words: '',
    lengthMinutes: state.lengthMinutes,
  }))
  const now = tell(told, state)
  if (now !== told) setTold(now)
  return <output>{now.words}</output>
}

function tell(told: Told, state: SessionState): Told {
  const { lengthMinutes } = state
  // Words about the end as it was would now be wrong, and the end as it is has its own.
  const so =
    told.lengthMinutes === lengthMinutes
      ? told
      : { said: stillSaid(told.said, state), words: '', lengthMinutes }
  const next = nextThreshold(so.said, state)
  const closing = closingOf(state)
  return next === null || closing === null
    ? so
    : { ...so, said: [...so.said, next], words: closingSentence(closing) }
}
