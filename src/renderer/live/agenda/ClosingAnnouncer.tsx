import { useState } from 'react'
import { closingOf, nextThreshold, thresholdsBehind } from '../../../shared/session/closing.ts'
import { useAdvanced } from '../live-context.ts'
import { closingSentence } from './closing-words.ts'

/** Says 15, 10 and 5 minutes before the end how long there is, each once and politely. Nothing sounds. */
export function ClosingAnnouncer() {
  const state = useAdvanced(5_000)
  const [{ said, words }, setSaid] = useState(() => ({ said: thresholdsBehind(state), words: '' }))
  const next = nextThreshold(said, state)
  if (next !== null) {
    const closing = closingOf(state)
    setSaid({ said: [...said, next], words: closing === null ? words : closingSentence(closing) })
  }
  return <output>{words}</output>
}
