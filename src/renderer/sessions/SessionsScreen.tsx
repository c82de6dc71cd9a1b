import { useMemo } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SavedView } from '../../shared/review/session-view.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useBeginsAtTop } from './sessions-memory.tsx'
import { SessionsReview } from './SessionsReview.tsx'
import { shownSessions } from './shown-session.ts'
import { useSessionRows, type SessionRows } from './use-session-rows.ts'
import styles from './SessionsScreen.module.css'

// A note can become overdue while somebody looks at the table; to the quarter of an hour is soon enough.
const quarterMs = 15 * 60_000

/** What happened, across sessions? */
export function SessionsScreen() {
  const roster = useRead('roster.read', {})
  const rules = useRead('record-rules.read', {})
  const views = useRead('session-review.views', {})
  const rows = useSessionRows(useBeginsAtTop())
  const now = useNow(60_000, ({ wallMs, zone }) => `${zone} ${Math.floor(wallMs / quarterMs)}`)
  const readRules = rules.status === 'ready' ? rules.value : null
  const basis = useMemo(
    () => (readRules === null || now === null ? null : { rules: readRules, now }),
    [readRules, now],
  )
  const failed = [roster, rules, views, rows].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') {
    return (
      <div className={styles['failed']}>
        <h1 className={styles['title']}>Sessions</h1>
        <FailureNotice failure={failed.failure} onRetry={failed.retry} />
      </div>
    )
  }
  if (roster.status !== 'ready' || views.status !== 'ready' || rows.status !== 'ready' || basis === null) {
    return <div className={styles['page']} aria-busy />
  }
  if (rows.value.rows.length === 0) return <NoSession />
  return <Held rows={rows.value} roster={roster.value} saved={views.value} basis={basis} />
}

interface HeldProps {
  readonly rows: SessionRows
  readonly roster: Roster
  readonly saved: readonly SavedView[]
  readonly basis: MatchBasis
}

function Held({ rows: { rows, areAll }, roster, saved, basis }: HeldProps) {
  const sessions = useMemo(() => shownSessions(rows, roster, basis), [rows, roster, basis])
  return <SessionsReview sessions={sessions} areAll={areAll} roster={roster} saved={saved} basis={basis} />
}

function NoSession() {
  const { go } = usePlace()
  return (
    <div className={styles['failed']}>
      <h1 className={styles['title']}>Sessions</h1>
      <EmptyState
        title="No session was held yet"
        action={
          <Button look="primary" onPress={() => go({ name: 'today' })}>
            Go to Today
          </Button>
        }
      >
        Once a session is closed, it stays here with its minutes, its people and its notes.
      </EmptyState>
    </div>
  )
}
