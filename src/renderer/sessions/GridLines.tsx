import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { chosenSpan, type Choice } from './choice.ts'
import type { LinePlaces } from './line-places.ts'
import { SessionLine } from './SessionLine.tsx'
import type { SessionTableRow } from './sort-columns.ts'
import type { FoundInRecord } from './use-found.ts'
import styles from './SessionGrid.module.css'

interface GridLinesProps {
  /** The lines in sight, one below another, and how far below the top each is. */
  readonly drawn: readonly { readonly index: number; readonly start: number }[]
  readonly heightPx: number
  readonly keyOf: LinePlaces['keyOf']
  readonly rows: readonly SessionTableRow[]
  readonly columns: readonly SessionColumn[]
  readonly basis: MatchBasis
  readonly found: FoundInRecord['byId']
  readonly choice: Choice
}

export function GridLines(props: GridLinesProps) {
  const { drawn, heightPx, keyOf, rows, columns, basis, found, choice } = props
  const span = chosenSpan(choice)
  return (
    // One number says where they all are: to move each line would have each laid out anew.
    <tbody className={styles['lines']} style={{ height: heightPx, paddingBlockStart: drawn[0]?.start ?? 0 }}>
      {drawn.map(({ index }) => {
        const session = rows[index]?.original
        if (session === undefined) return null
        return (
          <SessionLine
            key={keyOf(index)}
            id={lineId(index)}
            session={session}
            columns={columns}
            basis={basis}
            found={found?.get(session.row.sessionId) ?? null}
            index={index}
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
