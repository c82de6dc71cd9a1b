import { useState } from 'react'
import type { SessionState } from '../../shared/session/state.ts'
import { Announced } from '../ui/Announced.tsx'
import { amendmentNames } from './amendment-words.ts'

interface SignedAnnouncerProps {
  readonly signed: SessionState['signed']
  /** How many notes the session has. */
  readonly noteCount: number
}

/** Tells those who hear the screen what was signed just now. Whose it was stays unsaid. */
export function SignedAnnouncer({ signed, noteCount }: SignedAnnouncerProps) {
  const [countAtFirst] = useState(signed.length)
  return (
    <Announced>
      <output>{signed.length === countAtFirst ? '' : signedJustNow(signed, noteCount)}</output>
    </Announced>
  )
}

// With a number, so that no two of them are the same words, which would be heard once.
function signedJustNow(signed: SessionState['signed'], noteCount: number): string {
  const last = signed.at(-1)
  if (last === undefined) return ''
  if (last.kind === 'note') {
    return `Note signed, ${signed.filter(({ kind }) => kind === 'note').length} of ${noteCount}`
  }
  const name = last.kind === 'co-signature' ? 'Co-signature' : amendmentNames[last.kind]
  return `${name} given, signature ${signed.length} of this session`
}
