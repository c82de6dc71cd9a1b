import type { ReactNode } from 'react'
import styles from './Announced.module.css'

/** Around live regions that are heard and not seen. A dialog silences what is behind it, but not what is marked like this. */
export function Announced({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['region']} data-live-announcer="true">
      {children}
    </div>
  )
}
