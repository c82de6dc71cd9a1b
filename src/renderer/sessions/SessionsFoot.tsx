import { Lock } from 'lucide-react'
import { memo } from 'react'
import { PrivateSearchLink } from '../private-search/PrivateSearchLink.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './SessionsScreen.module.css'

const keys = [
  { keys: ['↑', '↓'], words: 'choose' },
  { keys: ['Enter'], words: 'open' },
  { keys: ['⇧', 'Enter'], words: 'its notes' },
  { keys: ['/'], words: 'search' },
  { keys: ['Tab'], words: 'filter words' },
] as const

/** What the keys do, and what is not searched here. */
export const SessionsFoot = memo(function SessionsFoot() {
  return (
    <footer className={styles['foot']}>
      <ul className={styles['keys']}>
        {keys.map((entry) => (
          <li key={entry.words}>
            {entry.keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
            {entry.words}
          </li>
        ))}
      </ul>
      <p className={styles['apart']}>
        <Lock aria-hidden size={14} strokeWidth={1.75} />
        Record only. Private notes are not searched here.
        <PrivateSearchLink />
      </p>
    </footer>
  )
})
