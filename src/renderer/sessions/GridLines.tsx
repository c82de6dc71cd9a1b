import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { chosenSpan, type Choice } from './choice.ts'
import { SessionLine } from './SessionLine.tsx'
import type { SessionTableRow } from './sort-columns.ts'
import type { FoundInRecord } from './use-found.ts'
import styles from './SessionGrid.module.css'

interface GridLinesProps {
  /** The lines in sight, and how far below the top each is. */
  readonly drawn: readonly { readonly index: number; readonly start: number }[]
  readonly heightPx: number
  /** Places that the lines take over from one another. */
  readonly slots: number
  readonly rows: readonly SessionTableRow[]
  readonly columns: readonly SessionColumn[]
  readonly basis: MatchBasis
  readonly found: FoundInRecord['byId']
  readonly choice: Choice
}

export function GridLines(props: GridLinesProps) {
  const { drawn, heightPx, slots, rows, columns, basis, found, choice } = props
  const span = chosenSpan(choice)
  return (
    <tbody className={styles['lines']} style={{ height: heightPx }}>
      {drawn.map(({ index, start }) => {
        const session = rows[index]?.original
        if (session === undefined) return null
        return (
          <SessionLine
            key={index % slots}
            id={lineId(index)}
            session={session}
            columns={columns}
            basis={basis}
            found={found?.get(session.row.sessionId) ?? null}
            index={index}
            topPx={start}
            isCurrent={index === choice.current}
            isChosen={span !== null && index >= span.first && index <= span.last}
          />
        )
      })}
    </tbody>
  )
}

export function lineId(index: number): string {
  return `session-line-${index}`
}
