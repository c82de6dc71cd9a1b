import { Kbd } from '../ui/Kbd.tsx'
import { addSomeone } from './add-someone.ts'
import { useLive } from './live-context.ts'
import { toggleCheckIn } from './room-keys.ts'
import { TimelineStrip } from './TimelineStrip.tsx'
import styles from './TimelineFooter.module.css'
import { undoWords } from './undo-words.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface TimelineFooterProps {
  readonly view: LiveView
  readonly change: ChangeView
}

/** The session's line, and the keys that matter now. */
export function TimelineFooter({ view, change }: TimelineFooterProps) {
  const live = useLive()
  const { state, seated, isConcealed, act } = live
  const undo = undoWords(state, seated, isConcealed)
  const isBefore = state.stage === 'prepared'
  const isOver = state.stage === 'ended'
  return (
    <footer className={styles['footer']} aria-label="Timeline and keys">
      <TimelineStrip startWish={view.startWish} />
      <div className={styles['legend']}>
        {isOver ? null : (
          <span className={styles['hint']}>
            <span className={styles['range']}>
              <Kbd keys="1" />–<Kbd keys="0" />
            </span>
            {isBefore ? 'or tap: here' : 'floor'}
          </span>
        )}
        {isBefore ? (
          <LegendButton keys="A" onPress={() => act({ type: 'arrive-all' })}>
            everyone is here
          </LegendButton>
        ) : null}
        <LegendButton keys="M" onPress={() => change({ isChoosingMark: !view.isChoosingMark })}>
          {isBefore ? 'or hold: late, excused, no-show' : 'mark'}
        </LegendButton>
        {isOver ? null : (
          <LegendButton keys="+" onPress={() => addSomeone({ live, change })}>
            add someone
          </LegendButton>
        )}
        {isBefore ? null : <WrittenDown view={view} change={change} />}
        {undo === null ? null : (
          <LegendButton keys="Z" canShrink onPress={() => act({ type: 'undo' })}>
            undo “<bdi>{undo}</bdi>”
          </LegendButton>
        )}
        <LegendButton keys="," onPress={() => change({ sheet: 'palette' })}>
          find
        </LegendButton>
        <LegendButton keys="?" onPress={() => change({ sheet: 'keys' })}>
          all keys
        </LegendButton>
      </div>
    </footer>
  )
}

function WrittenDown({ view, change }: TimelineFooterProps) {
  const live = useLive()
  return (
    <>
      <LegendButton keys="C" onPress={() => toggleCheckIn({ live, view, change })}>
        check-in
      </LegendButton>
      <span className={styles['hint']}>
        <Kbd keys="/" /> note
      </span>
    </>
  )
}

interface LegendButtonProps {
  readonly keys: string
  /** Says a name, which may be long; the others keep their words. */
  readonly canShrink?: boolean
  readonly onPress: () => void
  readonly children: React.ReactNode
}

function LegendButton({ keys, canShrink = false, onPress, children }: LegendButtonProps) {
  return (
    <button
      type="button"
      className={styles['key']}
      data-shrinks={canShrink || undefined}
      aria-keyshortcuts={keys}
      onClick={onPress}
    >
      <Kbd keys={keys} />
      <span>{children}</span>
    </button>
  )
}
