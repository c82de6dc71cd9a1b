import { describe, expect, test } from 'vitest'
import { notHeard, silenceMs } from '../../../src/renderer/live/floor-summary.ts'
import { fitNames } from '../../../src/renderer/live/fit-names.ts'
import { sourceWords } from '../../../src/renderer/live/numbers-source-words.ts'
import { otherObservation, passOnCommand } from '../../../src/renderer/live/room-keys.ts'
import {
  forecastWords,
  peopleInRounds,
  roundSentence,
  shareWords,
  turnWords,
} from '../../../src/renderer/live/round-words.ts'
import { talkRing } from '../../../src/renderer/live/talk-ring.ts'
import { person } from '../session/arbitraries.ts'
import { act, actAll } from '../session/run.ts'
import { running } from './people.ts'

const minute = 60_000
const inRound = act(running, { type: 'next-phase' }, minute)
const order = [2, 3, 4, 5, 6, 7].map(person)

describe('the words of a round', () => {
  test('count in steps of five seconds, and by the minute where seconds press', () => {
    expect(shareWords(68_000, true)).toBe('about 1:10 each')
    expect(shareWords(100_000, false)).toBe('about 2 min each')
    expect(shareWords(20_000, false)).toBe('under 1 min each')
    expect(shareWords(40_000, false)).toBe('under 1 min each')
    expect(shareWords(0, true)).toBe('the time is used')
  })

  test('say a long turn as they say a short one', () => {
    expect(turnWords({ tookMs: 40_000, shareMs: 70_000 }, true)).toBe('0:40 of 1:10')
    expect(turnWords({ tookMs: 90_000, shareMs: 70_000 }, true)).toBe('1:30 of 1:10')
    expect(turnWords({ tookMs: 90_000, shareMs: 120_000 }, false)).toBe('2 of 2 min')
    expect(turnWords({ tookMs: 20_000, shareMs: 120_000 }, false)).toBe('about 2 min')
    expect(turnWords({ tookMs: 20_000, shareMs: 20_000 }, false)).toBe('speaking')
    expect(turnWords({ tookMs: 40_000, shareMs: 0 }, true)).toBe('0:40')
  })

  test('tell what lies ahead', () => {
    const round = { kind: 'round', minutes: 5, minimumMinutes: 3 } as const
    expect(forecastWords(round, 10, true)).toBe('18 to 30 s each, 10 people')
    expect(forecastWords({ ...round, minutes: 25, minimumMinutes: 15 }, 10, true)).toBe(
      '1:30 to 2:30 each, 10 people',
    )
    expect(forecastWords(round, 1, false)).toBe('5 min each, 1 person')
    // Half a minute for each of ten is not a minute each: that would be ten.
    expect(forecastWords(round, 10, false)).toBe('under 1 min each, 10 people')
    expect(forecastWords({ ...round, kind: 'plain' }, 10, true)).toBeNull()
    expect(peopleInRounds(running.state)).toBe(6)
    expect(peopleInRounds(act(running, { type: 'leave', personId: person(2) }).state)).toBe(5)
  })

  test('are said aloud in one sentence', () => {
    expect(roundSentence('Ben', 'Fay', 4)).toBe('Ben has the turn. Fay is next, 4 turns to come.')
    expect(roundSentence(null, null, 0)).toBe('Everyone has had a turn.')
  })
})

test('R goes round the seats, gives the floor back at the end, and then has nothing to do', () => {
  let run = inRound
  const turns: unknown[] = []
  for (let key = 0; key < 9; key += 1) {
    const command = passOnCommand(run.state, order)
    if (command === null) break
    turns.push(command.type === 'pass-on' ? command.personId : command)
    run = act(run, command, minute)
  }
  expect(turns).toEqual([...[2, 3, 4, 5, 6, 7].map(person), null])
  expect(run.state.floor).toEqual([])
  expect(passOnCommand(running.state, order)).toBeNull()
})

describe('not yet heard', () => {
  test('in a round is who has not gone: passing counts, answering somebody does not', () => {
    const run = actAll(
      inRound,
      [0, { type: 'pass-on', personId: person(2) }],
      [minute, { type: 'give-floor', personId: person(5) }],
      [0, { type: 'mark', personId: person(4), mark: 'quiet' }],
    )
    expect(notHeard(run.state)).toEqual([person(3), person(5), person(6), person(7)])
  })

  test('by samples is who was in none, without those who listen by choice; nothing is known before the first', () => {
    const asked = act(running, { type: 'observe', observation: 'sampling' })
    expect(notHeard(asked.state)).toEqual([])
    expect(silenceMs(asked.state)).toBeNull()
    expect(sourceWords(asked.state)).toBe('from 5-min samples, none asked yet')
    const run = actAll(
      asked,
      [6 * minute, { type: 'answer-sample', sample: 0, heardIds: [person(2), person(3)], isComplete: true }],
      [0, { type: 'mark', personId: person(4), mark: 'quiet' }],
      [5 * minute, { type: 'set-topic', topic: '' }],
    )
    expect(notHeard(run.state)).toEqual([person(5), person(6), person(7)])
    expect(sourceWords(run.state)).toBe('from 5-min samples, 1 of 2 answered')
    const [, , ana, , cal] = run.state.people
    if (ana === undefined || cal === undefined) throw new Error('nobody here')
    expect(talkRing(run.state, ana)).toBe(1)
    expect(talkRing(run.state, cal)).toBe(0)
    expect(otherObservation(run.state)).toEqual({ type: 'observe', observation: 'floor' })
    expect(sourceWords(running.state)).toBe('from taps')
  })
})

test('names that do not fit are counted instead', () => {
  const people = ['Ana', 'Ben', 'Cal', 'Dee', 'Eli'].map((name) => ({ name }))
  expect(fitNames(people, 100)).toHaveLength(5)
  expect(fitNames(people, 80)).toHaveLength(2)
  expect(fitNames(people, 20)).toHaveLength(0)
})
