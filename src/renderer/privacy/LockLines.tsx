import type { MeasuredLock } from '../../shared/ipc/privacy-calls.ts'
import { wayWords } from './privacy-words.ts'
import styles from './PrivacyScreen.module.css'

/** Every way in that the lock has at this moment, and what the pages prove with. */
export function LockLines({ lock: { pages, ways } }: { readonly lock: MeasuredLock }) {
  return (
    <>
      <p className={styles['soft']}>
        {pages === null ? (
          'No page was found that proves under the keys that are open.'
        ) : (
          <>
            What proves is sealed page by page with <span className={styles['name']}>{pages.cipher}</span> and{' '}
            <span className={styles['name']}>{pages.mac}</span>, by the keys that are open.
          </>
        )}{' '}
        Read from the lock just now:
      </p>
      <ul className={styles['openings']} aria-label="Ways in">
        {ways.map((way, index) => {
          const [name, guess] = wayWords(way)
          return (
            // Two reviewers’ ways may say the same, and keep their order.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              {name}
              <span className={styles['when']}>{guess}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
