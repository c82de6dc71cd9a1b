import { Hourglass } from 'lucide-react'
import { counted } from '../../shared/count.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { NotesRow } from './NotesRow.tsx'
import styles from './NotesToFinish.module.css'

interface NotesToCoSignProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

/** What is signed and still waits for somebody else's signature beside it. */
export function NotesToCoSign({ sessions, groups, now }: NotesToCoSignProps) {
  if (sessions.length === 0) return null
  return (
    <section aria-labelledby="notes-to-co-sign" className={styles['toCoSign']}>
      <h2 id="notes-to-co-sign" className={styles['title']}>
        Awaiting a co-signature
      </h2>
      <ul className={styles['rows']}>
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <NotesRow
              session={session}
              groups={groups}
              now={now}
              left={counted(session.awaitingCount, 'signed note')}
            >
              <span />
              <span className={styles['due']}>
                <Hourglass aria-hidden size={14} strokeWidth={2} /> to co-sign
              </span>
            </NotesRow>
          </li>
        ))}
      </ul>
    </section>
  )
}
