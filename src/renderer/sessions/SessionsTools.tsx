import { useCallback, type RefObject } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SessionFilters } from '../../shared/review/session-view.ts'
import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { FoundMembers } from '../search/FoundMembers.tsx'
import { chosenSpan } from './choice.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import { FilterWords } from './FilterWords.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SessionsCount } from './SessionsCount.tsx'
import type { SessionTableRow } from './sort-columns.ts'
import { TableExport } from './TableExport.tsx'
import type { useReview } from './use-review.ts'
import styles from './SessionsScreen.module.css'

interface SessionsToolsProps {
  readonly review: ReturnType<typeof useReview>
  readonly roster: Roster
  /** Of the sessions, each once, the newest first. */
  readonly topics: readonly string[]
  readonly now: MatchBasis['now']
  /** Of all sessions; null while they are still being read. */
  readonly count: number | null
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onOpen: (sessionId: SessionId) => void
}

/** What is searched for and filtered by, what that leaves, and what can be done with it. */
export function SessionsTools(props: SessionsToolsProps) {
  const { review, roster, topics, now, count, searchRef, onOpen } = props
  const { view, rows, choice, found, change } = review
  const changeFilters = useCallback((filters: SessionFilters) => change({ filters }), [change])
  const span = chosenSpan(choice)
  const chosen = span === null ? rows : rows.slice(span.first, span.last + 1)
  const openCurrent = () => {
    const sessionId = rows[choice.current]?.original.row.sessionId
    if (sessionId !== undefined) onOpen(sessionId)
  }
  return (
    <div className={styles['tools']}>
      <SearchBox
        key={review.fieldId}
        search={view.search}
        onSeek={review.seek}
        onSubmit={openCurrent}
        inputRef={searchRef}
      />
      <FilterWords
        filters={view.filters}
        roster={roster}
        topics={topics}
        now={now}
        onChange={changeFilters}
      />
      <div className={styles['ends']}>
        <SessionsCount
          shown={rows.length}
          all={count}
          chosen={span === null ? null : chosen.length}
          areAllFound={found.areAll}
        />
        <TableButtons review={review} chosen={chosen} />
      </div>
      <FailureNotice failure={review.failure} />
      <FoundMembers members={found.members} />
    </div>
  )
}

interface TableButtonsProps {
  readonly review: ReturnType<typeof useReview>
  readonly chosen: readonly SessionTableRow[]
}

function TableButtons({ review: { columns, changeColumns }, chosen }: TableButtonsProps) {
  return (
    <span className={styles['buttons']}>
      <ColumnMenu columns={columns} onChange={changeColumns} />
      <AuthorOnly>
        <TableExport
          sessionIds={() => chosen.map(({ original }) => original.row.sessionId)}
          columns={columns}
          count={chosen.length}
        />
      </AuthorOnly>
    </span>
  )
}
