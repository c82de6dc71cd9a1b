import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './SortHeading.module.css'

export type Sorted = false | 'asc' | 'desc'

/** For the heading's cell, which says it to those who hear the table. */
export function ariaSort(sorted: Sorted) {
  if (sorted === false) return undefined
  return sorted === 'asc' ? 'ascending' : 'descending'
}

interface SortHeadingProps {
  readonly sorted: Sorted
  readonly onSort: ((event: unknown) => void) | undefined
  readonly children: ReactNode
}

/** The words of a heading that sorts its table. */
export function SortHeading({ sorted, onSort, children }: SortHeadingProps) {
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <button type="button" className={styles['sort']} onClick={onSort}>
      {children}
      <Arrow
        aria-hidden
        size={13}
        strokeWidth={2}
        className={classNames(styles['arrow'], sorted === false && styles['unsorted'])}
      />
    </button>
  )
}
