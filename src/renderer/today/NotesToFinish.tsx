import { CircleAlert } from 'lucide-react'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { notesLeftWords } from './count-words.ts'
import { dueNotes, type DueNotes } from './due-notes.ts'
import { dueWords } from './due-words.ts'
import { NoteDots } from './NoteDots.tsx'
import { NotesRow } from './NotesRow.tsx'
import styles from './NotesToFinish.module.css'

interface NotesToFinishProps {
  readonly sessions: readonly SessionSummary[]
  readonly groups: readonly Group[]
  readonly now: Stamp
}

/** Closed sessions with a note to write or to sign; what is overdue comes first. */
export function NotesToFinish({ sessions, groups, now }: NotesToFinishProps) {
  const rules = useRead('record-rules.read', {})
  if (rules.status === 'failed') return <FailureNotice failure={rules.failure} onRetry={rules.retry} />
  const isDone = sessions.length === 0
  return (
    <section aria-labelledby="notes-to-finish" className={isDone ? styles['calm'] : undefined}>
      <h2 id="notes-to-finish" className={styles['title']}>
        Notes to finish
      </h2>
      {isDone ? (
        <p className={styles['none']}>none</p>
      ) : (
        <ul className={styles['rows']}>
          {rules.status === 'reading'
            ? null
            : dueNotes(sessions, rules.value, now).map((due) => (
                <li key={due.session.sessionId}>
                  <Row due={due} groups={groups} now={now} />
                </li>
              ))}
        </ul>
      )}
    </section>
  )
}

interface RowProps extends Pick<NotesToFinishProps, 'groups' | 'now'> {
  readonly due: DueNotes
}

function Row({ due, groups, now }: RowProps) {
  const { session } = due
  const { signedCount, writtenCount, presentCount, enteredLateAtMs } = session
  const left = (
    <>
      {notesLeftWords(signedCount, writtenCount, presentCount)}
      {enteredLateAtMs === null ? null : ', entered from paper'}
    </>
  )
  return (
    <NotesRow session={session} groups={groups} now={now} left={left}>
      <NoteDots signed={signedCount} written={writtenCount} of={presentCount} />
      <DueWords due={due} now={now} />
    </NotesRow>
  )
}

function DueWords({ due, now }: Omit<RowProps, 'groups'>) {
  return (
    <span className={styles['due']} data-overdue={due.isOverdue || undefined}>
      {due.isOverdue ? <CircleAlert aria-hidden size={14} strokeWidth={2} /> : null}
      {dueWords(due, now)}
    </span>
  )
}
