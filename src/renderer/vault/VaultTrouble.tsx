import type { Failure } from '../../shared/ipc/failure.ts'
import { CalmScreen } from '../app/CalmScreen.tsx'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'

// There is nothing on this screen to copy first, as there is on those of an open console.
const startAgain = 'Close the console and start it again. A running session goes on.'

interface VaultTroubleProps {
  readonly failure: Failure
  /** Left out where trying again cannot help. */
  readonly onRetry?: () => void
}

/** A vault that does not open, each reason in its own words. */
export function VaultTrouble({ failure, onRetry }: VaultTroubleProps) {
  const words = failureWords(failure)
  return (
    <CalmScreen
      title={words.happened.replace(/\.$/, '')}
      safe={words.safe}
      next={failure.code === 'core-gone' ? startAgain : words.next}
      actions={
        onRetry === undefined ? undefined : (
          <Button look="primary" size="large" onPress={onRetry}>
            Try again
          </Button>
        )
      }
    />
  )
}
