import type { PersonProgress, SessionState, Turn } from '../../../src/shared/session/state.ts'
import { isFacilitator } from '../../../src/shared/session/vocabulary.ts'

/** What is wrong with a state, in words; empty when everything in it agrees. */
export function contradictions(state: SessionState): string[] {
  const wrong: string[] = []
  const must = (holds: boolean, words: string) => {
    if (!holds) wrong.push(words)
  }
  checkTimes(state, must)
  checkAgenda(state, must)
  for (const person of state.people) checkPerson(person, state, must)
  for (const turn of state.turns) checkTurn(turn, state, must)
  checkRecord(state, must)
  checkSigned(state, must)
  checkGaps(state, must)
  return wrong
}

type Must = (holds: boolean, words: string) => void

function checkTimes({ elapsedMs, pausedMs, phases, people, time }: SessionState, must: Must): void {
  const phaseMs = sum(phases, ({ actualMs }) => actualMs)
  // Talk is what one person and several persons at once make together.
  const talkMs = sum(people, (person) => person.talkMs)
  const { silenceMs, oneMs, severalMs, breakMs, unobservedMs } = time
  must(
    silenceMs + oneMs + severalMs + breakMs + unobservedMs === elapsedMs,
    'the parts of the time do not sum to the whole',
  )
  must(phaseMs + pausedMs === elapsedMs, 'phases and pauses do not sum to the whole')
  must(Math.min(elapsedMs, pausedMs, ...Object.values(time)) >= 0, 'a time is negative')
  must(talkMs >= oneMs + 2 * severalMs, 'several at once were fewer than two')
}

function checkAgenda(
  { stage, phases, floor, startedAtMs, endedAtMs, ...state }: SessionState,
  must: Must,
): void {
  const isOn = stage === 'running' || stage === 'paused'
  must(
    count(phases, ({ status }) => status === 'current') === (isOn ? 1 : 0),
    'not exactly one phase is current',
  )
  must(isDistinct(phases.map(({ id }) => id)), 'a phase is there twice')
  must(
    phases.every(({ actualMs }) => actualMs >= 0),
    'a phase took less than no time',
  )
  must(
    phases.every(({ kind, goneIds }) => isDistinct(goneIds) && (kind === 'round' || goneIds.length === 0)),
    'somebody went twice in a round, or outside of one',
  )
  must(isDistinct(floor), 'somebody has the floor twice')
  must(isOn || floor.length === 0, 'somebody has the floor while no session goes on')
  must((stage === 'ended') === (endedAtMs !== null), 'it ended and did not')
  must((stage === 'prepared') === (startedAtMs === null), 'it began and did not')
  must(state.enteredLateAtMs === null || stage === 'ended', 'a session from paper goes on')
}

function checkPerson(person: PersonProgress, { elapsedMs, turns, floor }: SessionState, must: Must): void {
  const { personId, talkMs, breakMs, presentMs, heardIn } = person
  must(talkMs >= 0, 'a talk time is negative')
  must(talkMs + breakMs <= presentMs, 'somebody talked longer than they were there')
  must(presentMs <= elapsedMs, 'somebody was there longer than the session')
  must(person.turns === count(turns, (turn) => turn.personId === personId), 'turns are miscounted')
  must(person.presence === 'present' || !floor.includes(personId), 'somebody absent has the floor')
  must(isAscending(heardIn), 'somebody was heard twice in one span')
}

function checkTurn({ personId, startMs, endMs }: Turn, { elapsedMs, floor }: SessionState, must: Must): void {
  const untilMs = endMs ?? elapsedMs
  const isInside = startMs <= untilMs && untilMs <= elapsedMs
  must(isInside && (endMs !== null || floor.includes(personId)), 'a turn lies outside the session')
}

function checkRecord(
  { people, marks, checkIns, followUps, sampling, erasedIds }: SessionState,
  must: Must,
): void {
  must(count(people, ({ role }) => role === 'lead') === 1, 'not exactly one person leads')
  must(isDistinct(people.map(({ personId }) => personId)), 'somebody sits there twice')
  must(isAscending(marks.map(({ seq }) => seq)), 'a mark is there twice')
  must(
    isDistinct(checkIns.map((one) => `${one.personId} ${one.moment} ${one.measureId}`)),
    'a number is there twice',
  )
  must(
    checkIns.every(({ value, personId }) => value >= 0 && value <= 10 && isMember(people, personId)),
    'a number is not one of a member',
  )
  const risks = marks
    .filter(({ mark, personId }) => mark === 'risk' && !erasedIds.includes(personId))
    .map(({ seq }) => seq)
  must(
    isSame(
      risks,
      followUps.map(({ mark }) => mark),
    ),
    'a follow-up without its risk, or a risk without one',
  )
  must(isAscending(sampling.answers.map(({ sample }) => sample)), 'a span was answered twice')
  must(
    sampling.answers.every(({ heardIds }) => isDistinct(heardIds)),
    'somebody was heard twice in an answer',
  )
}

function checkSigned({ signed, people, stage, erasedIds }: SessionState, must: Must): void {
  must(isDistinct(erasedIds) && (erasedIds.length === 0 || stage === 'ended'), 'a chart was erased twice')
  must(
    erasedIds.every((personId) => isMember(people, personId)),
    'a chart was erased of somebody who was not there',
  )
  must(
    signed.every(({ personId }) => !erasedIds.includes(personId)),
    'something is signed about somebody whose chart is gone',
  )
  must(signed.length === 0 || stage === 'ended', 'a session goes on in which something is signed')
  must(isDistinct(signed.map(({ noteId }) => noteId)), 'a signed text is there twice')
  must(
    isDistinct(signed.filter(({ kind }) => kind === 'note').map(({ personId }) => personId)),
    'somebody has two notes',
  )
  must(
    signed.every(({ personId }) => isMember(people, personId)),
    'a note is not about a member',
  )
  for (const [index, { kind, amends, personId, signedById }] of signed.entries()) {
    const amended = signed.slice(0, index).find(({ noteId }) => noteId === amends)
    must((kind === 'note') === (amends === null), 'a note amends another, or an amendment none')
    must(kind === 'note' || amended?.personId === personId, 'what was amended is not there, or is another’s')
    must(kind !== 'co-signature' || amended?.signedById !== signedById, 'somebody co-signed for themselves')
  }
}

function checkGaps({ gaps, elapsedMs, stage }: SessionState, must: Must): void {
  must(isAscending(gaps.map(({ seq }) => seq)), 'a gap is there twice')
  must(
    gaps.every(({ atMs, awayMs }) => awayMs >= 0 && atMs >= 0 && atMs <= elapsedMs),
    'a gap lies outside the session',
  )
  must(
    gaps.every(({ verdict }) => verdict !== 'end') || stage === 'ended',
    'a session goes on after a gap that was its end',
  )
}

function isMember(people: SessionState['people'], personId: PersonProgress['personId']): boolean {
  return people.some((person) => person.personId === personId && !isFacilitator(person.role))
}

function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  let total = 0
  for (const item of items) total += numberOf(item)
  return total
}

function count<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return sum(items, (item) => (holds(item) ? 1 : 0))
}

function isDistinct(items: readonly string[]): boolean {
  return items.length < 2 || new Set(items).size === items.length
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number))
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, index) => number === other[index])
}
