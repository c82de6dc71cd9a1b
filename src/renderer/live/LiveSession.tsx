import { memo } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { whenSaved } from '../app/lock.ts'
import { usePlace } from '../app/navigation.tsx'
import { RevealDialog } from '../conceal/RevealDialog.tsx'
import { useConceal, type Conceal } from '../conceal/use-conceal.ts'
import { useTouchCount } from '../interaction/use-touch-count.ts'
import { LastSessionDialog } from '../preflight/LastSessionDialog.tsx'
import { useRoomDisplay } from '../room/use-room-display.ts'
import { useSteady } from '../ui/use-steady.ts'
import { AgendaRail } from './AgendaRail.tsx'
import { Announcer } from './Announcer.tsx'
import { CircleStage } from './CircleStage.tsx'
import { focusSeat } from './focus-seat.ts'
import { concealOf } from './conceal-of.ts'
import { handleKey, type Desk } from './handle-key.ts'
import { KeySheet } from './KeySheet.tsx'
import { LiveContext } from './live-context.ts'
import { LiveHeader } from './LiveHeader.tsx'
import { LivePalette } from './LivePalette.tsx'
import styles from './LiveScreen.module.css'
import { NotesPanel } from './NotesPanel.tsx'
import { NowBar } from './NowBar.tsx'
import { PhaseChime } from './PhaseChime.tsx'
import { RiskDialogs } from './RiskDialogs.tsx'
import { runStep } from './run-step.ts'
import type { OpenSession, SessionStore } from './session-store.ts'
import { TimelineFooter } from './TimelineFooter.tsx'
import { useCalm } from './use-calm.ts'
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

/** Drawn when what they show has changed, and not because the circle is. */
const [Header, Now, Rail] = [memo(LiveHeader), memo(NowBar), memo(AgendaRail)]
const [Notes, Footer, Spoken] = [memo(NotesPanel), memo(TimelineFooter), memo(Announcer)]
const [Keys, Risk] = [memo(KeySheet), memo(RiskDialogs)]
const [LastSession, WalkIn] = [memo(LastSessionDialog), memo(WalkInDialog)]

export function LiveSession({ sessionId, store, snapshot }: LiveSessionProps) {
  const [view, change] = useLiveView()
  const live = useLiveValue(sessionId, store, snapshot, view, change)
  const { go } = usePlace()
  useTouchCount(sessionId, live.state)
  const home = useKeptFocus()
  const step = runStep(live.state, view.startWish)
  const run = () =>
    step.command === null ? void whenSaved(() => go({ name: 'debrief', sessionId })) : live.act(step.command)
  const goToCircle = () => focusSeat(home.current)
  const conceal = useConceal(concealOf(view, change, live.openMenu))
  const room = useRoomDisplay()
  const desk = { live, view, change, run, goToCircle, toggleConceal: conceal.toggle, toggleRoom: room.toggle }
  useLiveKeys(live.seated, (key) => handleKey(key, desk))
  const [onRun, onConceal, onRoom] = [useSteady(run), useSteady(conceal.toggle), useSteady(room.toggle)]
  const calm = useCalm(live)
  return (
    <LiveContext value={live}>
      <div className={styles['live']}>
        <LiveContext value={calm}>
          <Header startWish={view.startWish} onConceal={onConceal} isRoomOpen={room.isOpen} onRoom={onRoom} />
          <Now startWish={view.startWish} onRun={onRun} />
          <Rail view={view} change={change} />
        </LiveContext>
        <CircleStage
          ref={home}
          view={view}
          change={change}
          step={step}
          onRun={onRun}
          trouble={snapshot.trouble}
        />
        <LiveContext value={calm}>
          <Notes view={view} change={change} onRecorded={store.takeRecordNote} />
          <Footer view={view} change={change} />
          <Spoken />
          <PhaseChime />
        </LiveContext>
      </div>
      <LiveContext value={calm}>
        <LiveDialogs desk={desk} store={store} conceal={conceal} />
      </LiveContext>
    </LiveContext>
  )
}

interface LiveDialogsProps {
  readonly desk: Desk
  readonly store: SessionStore
  readonly conceal: Conceal
}

/** What opens over the screen. */
function LiveDialogs({ desk, store, conceal }: LiveDialogsProps) {
  const { view, change } = desk
  const closeSheet = useSteady(() => change({ sheet: null }))
  return (
    <>
      <Keys isOpen={view.sheet === 'keys'} onClose={closeSheet} />
      <LivePalette desk={desk} />
      <Risk
        mark={view.followUpMark}
        isSafetyOpen={view.sheet === 'safety'}
        isConcealed={view.isConcealed}
        change={change}
        onChanged={store.take}
      />
      <LastSession isOpen={view.sheet === 'last-session'} onClose={closeSheet} />
      <RevealDialog conceal={conceal} />
      <WalkIn isOpen={view.sheet === 'add'} onClose={closeSheet} onAdded={store.take} />
    </>
  )
}
