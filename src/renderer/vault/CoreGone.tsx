import type { ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { failureWords } from '../app/failure-words.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './CoreGone.module.css'

interface CoreGoneProps {
  /** Why the vault cannot be reached any more; null while it can. */
  readonly failure: Failure | null
  readonly children: ReactNode
}

/**
 * Says above an open console that its core has stopped. The screen stays as it was: what was not saved yet can still be
 * copied from it.
 */
export function CoreGone({ failure, children }: CoreGoneProps) {
  return (
    <div className={styles['page']}>
      <div className={styles['notice']}>{failure === null ? null : <Stopped failure={failure} />}</div>
      <div className={styles['screen']}>{children}</div>
    </div>
  )
}

function Stopped({ failure }: { readonly failure: Failure }) {
  const { happened, safe, next } = failureWords(failure)
  return (
    <Notice tone="amber" title={happened} announce="assertive">
      <p>
        {safe} {next}
      </p>
    </Notice>
  )
}
