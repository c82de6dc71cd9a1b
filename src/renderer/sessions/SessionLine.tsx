import { memo } from 'react'
import type { FoundSession } from '../../shared/ipc/search-calls.ts'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { classNames } from '../ui/class-names.ts'
import { columnWords } from './column-words.ts'
import { SessionCell } from './SessionCell.tsx'
import type { ShownSession } from './shown-session.ts'
import styles from './SessionLine.module.css'

interface SessionLineProps {
  readonly id: string
  readonly session: ShownSession
  readonly columns: readonly SessionColumn[]
  readonly basis: MatchBasis
  readonly found: FoundSession | null
  /** Where it stands among those that are shown, from 0. */
  readonly index: number
  /** Enter opens this one. */
  readonly isCurrent: boolean
  /** It is one of several that were chosen. */
  readonly isChosen: boolean
}

/** A session as one line of the table. Drawn anew only when something of it changed: a table is scrolled fast. */
export const SessionLine = memo(function SessionLine(props: SessionLineProps) {
  const { id, session, columns, basis, found, index, isCurrent, isChosen } = props
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isCurrent || isChosen}
      className={styles['line']}
      data-current={isCurrent || undefined}
      data-chosen={isChosen || undefined}
      data-index={index}
    >
      {columns.map((column, place) => (
        <td
          key={column}
          aria-colindex={place + 1}
          className={classNames(styles['cell'], columnWords[column].isFigure && styles['figure'])}
        >
          <SessionCell column={column} session={session} basis={basis} found={found} />
        </td>
      ))}
      {isCurrent ? (
        <td className={styles['enter']} aria-hidden>
          <Kbd keys="Enter" />
        </td>
      ) : null}
    </tr>
  )
})
