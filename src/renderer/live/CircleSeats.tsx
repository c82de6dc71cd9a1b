import { useMemo } from 'react'
import { findQuieter, type Baseline } from '../../shared/session/baseline.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { useRead } from '../app/api.ts'
import { slotsOf } from './arrange-seats.ts'
import styles from './Circle.module.css'
import { notHeard } from './floor-summary.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { Seat } from './Seat.tsx'
import { captionRooms } from './seat-captions.ts'
import type { SeatSigns } from './seat-signs.ts'
import type { Place, SeatLayout } from './seat-space.ts'
import { roleCaption, seatSentence, seatWords, type SeatWords } from './seat-words.ts'
import type { Seated } from './seated.ts'
import { talkRing } from './talk-ring.ts'
import { usePicked } from './use-picked.ts'
import type { SeatMoves } from './use-seat-moves.ts'

interface CircleSeatsProps {
  readonly layout: SeatLayout
  readonly signs: ReadonlyMap<Place, SeatSigns>
  readonly moving: SeatMoves['moving']
}

const still: Place = { x: 0, y: 0 }
const noBaselines: readonly Baseline[] = []

export function CircleSeats({ layout, signs, moving }: CircleSeatsProps) {
  const live = useLive()
  const { seated, zone, showsSeconds } = live
  // Seats count a turn by the second; when nobody speaks, only "out 4 min" and the rings can change.
  const someoneSpeaks = live.state.floor.length > 0
  const baselines = useRead('session.baselines', { sessionId: live.sessionId })
  const known = baselines.status === 'ready' ? baselines.value : noBaselines
  const drawnAt = (now: SessionState) => drawSeats(seated, now, { zone, showsSeconds, baselines: known })
  const state = useAdvanced(someoneSpeaks ? tickMs(showsSeconds) : 5_000, (now) =>
    drawnAt(now)
      .map(({ words, ring }) => `${words.caption} ${words.badge} ${ring}`)
      .join('\n'),
  )
  const unheard = useMemo(() => new Set(notHeard(live.state)), [live.state])
  const slots = useMemo(() => slotsOf(seated, layout), [seated, layout])
  const captionRoom = useMemo(() => captionRooms(layout), [layout])
  return (
    <ul className={styles['seats']} aria-label="Seats">
      {drawnAt(state).map(({ person, words, ring }) => {
        const { personId } = person
        const place = slots.get(personId)
        if (place === undefined) return null
        return (
          <SeatAt
            key={personId}
            person={person}
            place={place}
            words={words}
            ring={ring}
            hasFloor={state.floor.includes(personId)}
            isUnheard={unheard.has(personId) && !state.floor.includes(personId)}
            captionRoom={captionRoom.get(place) ?? 0}
            layout={layout}
            signs={signs}
            moving={moving?.personId === personId ? moving : null}
          />
        )
      })}
    </ul>
  )
}

interface DrawnSeat {
  readonly person: Seated
  readonly words: SeatWords
  readonly ring: number
}

interface SeatView {
  readonly zone: string
  readonly showsSeconds: boolean
  readonly baselines: readonly Baseline[]
}

/** What the seats say at a moment. `state` must be advanced to it. */
function drawSeats(
  seated: readonly Seated[],
  state: SessionState,
  { zone, showsSeconds, baselines }: SeatView,
): DrawnSeat[] {
  const quieter = new Set(findQuieter(state, baselines))
  return seated.map((before) => {
    const progress = state.people.find(({ personId }) => personId === before.personId) ?? before.progress
    const person = { ...before, progress }
    const isQuieter = quieter.has(person.personId)
    return {
      person,
      words: seatWords(person, { state, zone, showsSeconds, isQuieter }),
      ring: talkRing(state, progress),
    }
  })
}

interface SeatAtProps extends CircleSeatsProps {
  readonly person: Seated
  readonly place: Place
  readonly words: SeatWords
  readonly ring: number
  readonly hasFloor: boolean
  readonly isUnheard: boolean
  readonly captionRoom: number
}

/** Gives a seat what is drawn, and nothing else, so that it is drawn again only when that changes. */
function SeatAt({ person, place, words, layout, signs, moving, ...rest }: SeatAtProps) {
  const { tapSeat, openMenu } = useLive()
  const { personId, isFacilitator } = person
  const isSelected = usePicked(({ selectedId }) => selectedId === personId)
  const isMenuOpen = usePicked(({ menuId }) => menuId === personId)
  const by = moving?.by ?? still
  return (
    <Seat
      {...rest}
      personId={personId}
      x={place.x + by.x}
      y={place.y + by.y}
      signs={signs.get(place) ?? null}
      width={isFacilitator ? layout.facilitatorSize.width : layout.diameter}
      isFacilitator={isFacilitator}
      name={person.name}
      initials={person.initials}
      role={roleCaption(person.progress.role)}
      seatKey={person.key}
      caption={words.caption}
      hasCaption={layout.hasCaptions}
      sentence={seatSentence(person, words, rest.hasFloor)}
      badge={words.badge}
      presence={person.progress.presence}
      isSelected={isSelected}
      isMenuOpen={isMenuOpen}
      isMoving={moving !== null}
      isMovedByKeys={moving?.isByKeys === true}
      onTap={tapSeat}
      onMenu={openMenu}
    />
  )
}
