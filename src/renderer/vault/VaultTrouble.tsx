import type { Failure } from '../../shared/ipc/failure.ts'
import { CalmScreen } from '../app/CalmScreen.tsx'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'

interface VaultTroubleProps {
  readonly failure: Failure
  readonly onRetry: () => void
}

/** A vault that does not open, each reason in its own words. */
export function VaultTrouble({ failure, onRetry }: VaultTroubleProps) {
  const words = failureWords(failure)
  return (
    <CalmScreen
      title={words.happened.replace(/\.$/, '')}
      safe={words.safe}
      next={words.next}
      actions={
        <Button look="primary" size="large" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  )
}
