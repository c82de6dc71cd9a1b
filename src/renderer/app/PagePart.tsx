import { useId, type ReactNode } from 'react'
import styles from './PagePart.module.css'

interface PagePartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function PagePart({ title, children }: PagePartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['part']}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      {children}
    </section>
  )
}
