import { useMemo, useRef } from 'react'
import styles from './Circle.module.css'
import { notHeard } from './floor-summary.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { PhaseClock } from './PhaseClock.tsx'
import type { RunStep } from './run-step.ts'
import { Seat } from './Seat.tsx'
import { clearWidth, layOutSeats } from './seat-layout.ts'
import { seatSentence, seatWords } from './seat-words.ts'
import { talkRing } from './talk-ring.ts'
import { useSize } from './use-size.ts'

interface CircleProps {
  readonly step: RunStep
  readonly onRun: () => void
}

/** Everyone where they sit, around the clock. */
export function Circle({ step, onRun }: CircleProps) {
  const field = useRef<HTMLDivElement>(null)
  const size = useSize(field)
  const { seated } = useLive()
  const memberCount = seated.filter(({ isFacilitator }) => !isFacilitator).length
  const facilitatorCount = seated.length - memberCount
  // Trying sizes costs milliseconds, and the session changes far more often than the room.
  const layout = useMemo(
    () => (size === null ? null : layOutSeats({ ...size, memberCount, facilitatorCount })),
    [size, memberCount, facilitatorCount],
  )
  return (
    <div ref={field} className={styles['circle']}>
      {layout === null ? null : (
        <>
          <Seats layout={layout} />
          <div
            className={styles['middle']}
            style={{
              insetInlineStart: layout.centre.x,
              insetBlockStart: layout.centre.y,
              inlineSize: clearWidth(layout, size?.height ?? 0),
            }}
          >
            <PhaseClock step={step} onRun={onRun} />
          </div>
        </>
      )}
    </div>
  )
}

function Seats({ layout }: { readonly layout: ReturnType<typeof layOutSeats> }) {
  const live = useLive()
  const { seated, zone, showsSeconds, selectedId, menuId, tapSeat, openMenu } = live
  // Seats count a turn by the second; when nobody speaks, only "out 4 min" and the rings can change.
  const someoneSpeaks = live.state.floor.length > 0
  const state = useAdvanced(someoneSpeaks ? tickMs(showsSeconds) : 5_000)
  const unheard = useMemo(() => new Set(notHeard(live.state)), [live.state])
  return (
    <ul className={styles['seats']} aria-label="Seats">
      {seated.map((before) => {
        const progress = state.people.find(({ personId }) => personId === before.personId) ?? before.progress
        const person = { ...before, progress }
        const place = (person.isFacilitator ? layout.facilitators : layout.members)[person.seat - 1]
        if (place === undefined) return null
        const words = seatWords(person, { state, zone, showsSeconds })
        const hasFloor = state.floor.includes(person.personId)
        return (
          <Seat
            key={person.personId}
            personId={person.personId}
            x={place.x}
            y={place.y}
            width={person.isFacilitator ? layout.facilitatorSize.width : layout.diameter}
            isFacilitator={person.isFacilitator}
            name={person.name}
            initials={person.initials}
            role={progress.role}
            seatKey={person.key}
            caption={words.caption}
            hasCaption={layout.hasCaptions}
            sentence={seatSentence(person, words, hasFloor)}
            badge={words.badge}
            presence={progress.presence}
            ring={talkRing(state, progress)}
            hasFloor={hasFloor}
            isUnheard={unheard.has(person.personId)}
            isSelected={selectedId === person.personId}
            isMenuOpen={menuId === person.personId}
            onTap={tapSeat}
            onMenu={openMenu}
          />
        )
      })}
    </ul>
  )
}
