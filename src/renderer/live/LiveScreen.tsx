import type { SessionId } from '../../shared/ids.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { LiveSession } from './LiveSession.tsx'
import styles from './LiveScreen.module.css'
import { useSessionStore } from './use-session-store.ts'

interface LiveScreenProps {
  readonly sessionId: SessionId
}

/** The screen a session is run on, from the pre-flight to the close. */
export function LiveScreen({ sessionId }: LiveScreenProps) {
  return <Following key={sessionId} sessionId={sessionId} />
}

function Following({ sessionId }: LiveScreenProps) {
  const { store, snapshot } = useSessionStore(sessionId)
  const { go } = usePlace()
  switch (snapshot.status) {
    case 'opening':
      return (
        <main className={styles['waiting']} aria-busy>
          <output>Opening the session…</output>
        </main>
      )
    case 'failed':
      return (
        <main className={styles['waiting']}>
          <FailureNotice
            failure={snapshot.failure}
            actions={
              <>
                <Button look="primary" onPress={store.retry}>
                  Try again
                </Button>
                <Button onPress={() => go({ name: 'today' })}>Back to Today</Button>
              </>
            }
          />
        </main>
      )
    case 'open':
      return <LiveSession sessionId={sessionId} store={store} snapshot={snapshot} />
  }
}
