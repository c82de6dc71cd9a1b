import type { SessionId } from '../../shared/ids.ts'
import { usePlace } from '../app/navigation.tsx'
import { AgendaRail } from './AgendaRail.tsx'
import { Announcer } from './Announcer.tsx'
import { CircleStage } from './CircleStage.tsx'
import { focusSeat } from './focus-seat.ts'
import { handleKey } from './handle-key.ts'
import { KeySheet } from './KeySheet.tsx'
import { LiveContext } from './live-context.ts'
import { LiveHeader } from './LiveHeader.tsx'
import styles from './LiveScreen.module.css'
import { NotesPanel } from './NotesPanel.tsx'
import { runStep } from './run-step.ts'
import type { OpenSession, SessionStore } from './session-store.ts'
import { TimelineFooter } from './TimelineFooter.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useLiveKeys } from './use-live-keys.ts'
import { useLiveValue } from './use-live-value.ts'
import { useLiveView } from './use-live-view.ts'
import { WalkInDialog } from './WalkInDialog.tsx'

interface LiveSessionProps {
  readonly sessionId: SessionId
  readonly store: SessionStore
  readonly snapshot: OpenSession
}

export function LiveSession({ sessionId, store, snapshot }: LiveSessionProps) {
  const [view, change] = useLiveView()
  const live = useLiveValue(sessionId, store, snapshot, view, change)
  const { go } = usePlace()
  const home = useKeptFocus()
  const step = runStep(live.state, view.startWish)
  const run = () => (step.command === null ? go({ name: 'debrief', sessionId }) : live.act(step.command))
  const goToCircle = () => focusSeat(home.current)
  useLiveKeys(live.seated, (key) => handleKey(key, { live, view, change, run, goToCircle }))
  return (
    <LiveContext value={live}>
      <div className={styles['live']}>
        <LiveHeader view={view} change={change} />
        <AgendaRail view={view} change={change} />
        <CircleStage
          ref={home}
          view={view}
          change={change}
          step={step}
          onRun={run}
          trouble={snapshot.trouble}
        />
        <NotesPanel view={view} change={change} onRecorded={store.takeRecordNote} />
        <TimelineFooter view={view} change={change} />
        <Announcer />
      </div>
      <KeySheet isOpen={view.sheet === 'keys'} onClose={() => change({ sheet: null })} />
      <WalkInDialog
        isOpen={view.sheet === 'add'}
        onClose={() => change({ sheet: null })}
        onAdded={store.take}
      />
    </LiveContext>
  )
}
