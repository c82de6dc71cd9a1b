import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { failureWords } from './failure-words.ts'

interface FailureNoticeProps {
  /** Null shows nothing. */
  readonly failure: Failure | null
  readonly onRetry?: () => void
  readonly actions?: ReactNode
}

/** A failure in place: what happened, that nothing was lost, what to do next. */
export function FailureNotice({ failure, onRetry, actions }: FailureNoticeProps) {
  if (failure === null) return null
  const words = failureWords(failure)
  const retry = onRetry === undefined ? null : <Button onPress={onRetry}>Try again</Button>
  return (
    <Notice tone="amber" title={words.happened} announce="assertive" actions={actions ?? retry}>
      <p>
        {words.safe} {words.next}
      </p>
    </Notice>
  )
}
