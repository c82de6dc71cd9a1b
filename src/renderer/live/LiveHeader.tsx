import { ChevronLeft, Clock, Lock, Monitor } from 'lucide-react'
import { memo } from 'react'
import { closingOf } from '../../shared/session/closing.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { useNow } from '../app/core-clock.ts'
import { useLock, whenSaved } from '../app/lock.ts'
import { usePlace } from '../app/navigation.tsx'
import { weekdayName } from '../app/time-words.ts'
import { ConcealButton } from '../conceal/ConcealButton.tsx'
import { Button } from '../ui/Button.tsx'
import { ClosingPill } from './agenda/ClosingPill.tsx'
import { chosenPlan, startChoice, type StartEnd } from './late-start.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import styles from './LiveHeader.module.css'
import { paceOf } from './pace.ts'
import { wallTime } from './time-words.ts'
import { TopicField } from './TopicField.tsx'

interface LiveHeaderProps {
  readonly startWish: StartEnd
  readonly onConceal: () => void
  readonly isRoomOpen: boolean
  readonly onRoom: () => void
}

/** Which session this is, what time it is, and how to hide or lock it at once. */
export function LiveHeader({ startWish, onConceal, isRoomOpen, onRoom }: LiveHeaderProps) {
  const { state, isConcealed } = useLive()
  const { go } = usePlace()
  const canLeave = state.stage === 'prepared' || state.stage === 'ended'
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>
        {canLeave ? (
          <Button
            look="plain"
            icon={ChevronLeft}
            aria-label="Back to Today"
            className={styles['back'] ?? ''}
            onPress={() => void whenSaved(() => go({ name: 'today' }))}
          />
        ) : null}
        <SessionName />
      </div>
      <TimeNow wish={startWish} />
      <Tools isConcealed={isConcealed} isRoomOpen={isRoomOpen} onConceal={onConceal} onRoom={onRoom} />
    </header>
  )
}

interface ToolsProps {
  readonly isConcealed: boolean
  readonly isRoomOpen: boolean
  readonly onConceal: () => void
  readonly onRoom: () => void
}

const Tools = memo(function Tools({ isConcealed, isRoomOpen, onConceal, onRoom }: ToolsProps) {
  const lock = useLock()
  return (
    <div className={styles['actions']}>
      <Button
        look="plain"
        icon={Monitor}
        aria-keyshortcuts="Alt+O"
        aria-pressed={isRoomOpen}
        className={styles['action'] ?? ''}
        onPress={onRoom}
      >
        Room
      </Button>
      <ConcealButton isConcealed={isConcealed} className={styles['action'] ?? ''} onPress={onConceal} />
      <Button
        look="plain"
        icon={Lock}
        aria-keyshortcuts="Control+L"
        className={styles['action'] ?? ''}
        onPress={lock}
      >
        Lock
      </Button>
    </div>
  )
})

function SessionName() {
  const { state, roster, zone, isConcealed } = useLive()
  const group = roster?.groups.find(({ id }) => id === state.groupId)
  const dayMs = state.startedAtMs ?? state.plannedStartMs ?? state.stamp?.wallMs ?? 0
  const name = isConcealed || group === undefined ? 'Session' : group.name
  const day = weekdayName(dayMs, zone)
  // Many a group is called after its day; saying it twice would push the topic out.
  const isDayShown = !isConcealed && !name.toLocaleLowerCase().includes(day.toLocaleLowerCase())
  return (
    <div className={styles['names']}>
      <h1 className={styles['group']}>
        {isDayShown ? `${day} · ` : null}
        <bdi>{name}</bdi>
      </h1>
      <span className={styles['number']}>session {state.number} ·</span>
      <TopicField />
    </div>
  )
}

function TimeNow({ wish }: { readonly wish: StartEnd }) {
  const { state: latest, zone, showsSeconds } = useLive()
  const now = useNow(1000, minuteOf)
  const state = useAdvanced(tickMs(showsSeconds), (at) => roundToMinute(paceOf(at)?.endsAtMs ?? 0))
  const pace = paceOf(state)
  const endsAtMs = pace?.endsAtMs ?? (now === null ? null : plannedEnd(latest, now, wish))
  const ended = latest.endedAtMs
  return (
    <div className={styles['time']}>
      <PacePill />
      {now === null ? null : (
        <time className={styles['now']} aria-label={`It is ${wallTime(now.wallMs, zone)}`}>
          {wallTime(now.wallMs, zone)}
        </time>
      )}
      {ended !== null ? (
        <span className={styles['ends']}>ended {wallTime(ended, zone)}</span>
      ) : endsAtMs === null ? null : (
        <span className={styles['ends']}>ends {wallTime(roundToMinute(endsAtMs), zone)}</span>
      )}
    </div>
  )
}

function minuteOf({ wallMs, zone }: Stamp): string {
  return `${Math.floor(wallMs / 60_000)} ${zone}`
}

function plannedEnd(state: SessionState, now: Stamp, wish: StartEnd): number | null {
  return state.stage === 'prepared' ? chosenPlan(startChoice(state, now), wish).endsAtMs : null
}

// The agenda is planned in whole minutes, so the seconds at which somebody pressed Start say nothing.
function roundToMinute(ms: number): number {
  return Math.round(ms / 60_000) * 60_000
}

/** Shape and words together: late is a filled pill with a clock, ahead and on time are plain words. */
function PacePill() {
  const { state: latest } = useLive()
  const now = useNow(5_000)
  const state = useAdvanced(5_000)
  if (latest.stage === 'prepared') {
    const lateMinutes = now === null ? 0 : startChoice(latest, now).lateMinutes
    if (lateMinutes === 0) return null
    return lateMinutes > 0 ? (
      <span className={styles['behind']}>
        <Clock aria-hidden size={14} strokeWidth={2} />
        {lateMinutes} min late
      </span>
    ) : (
      <span className={styles['ahead']}>starts in {-lateMinutes} min</span>
    )
  }
  const closing = closingOf(state)
  if (closing !== null) return <ClosingPill closing={closing} />
  const pace = paceOf(state)
  if (pace === null) return null
  if (pace.behindMinutes > 0) return <span className={styles['behind']}>{pace.behindMinutes} min behind</span>
  if (pace.behindMinutes < 0) return <span className={styles['ahead']}>{-pace.behindMinutes} min ahead</span>
  return <span className={styles['ahead']}>on time</span>
}
