import { counted } from '../../shared/count.ts'
import styles from './SessionsScreen.module.css'

interface SessionsCountProps {
  readonly shown: number
  /** Null while they are still being read. */
  readonly all: number | null
  /** How many of them are chosen, where several are. */
  readonly chosen: number | null
  /** False where something was found in more of them. */
  readonly areAllFound: boolean
}

/** `9 of 47 sessions`, said to those who hear the screen too. */
export function SessionsCount({ shown, all, chosen, areAllFound }: SessionsCountProps) {
  return (
    <output className={styles['count']}>
      {chosen === null ? null : `${counted(chosen, 'session')} chosen, `}
      {all === null ? null : shown === all ? (
        <>
          <strong>{all.toLocaleString()}</strong> {all === 1 ? 'session' : 'sessions'}
        </>
      ) : (
        <>
          <strong>{shown.toLocaleString()}</strong> of {all.toLocaleString()}{' '}
          {all === 1 ? 'session' : 'sessions'}
        </>
      )}
      {areAllFound ? null : ', the newest that were found'}
    </output>
  )
}
