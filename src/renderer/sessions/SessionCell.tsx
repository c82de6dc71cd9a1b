import { Flag } from 'lucide-react'
import type { FoundSession } from '../../shared/ipc/search-calls.ts'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import { actualMinutes } from '../../shared/review/session-row.ts'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { isoDay } from '../../shared/iso-day.ts'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { placeWords } from '../search/hit-words.ts'
import { SnippetText } from '../search/SnippetText.tsx'
import { classNames } from '../ui/class-names.ts'
import { NotesCell } from './NotesCell.tsx'
import type { ShownSession } from './shown-session.ts'
import styles from './SessionLine.module.css'

interface SessionCellProps {
  readonly column: SessionColumn
  readonly session: ShownSession
  readonly basis: MatchBasis
  /** The best of what was searched for; null where nothing was. */
  readonly found: FoundSession | null
}

export function SessionCell({ column, session, basis, found }: SessionCellProps) {
  const { row, groupName, typeName, leadName } = session
  switch (column) {
    case 'date':
      return <DayCell heldAtMs={row.heldAtMs} now={basis.now} />
    case 'number':
      return row.number
    case 'group':
      return <Words className={styles['name']}>{groupName}</Words>
    case 'type':
      return <span className={styles['type']}>{typeName}</span>
    case 'topic':
      return <TopicCell session={session} found={found} />
    case 'facilitator':
      return <Words className={styles['type']}>{leadName}</Words>
    case 'members':
      return `${row.presentCount} of ${row.memberCount}`
    case 'planned':
      return row.plannedMinutes
    case 'minutes':
      return (
        <>
          <strong className={styles['taken']}>{actualMinutes(row)}</strong>
          {` of ${row.plannedMinutes}`}
        </>
      )
    case 'followUps':
      return <RiskCell session={session} />
    case 'notes':
      return <NotesCell session={session} basis={basis} />
  }
}

/** Somebody's own words, of any script. They begin where the column begins. */
function Words({
  className,
  children,
}: {
  readonly className: string | undefined
  readonly children: string
}) {
  return (
    <span className={className}>
      <bdi>{children}</bdi>
    </span>
  )
}

/** A day says its year where that is not this one. */
function DayCell({ heldAtMs, now }: { readonly heldAtMs: number; readonly now: MatchBasis['now'] }) {
  const year = isoDay(heldAtMs, now.zone).slice(0, 4)
  const isThisYear = year === isoDay(now.wallMs, now.zone).slice(0, 4)
  return (
    <>
      <strong className={styles['day']}>{shortDay(heldAtMs, now.zone)}</strong>
      <span className={styles['second']}>
        {`${timeOfDay(heldAtMs, now.zone)}${isThisYear ? '' : `, ${year}`}`}
      </span>
    </>
  )
}

function TopicCell({ session: { row }, found }: Pick<SessionCellProps, 'session' | 'found'>) {
  return (
    <>
      <Words className={styles['topic']}>{row.topic === '' ? 'No topic' : row.topic}</Words>
      {found === null ? (
        <span className={styles['second']}>
          {`Session ${row.number}${row.isFromPaper ? ', entered from paper' : ''}`}
        </span>
      ) : (
        <span className={classNames(styles['second'], styles['found'])}>
          <span className={styles['where']}>{placeWords(found)}</span> <SnippetText snippet={found.snippet} />
        </span>
      )}
    </>
  )
}

function RiskCell({ session: { row } }: Pick<SessionCellProps, 'session'>) {
  if (row.riskCount === 0) return null
  return (
    <span className={styles['risk']}>
      <Flag aria-hidden size={14} strokeWidth={1.75} />
      {row.openFollowUpCount === 0 ? 'all closed' : `${row.openFollowUpCount} open`}
    </span>
  )
}
