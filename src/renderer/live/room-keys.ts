import { advance } from '../../shared/session/advance.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { PersonId } from '../../shared/ids.ts'
import { currentRound, nextInRound } from '../../shared/session/round.ts'
import { openSample } from '../../shared/session/sampling.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { readNow } from '../app/core-clock.ts'
import type { Live } from './live-context.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface Desk {
  readonly live: Live
  readonly view: LiveView
  readonly change: ChangeView
}

/** What moves a round on: the next around the circle has the floor, or, when nobody is left, nobody has. Null outside of one. */
export function passOnCommand(state: SessionState, order: readonly PersonId[]): Command | null {
  const round = currentRound(state)
  if (round === null || state.stage !== 'running') return null
  const personId = nextInRound(round, order)
  return personId === null && state.floor.length === 0 ? null : { type: 'pass-on', personId }
}

/** The key R. The numbers, when they are asked for, go along with the turn. */
export function passOn({ live, view, change }: Desk): void {
  const { order } = live
  const command = passOnCommand(live.state, order)
  if (command === null) return change({ hint: whyNot(live.state) })
  live.act((latest) => passOnCommand(latest, order))
  const personId = command.type === 'pass-on' ? command.personId : null
  if (personId === null) return change({ hint: null })
  const { checkIn } = view
  live.picked.pick({ selectedId: personId })
  change({
    hint: null,
    ...(checkIn === null ? {} : { checkIn: { ...checkIn, personId, measureId: null, isCleared: false } }),
  })
}

function whyNot(state: SessionState): string {
  if (state.stage === 'paused') return 'The session is paused. P goes on.'
  return currentRound(state) === null
    ? 'This phase is not a round. A seat’s key gives the floor.'
    : 'Everyone has had a turn.'
}

/** The key C: the strip of check-in numbers. It begins with whose turn it is. */
export function toggleCheckIn({ live, view, change }: Desk): void {
  if (view.checkIn !== null) return change({ checkIn: null })
  if (live.isConcealed) return change({ hint: 'Numbers are concealed. Press Esc to see them.' })
  const turnId = currentRound(live.state)?.turn?.personId ?? null
  change({
    hint: null,
    failure: null,
    checkIn: { personId: turnId, measureId: null, moment: null, isCleared: false },
  })
}

/**
 * What a seat's key or click does while the console asks who was heard: the name is noted, or taken back. Null when
 * nothing is asked.
 */
export function sampleCommand(latest: SessionState, personId: PersonId): Command | null {
  const state = atNow(latest)
  const asked = sampleShown(state)
  const person = state.people.find((one) => one.personId === personId)
  if (asked === null || person?.presence !== 'present' || person.role === 'observer') return null
  const { sample, heardIds } = asked
  const isHeard = heardIds.includes(personId)
  return {
    type: 'answer-sample',
    sample,
    heardIds: isHeard ? heardIds.filter((id) => id !== personId) : [...heardIds, personId],
    isComplete: false,
  }
}

/** Nobody else was heard. */
export function closeSampleCommand(latest: SessionState): Command | null {
  const asked = sampleShown(atNow(latest))
  if (asked === null) return null
  const { sample, heardIds } = asked
  return { type: 'answer-sample', sample, heardIds: [...heardIds], isComplete: true }
}

/** The question of the sampling mode. It waits while somebody has the turn of a round: then one looks at them. */
export function sampleShown(state: SessionState): ReturnType<typeof openSample> {
  return state.floor.length > 0 ? null : openSample(state)
}

function atNow(state: SessionState): SessionState {
  const now = readNow()
  return now === null ? state : advance(state, now)
}

/** Taps, or a question every five minutes; the other of the two. */
export function otherObservation({ observation }: Pick<SessionState, 'observation'>): Command {
  return { type: 'observe', observation: observation === 'floor' ? 'sampling' : 'floor' }
}
