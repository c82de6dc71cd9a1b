import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'
import { Ring } from './Ring.tsx'

interface EmptyStateProps {
  readonly title: string
  /** What goes here. */
  readonly children: ReactNode
  /** The first thing to do about it. */
  readonly action?: ReactNode
  readonly level?: 1 | 2 | 3
}

export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Title = `h${level}` as const
  return (
    <div className={styles['empty']}>
      <Ring size={72} />
      <Title className={styles['title']}>{title}</Title>
      <p className={styles['words']}>{children}</p>
      {action}
    </div>
  )
}
