import { useRef } from 'react'
import { isBreakPhase } from '../../shared/session/advance.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import styles from './FloorBar.module.css'
import { lastHandover, notHeard, silenceMs, speakingNow } from './floor-summary.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { nameIn, type Seated } from './seated.ts'
import { aboutMinutes, minutesAndSeconds } from './time-words.ts'
import { namesThatFit, narrowWidth } from './names-that-fit.ts'
import { NumbersSource } from './NumbersSource.tsx'
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

/** What the words about the source of the numbers take. */
const tappedWidth = 56
const sampledWidth = 126

function Floor() {
  const { state, seated } = useLive()
  const bar = useRef<HTMLUListElement>(null)
  const barWidth = useSize(bar)?.width ?? 0
  const width = barWidth - (state.observation === 'sampling' ? sampledWidth : tappedWidth)
  const ids = notHeard(state)
  const people = seated.filter(({ personId }) => ids.includes(personId))
  const speakers = state.floor.length
  const withBefore = namesThatFit(people, width, { speakers, hasBefore: true })
  // The names matter more than who spoke before.
  const hasBefore =
    state.observation === 'floor' && barWidth >= narrowWidth && withBefore.length === people.length
  return (
    <ul ref={bar} className={styles['bar']}>
      <NotHeard
        people={people}
        shown={hasBefore ? withBefore : namesThatFit(people, width, { speakers, hasBefore: false })}
      />
      <NowSpeaking />
      {hasBefore ? <Before /> : null}
      <li className={styles['source']}>
        <NumbersSource />
      </li>
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
        Not heard
        <span className={styles['inPhase']}>
          {state.observation === 'sampling' ? ' in the samples' : ' in this phase'}
        </span>
      </strong>
      <span className={styles['names']}>
        {shown.map(({ personId, name }) =>
          state.observation === 'sampling' ? (
            <span key={personId} className={styles['chip']}>
              <bdi>{name}</bdi>
            </span>
          ) : (
            <button
              key={personId}
              type="button"
              className={styles['chip']}
              aria-label={`Give ${name} the floor`}
              onClick={() => tapSeat(personId)}
            >
              <bdi>{name}</bdi>
            </button>
          ),
        )}
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
  if (isRoomEmpty) return 'Nobody is here yet'
  if (state.observation === 'floor') return 'Everyone has been heard in this phase'
  return state.sampling.answers.length === 0
    ? 'Asked every five minutes who has been heard'
    : 'Everyone has been heard in the samples'
}

function NowSpeaking() {
  const { seated, showsSeconds } = useLive()
  const time = (ms: number) => (showsSeconds ? minutesAndSeconds(ms) : aboutMinutes(ms))
  const timesIn = (now: SessionState) =>
    [...speakingNow(now).map(({ turnMs }) => turnMs), silenceMs(now) ?? 0].map(time).join(' ')
  const state = useAdvanced(tickMs(showsSeconds), timesIn)
  const speakers = speakingNow(state)
  const silence = silenceMs(state)
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
