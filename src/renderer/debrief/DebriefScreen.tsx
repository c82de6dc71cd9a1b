import type { SessionId } from '../../shared/ids.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { DebriefPage } from './DebriefPage.tsx'
import styles from './DebriefScreen.module.css'

/** What must be written while one remembers it. */
export function DebriefScreen({ sessionId }: { readonly sessionId: SessionId }) {
  const { go } = usePlace()
  const opened = useRead('session.open', { sessionId })
  const debrief = useRead('debrief.read', { sessionId })
  const roster = useRead('roster.read', {})
  const rules = useRead('record-rules.read', {})
  const signed = useRead('note.list', { sessionId })
  const measures = useRead('measures.read', {})
  const failed = [opened, debrief, roster, rules, signed, measures].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') {
    return (
      <main className={styles['failed']}>
        <FailureNotice
          failure={failed.failure}
          actions={
            <>
              <Button onPress={failed.retry}>Try again</Button>
              <Button look="plain" onPress={() => go({ name: 'today' })}>
                Back to Today
              </Button>
            </>
          }
        />
      </main>
    )
  }
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
