import type { ReactNode } from 'react'
import { BackButton } from '../app/BackButton.tsx'
import styles from './KeysPage.module.css'

interface KeysPageProps {
  readonly children: ReactNode
  /** The ring at the side. */
  readonly ring: ReactNode
  /** While it stands in the place of the console, there is nothing to go back to. */
  readonly isAlone?: boolean
}

/** The look of the first run, in an open console: one thing to do at the left, the ring at the right. */
export function KeysPage({ children, ring, isAlone = false }: KeysPageProps) {
  // In the frame the landmark is the frame's.
  const Page = isAlone ? 'main' : 'div'
  return (
    <Page className={styles['page']}>
      <div className={styles['head']}>
        {isAlone ? null : <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>}
      </div>
      <div className={styles['content']}>{children}</div>
      <div className={styles['ring']}>{ring}</div>
    </Page>
  )
}
