import type { ReactNode } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Reviewer } from '../../shared/ipc/reviewer-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { calendarDay } from '../app/time-words.ts'
import styles from './page.module.css'

interface WaysInProps {
  /** What can be done about a reviewer's way in. */
  readonly renderAction?: (reviewer: Reviewer, name: string) => ReactNode
}

/** Everything that opens this vault, and what of it. */
export function WaysIn({ renderAction }: WaysInProps) {
  const reviewers = useRead('reviewer.list', {})
  const roster = useRead('roster.read', {})
  const computer = useRead('computer-key.state', {})
  const now = useNow(60_000)
  const failed = [reviewers, roster, computer].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') return <FailureNotice failure={failed.failure} onRetry={failed.retry} />
  const areRead = reviewers.status === 'ready' && roster.status === 'ready' && computer.status === 'ready'
  if (!areRead || now === null) return <div aria-busy />
  const author = roster.value.facilitators.find(({ isAuthor }) => isAuthor)
  return (
    <ul className={styles['rows']}>
      <Way name={author?.name ?? 'The author'} opens="With the passphrase: everything" />
      <Way name="The recovery code" opens="On paper: everything" />
      {computer.value === 'off' || computer.value === 'not-here' ? null : (
        <Way name="This computer" opens="With what it keeps for whoever is signed in: everything" />
      )}
      {reviewers.value.map((reviewer) => {
        const name = nameOf(reviewer.personId, roster.value)
        return (
          <Way
            key={reviewer.personId}
            name={name}
            opens={`To review, since ${calendarDay(reviewer.sinceMs, now.zone, now.wallMs)}: the record alone`}
            action={renderAction?.(reviewer, name)}
          />
        )
      })}
    </ul>
  )
}

function Way({
  name,
  opens,
  action,
}: {
  readonly name: string
  readonly opens: string
  readonly action?: ReactNode
}) {
  return (
    <li>
      <span>
        <bdi className={styles['name']}>{name}</bdi>
        <span className={styles['line']}> {opens}</span>
      </span>
      {action}
    </li>
  )
}

function nameOf(personId: PersonId, { facilitators }: Roster): string {
  return facilitators.find(({ id }) => id === personId)?.name ?? 'Somebody no longer on file'
}
