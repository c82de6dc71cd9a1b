import type { ReactNode } from 'react'
import { BackButton } from '../app/BackButton.tsx'
import styles from './KeysPage.module.css'

interface KeysPageProps {
  readonly children: ReactNode
  /** The ring at the side. */
  readonly ring: ReactNode
}

/** The look of the first run, in an open console: one thing to do at the left, the ring at the right. */
export function KeysPage({ children, ring }: KeysPageProps) {
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>
      </div>
      <div className={styles['content']}>{children}</div>
      <div className={styles['ring']}>{ring}</div>
    </div>
  )
}
