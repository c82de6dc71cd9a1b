import { ClipboardPen } from 'lucide-react'
import type { SessionId } from '../../shared/ids.ts'
import { lateEntryWords } from '../../shared/record/late-entry.ts'
import { lastAct } from '../../shared/session/decide.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { findEntry } from '../paper/former-entry.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LateEntry.module.css'

interface LateEntryProps {
  readonly sessionId: SessionId
  readonly state: SessionState
  readonly zone: string
}

/** Says that nobody ran this session on the console; as long as nothing came after the entry, it can be taken back. */
export function LateEntry({ sessionId, state, zone }: LateEntryProps) {
  const { go } = usePlace()
  const { act, isBusy, failure } = useAct()
  const { enteredLateAtMs, endedAtMs } = state
  if (enteredLateAtMs === null || endedAtMs === null) return null
  const correct = async () => {
    const undone = await act('session.act', { sessionId, command: { type: 'undo' } })
    if (undone.ok) go({ name: 'paper', sessionId })
  }
  const isLast = findEntry(state.history)?.act === lastAct(state)
  return (
    <section aria-label="Entered late" className={styles['late']}>
      <ClipboardPen aria-hidden size={16} strokeWidth={1.75} />
      <p>
        <strong>{lateEntryWords(enteredLateAtMs, endedAtMs, zone)}.</strong> Who spoke, and for how long, was
        not observed.
      </p>
      {isLast ? (
        <Button size="small" look="plain" isDisabled={isBusy} onPress={() => void correct()}>
          Take it back and correct it
        </Button>
      ) : null}
      <FailureNotice failure={failure} />
    </section>
  )
}
