import { useMemo, useRef } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { usePlace } from '../app/navigation.tsx'
import { NothingFound } from './NothingFound.tsx'
import { SessionGrid } from './SessionGrid.tsx'
import { SessionsFoot } from './SessionsFoot.tsx'
import { SessionsHeader } from './SessionsHeader.tsx'
import { SessionsTools } from './SessionsTools.tsx'
import type { ShownSession } from './shown-session.ts'
import { usePageKeys } from './use-page-keys.ts'
import { useReview, useViewTabs, type ReviewInput } from './use-review.ts'
import styles from './SessionsScreen.module.css'

interface SessionsReviewProps extends ReviewInput {
  /** False while the newest alone are there. */
  readonly areAll: boolean
}

/** The table of sessions, and all that says which of them it shows. */
export function SessionsReview({ areAll, ...input }: SessionsReviewProps) {
  const { sessions, roster, saved, basis } = input
  const { go } = usePlace()
  const review = useReview(input)
  const tabs = useViewTabs(input)
  const topics = useMemo(() => topicsOf(sessions), [sessions])
  const searchRef = useRef<HTMLInputElement>(null)
  const { gridRef, table, rows, choice } = review
  usePageKeys(searchRef, gridRef)
  const open = (sessionId: SessionId) => go({ name: 'session', sessionId })
  return (
    <div className={styles['page']} aria-busy={!areAll}>
      <SessionsHeader
        tabs={tabs}
        saved={saved}
        selectedId={review.viewId}
        view={review.view}
        onSelect={review.select}
        onNamed={review.name}
      />
      <SessionsTools
        review={review}
        roster={roster}
        topics={topics}
        now={basis.now}
        count={areAll ? sessions.length : null}
        searchRef={searchRef}
        onOpen={open}
      />
      {rows.length === 0 ? (
        <NothingFound onShowAll={review.restart} />
      ) : (
        <SessionGrid
          table={table}
          columns={review.columns}
          basis={basis}
          found={review.found.byId}
          choice={choice}
          onChoose={review.choose}
          onOpen={open}
          onOpenNotes={(sessionId) => go({ name: 'debrief', sessionId })}
          gridRef={gridRef}
          leads={review.view.search !== ''}
        />
      )}
      <SessionsFoot />
    </div>
  )
}

function topicsOf(sessions: readonly ShownSession[]): readonly string[] {
  const topics = new Set(sessions.map(({ row }) => row.topic))
  topics.delete('')
  return [...topics]
}
