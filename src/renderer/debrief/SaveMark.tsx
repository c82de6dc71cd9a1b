import { Check, CircleAlert, CircleDashed } from 'lucide-react'
import type { SaveStatus } from './saver.ts'
import styles from './DebriefScreen.module.css'

/** Whether a text is on the disk, in a word and a shape. */
export function SaveMark({ status }: { readonly status: SaveStatus }) {
  switch (status.kind) {
    case 'untouched':
      return null
    case 'waiting':
    case 'saving':
      return (
        <span className={styles['saveMark']}>
          <CircleDashed aria-hidden size={14} strokeWidth={2} /> saving
        </span>
      )
    case 'saved':
      return (
        <span className={styles['saveMark']} data-kind="saved">
          <Check aria-hidden size={14} strokeWidth={2.25} /> saved
        </span>
      )
    case 'failed':
      return (
        <span className={styles['saveMark']} data-kind="failed">
          <CircleAlert aria-hidden size={14} strokeWidth={2} /> not saved
        </span>
      )
  }
}
