import { useRef } from 'react'
import { isBreakPhase } from '../../shared/session/advance.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import styles from './FloorBar.module.css'
import { lastHandover, notHeard, silenceMs, speakingNow } from './floor-summary.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { nameIn, type Seated } from './seated.ts'
import { aboutMinutes, minutesAndSeconds } from './time-words.ts'
import { namesThatFit, narrowWidth } from './names-that-fit.ts'
import { useSize } from './use-size.ts'

/** Who has not been heard, who speaks, who spoke before. It says so and asks nothing. */
export function FloorBar() {
  const { state } = useLive()
  if (state.stage === 'prepared') {
    return <p className={styles['quiet']}>Press a seat or its key when someone is here.</p>
  }
  if (state.stage === 'ended') {
    return <p className={styles['quiet']}>Z takes the end back, should it have come too early.</p>
  }
  return <Floor />
}

function Floor() {
  const { state, seated } = useLive()
  const bar = useRef<HTMLUListElement>(null)
  const width = useSize(bar)?.width ?? 0
  const ids = notHeard(state)
  const people = seated.filter(({ personId }) => ids.includes(personId))
  const speakers = state.floor.length
  const withBefore = namesThatFit(people, width, { speakers, hasBefore: true })
  // The names matter more than who spoke before.
  const hasBefore = width >= narrowWidth && withBefore.length === people.length
  return (
    <ul ref={bar} className={styles['bar']}>
      <NotHeard
        people={people}
        shown={hasBefore ? withBefore : namesThatFit(people, width, { speakers, hasBefore: false })}
      />
      <NowSpeaking />
      {hasBefore ? <Before /> : null}
    </ul>
  )
}

interface NotHeardProps {
  readonly people: readonly Seated[]
  readonly shown: readonly Seated[]
}

function NotHeard({ people, shown }: NotHeardProps) {
  const { state, tapSeat } = useLive()
  if (people.length === 0) return <li className={styles['part']}>{nobodyLeft(state)}</li>
  return (
    <li className={styles['part']}>
      <strong>
        Not heard<span className={styles['inPhase']}> in this phase</span>
      </strong>
      <span className={styles['names']}>
        {shown.map(({ personId, name }) => (
          <button
            key={personId}
            type="button"
            className={styles['chip']}
            aria-label={`Give ${name} the floor`}
            onClick={() => tapSeat(personId)}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
        {people.length > shown.length ? (
          <span>{shown.length === 0 ? people.length : `and ${people.length - shown.length} more`}</span>
        ) : null}
      </span>
    </li>
  )
}

function nobodyLeft(state: Parameters<typeof notHeard>[0]): string {
  if (isBreakPhase(state)) return 'A break: nobody has the floor'
  const isRoomEmpty = state.people.every(
    ({ presence, role }) => presence !== 'present' || isFacilitator(role),
  )
  return isRoomEmpty ? 'Nobody is here yet' : 'Everyone has been heard in this phase'
}

function NowSpeaking() {
  const { seated, showsSeconds } = useLive()
  const state = useAdvanced(tickMs(showsSeconds))
  const speakers = speakingNow(state)
  const silence = silenceMs(state)
  const time = (ms: number) => (showsSeconds ? minutesAndSeconds(ms) : aboutMinutes(ms))
  if (speakers.length === 0 && silence === null) return null
  return (
    <li className={styles['part']}>
      <strong>{speakers.length === 0 ? 'Silence' : 'Now'}</strong>
      <span className={styles['soft']}>
        {speakers.length === 0 && silence !== null ? time(silence) : null}
        {speakers.slice(0, 2).map(({ personId, turnMs }, index) => (
          <span key={personId}>
            {index === 0 ? null : ' · '}
            <bdi>{nameIn(seated, personId)}</bdi>, {time(turnMs)}
          </span>
        ))}
        {speakers.length > 2 ? ` and ${speakers.length - 2} more` : null}
      </span>
    </li>
  )
}

function Before() {
  const { state, seated } = useLive()
  const handover = lastHandover(state)
  if (handover === null) return null
  return (
    <li className={styles['part']}>
      <strong>Before</strong>
      <span className={styles['soft']}>
        <bdi>{nameIn(seated, handover[0])}</bdi> → <bdi>{nameIn(seated, handover[1])}</bdi>
      </span>
    </li>
  )
}
