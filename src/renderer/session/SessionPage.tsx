import { useRole } from '../reviewer/role.tsx'
import { rosterFor } from '../reviewer/roster-for.ts'
import { useMemo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { useRead } from '../app/api.ts'
import { SessionTrouble } from '../app/SessionTrouble.tsx'
import { NotOver } from './NotOver.tsx'
import { SessionReview } from './SessionReview.tsx'
import styles from './SessionPage.module.css'
import { sessionView } from './session-view.ts'

interface SessionPageProps {
  readonly sessionId: SessionId
}

/** What happened in this one? Looking at it changes nothing. */
export function SessionPage({ sessionId }: SessionPageProps) {
  const opened = useRead('session.open', { sessionId })
  const roster = useRead('roster.read', {})
  const measures = useRead('measures.read', {})
  const role = useRole()
  const view = useMemo(
    () =>
      opened.status === 'ready' && roster.status === 'ready' && measures.status === 'ready'
        ? sessionView(opened.value, rosterFor(role, roster.value), measures.value)
        : null,
    [opened, roster, measures, role],
  )
  const failed = [opened, roster, measures].find((read) => read.status === 'failed')
  if (failed?.status === 'failed')
    return <SessionTrouble failure={failed.failure} onRetry={failed.retry} from="sessions" isWhole={false} />
  if (view === null) return <div aria-busy className={styles['failed']} />
  return view.state.stage === 'ended' ? <SessionReview view={view} /> : <NotOver view={view} />
}
