import { Activity } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'
import { SessionTrouble } from '../app/SessionTrouble.tsx'
import { LiveSession } from './LiveSession.tsx'
import styles from './LiveScreen.module.css'
import { useSessionStore } from './use-session-store.ts'

interface LiveScreenProps {
  readonly sessionId: SessionId
  /** Otherwise it is made ready out of sight, for whoever goes there next. */
  readonly isShown: boolean
}

/** The screen a session is run on, from the pre-flight to the close. */
export function LiveScreen(props: LiveScreenProps) {
  return <Following key={props.sessionId} {...props} />
}

function Following({ sessionId, isShown }: LiveScreenProps) {
  const { store, snapshot } = useSessionStore(sessionId)
  useReadAhead(sessionId)
  if (snapshot.status !== 'open' && !isShown) return null
  switch (snapshot.status) {
    case 'opening':
      return (
        <main className={styles['waiting']} aria-busy>
          <output>Opening the session…</output>
        </main>
      )
    case 'failed':
      return <SessionTrouble failure={snapshot.failure} onRetry={store.retry} from="today" />
    case 'open':
      return (
        <Activity mode={isShown ? 'visible' : 'hidden'}>
          <LiveSession sessionId={sessionId} store={store} snapshot={snapshot} />
        </Activity>
      )
  }
}

/** What the circle asks for at once. Out of sight nothing is asked for. */
function useReadAhead(sessionId: SessionId): void {
  useRead('seats.read', { sessionId })
  useRead('session.baselines', { sessionId })
}
