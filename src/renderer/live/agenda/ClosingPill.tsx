import { Hourglass, ShieldAlert, ShieldCheck } from 'lucide-react'
import type { Closing } from '../../../shared/session/closing.ts'
import styles from './ClosingPill.module.css'
import { closingWords } from './closing-words.ts'

/** The last quarter of an hour: what is left of it, and what the close asks for. Words and shape say it, not colour alone. */
export function ClosingPill({ closing }: { readonly closing: Closing }) {
  const words = closingWords(closing)
  const Icon = closing.fit === 'short' ? ShieldAlert : words.close === null ? Hourglass : ShieldCheck
  return (
    <span className={styles['pill']} data-fit={closing.fit}>
      <Icon aria-hidden size={15} strokeWidth={2} />
      <span className={styles['time']}>{words.time}</span>
      {words.close === null ? null : (
        <>
          <span aria-hidden className={styles['dot']}>
            ·
          </span>
          <span className={styles['close']}>
            {words.close.before}
            <bdi className={styles['name']}>{words.close.name}</bdi>
            <span>{words.close.after}</span>
          </span>
        </>
      )}
    </span>
  )
}
