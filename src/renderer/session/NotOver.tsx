import { usePlace } from '../app/navigation.tsx'
import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './SessionPage.module.css'
import type { SessionView } from './session-view.ts'

/** A session that is still to come, or goes on: Live has it. */
export function NotOver({ view: { sessionId, state, groupName } }: { readonly view: SessionView }) {
  const { go } = usePlace()
  const isPrepared = state.stage === 'prepared'
  return (
    <div className={styles['failed']}>
      <EmptyState
        level={1}
        title={isPrepared ? 'This session has not begun' : 'This session is going on'}
        action={
          <AuthorOnly>
            <Button look="primary" onPress={() => go({ name: 'live', sessionId })}>
              {isPrepared ? 'Open its circle' : 'Go to the circle'}
            </Button>
          </AuthorOnly>
        }
      >
        <bdi>{groupName}</bdi>, session {state.number}. Once it is closed, it can be looked through here.
      </EmptyState>
    </div>
  )
}
