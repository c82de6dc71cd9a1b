import type { Failure } from '../../shared/ipc/failure.ts'
import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Button } from '../ui/Button.tsx'
import { CalmScreen } from './CalmScreen.tsx'
import { failureWords } from './failure-words.ts'
import { usePlace, type Place } from './navigation.tsx'

interface SessionTroubleProps {
  readonly failure: Failure
  readonly onRetry: () => void
  /** The list from which one came here. */
  readonly from: Extract<Place['name'], 'today' | 'sessions'>
  /** False inside the frame. */
  readonly isWhole?: boolean
}

/** In the place of a session that cannot be shown. Trying again is offered where it can go another way. */
export function SessionTrouble({ failure, onRetry, from, isWhole = true }: SessionTroubleProps) {
  const { go } = usePlace()
  const { happened, safe, next } = failureWords(failure)
  const isLost = failure.code === 'log-not-whole'
  return (
    <CalmScreen
      title={happened.replace(/\.$/, '')}
      safe={safe}
      next={next}
      isWhole={isWhole}
      actions={
        <>
          {isLost ? null : (
            <Button look="primary" onPress={onRetry}>
              Try again
            </Button>
          )}
          <Button look={isLost ? 'primary' : 'quiet'} onPress={() => go({ name: from })}>
            {from === 'today' ? 'Back to Today' : 'Back to Sessions'}
          </Button>
          {isLost ? (
            <AuthorOnly>
              <Button onPress={() => go({ name: 'vault' })}>See the backups</Button>
            </AuthorOnly>
          ) : null}
        </>
      }
    />
  )
}
