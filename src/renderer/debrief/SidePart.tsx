import { useId, type ReactNode } from 'react'
import styles from './SidePart.module.css'

interface SidePartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of the column at the side, under a line and a heading of its own. */
export function SidePart({ title, children }: SidePartProps) {
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
