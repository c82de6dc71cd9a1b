import { EyeOff } from 'lucide-react'
import styles from './SharedColumn.module.css'

export function ConcealedWords() {
  return (
    <p className={styles['concealed']}>
      <EyeOff aria-hidden size={32} strokeWidth={1.5} />
      Concealed
    </p>
  )
}
