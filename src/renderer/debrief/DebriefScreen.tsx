import type { SessionId } from '../../shared/ids.ts'
import { SessionTrouble } from '../app/SessionTrouble.tsx'
import { useRead } from '../app/api.ts'
import { DebriefPage } from './DebriefPage.tsx'
import styles from './DebriefScreen.module.css'

/** What must be written while one remembers it. */
export function DebriefScreen({ sessionId }: { readonly sessionId: SessionId }) {
  const opened = useRead('session.open', { sessionId })
  const debrief = useRead('debrief.read', { sessionId })
  const roster = useRead('roster.read', {})
  const rules = useRead('record-rules.read', {})
  const signed = useRead('note.list', { sessionId })
  const measures = useRead('measures.read', {})
  const failed = [opened, debrief, roster, rules, signed, measures].find((read) => read.status === 'failed')
  if (failed?.status === 'failed')
    return <SessionTrouble failure={failed.failure} onRetry={failed.retry} from="today" />
  if (
    opened.status !== 'ready' ||
    debrief.status !== 'ready' ||
    roster.status !== 'ready' ||
    rules.status !== 'ready' ||
    signed.status !== 'ready' ||
    measures.status !== 'ready'
  ) {
    return <main className={styles['failed']} aria-busy />
  }
  return (
    <DebriefPage
      opened={opened.value}
      debrief={debrief.value}
      roster={roster.value}
      rules={rules.value}
      measures={measures.value.measures}
      signed={signed.value}
    />
  )
}
