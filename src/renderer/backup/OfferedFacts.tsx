import { History, NotebookPen } from 'lucide-react'
import type { OfferedBackup } from '../../shared/ipc/backup-calls.ts'
import { presentWords, privateWords } from './restore-words.ts'
import styles from './Restore.module.css'

/** What becomes of what is here. */
export function OfferedFacts({ offered }: { readonly offered: OfferedBackup }) {
  const present = presentWords(offered)
  return (
    <ul className={styles['facts']}>
      {present === null ? null : (
        <li>
          <History aria-hidden size={20} strokeWidth={1.5} />
          <p>{present}</p>
        </li>
      )}
      <li data-side="private">
        <NotebookPen aria-hidden size={20} strokeWidth={1.5} />
        <p>{privateWords(offered)}</p>
      </li>
    </ul>
  )
}
