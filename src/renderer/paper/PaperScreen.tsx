import type { SessionId } from '../../shared/ids.ts'
import type { History } from '../../shared/session/state.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { SessionTrouble } from '../app/SessionTrouble.tsx'
import { useSessionStore } from '../live/use-session-store.ts'
import { SheetEntry } from './SheetEntry.tsx'
import styles from './PaperScreen.module.css'

/** A session that was run on paper, entered from its sheet. */
export function PaperScreen({ sessionId }: { readonly sessionId: SessionId }) {
  const { store, snapshot } = useSessionStore(sessionId)
  const roster = useRead('roster.read', {})
  const left = useRead('sheet.kept', { sessionId })
  const now = useNow(30_000)
  const failed = [snapshot, roster].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') {
    const retry = () => (roster.status === 'failed' ? roster.retry() : store.retry())
    return <SessionTrouble failure={failed.failure} onRetry={retry} from="today" />
  }
  if (snapshot.status !== 'open' || roster.status !== 'ready' || left.status === 'reading' || now === null) {
    return <main className={styles['failed']} aria-busy />
  }
  const { state } = snapshot
  return (
    <SheetEntry
      sessionId={sessionId}
      state={state}
      preparedAtMs={firstMoment(state.history) ?? now.wallMs}
      roster={roster.value}
      now={now}
      left={left.status === 'ready' ? left.value : null}
    />
  )
}

function firstMoment(history: History | null): number | null {
  let first: number | null = null
  for (let entry = history; entry !== null; entry = entry.earlier) first = entry.event.stamp.wallMs
  return first
}
