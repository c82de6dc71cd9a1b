import { describe, expect, it, test } from 'vitest'
import { groupTypeSchema } from '../../../src/shared/agenda/group-type.ts'
import { measureIdSchema } from '../../../src/shared/ids.ts'
import { momentNow, moveBetween, numberBefore } from '../../../src/shared/measures/check-in.ts'
import {
  askedIn,
  isBuiltInMeasure,
  proposedMeasures,
  type Measure,
} from '../../../src/shared/measures/measure.ts'
import { comparedWords } from '../../../src/renderer/live/check-in-words.ts'
import { numberWords } from '../../../src/shared/record/member-facts.ts'
import { person, prepareCommand } from '../session/arbitraries.ts'
import { act, actAll, startRun, type Run } from '../session/run.ts'

const [craving = measureIdSchema.parse(''), mood = measureIdSchema.parse('')] =
  proposedMeasures('relapse-prevention')
const ana = person(2)
const give = (moment: 'start' | 'end', value: number) =>
  ({ type: 'record-check-in', personId: ana, moment, measureId: craving, value }) as const

function through(run: Run, phases: number): Run {
  return actAll(run, ...Array.from({ length: phases }, () => [60_000, { type: 'next-phase' }] as const))
}

describe('the moment of a number', () => {
  it.each(groupTypeSchema.options)('of a %s group is the start first, and the end when it closes', (type) => {
    const run = actAll(startRun(prepareCommand(type)), [0, { type: 'start', end: 'full-length' }])
    const last = run.state.phases.length - 1
    expect(momentNow(startRun(prepareCommand(type)).state)).toBe('start')
    expect(momentNow(run.state)).toBe('start')
    expect(momentNow(through(run, last).state)).toBe('end')
    expect(momentNow(act(run, { type: 'end' }).state)).toBe('end')
  })

  it('turns with the check-out round, also where grounding follows it', () => {
    const run = actAll(startRun(prepareCommand('trauma')), [0, { type: 'start', end: 'full-length' }])
    const names = run.state.phases.map(({ name }) => name)
    const at = names.findIndex((name) => name.startsWith('Check-out'))
    expect(momentNow(through(run, at - 1).state)).toBe('start')
    expect(momentNow(through(run, at).state)).toBe('end')
    expect(at).toBeLessThan(names.length - 1)
  })
})

describe('a number stands beside', () => {
  const last = [{ personId: ana, measureId: craving, moment: 'end', value: 8 } as const]
  const at = (moment: 'start' | 'end') => ({ personId: ana, measureId: craving, moment })
  const here = act(startRun(), { type: 'arrive-all' })

  it('the person’s own last one at the start, and today’s start at the end', () => {
    expect(numberBefore(here.state, last, at('start'))).toBe(8)
    expect(numberBefore(here.state, last, at('end'))).toBe(8)
    expect(numberBefore(act(here, give('start', 6)).state, last, at('end'))).toBe(6)
  })

  it('nobody else’s', () => {
    const others = last.map((one) => ({ ...one, personId: person(3) }))
    expect(numberBefore(here.state, others, at('start'))).toBeUndefined()
    expect(comparedWords(undefined, 4, 'lower')).toBeNull()
  })
})

test('better and harder go by the measure, and a number that neither is says neither', () => {
  expect(moveBetween(7, 4, 'lower')).toEqual({ direction: 'down', isBetter: true })
  expect(moveBetween(7, 4, 'higher')).toEqual({ direction: 'down', isBetter: false })
  expect(moveBetween(7, 9, 'neither')).toEqual({ direction: 'up', isBetter: null })
  expect(moveBetween(7, 7, 'higher')).toEqual({ direction: 'same', isBetter: null })
  expect(comparedWords(7, 4, 'lower')).toMatchObject({
    words: 'down from 7',
    spoken: 'down from 7, which is better',
  })
  expect(comparedWords(7, 7, 'lower')).toMatchObject({ words: 'as before', spoken: 'as before' })
})

test('every type of group is proposed one to three of the built-in measures, and asked none by itself', () => {
  for (const type of groupTypeSchema.options) {
    const ids = proposedMeasures(type)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThanOrEqual(3)
    expect(ids.every(isBuiltInMeasure)).toBe(true)
  }
  expect(askedIn({ measures: [], asked: [] }, startRun().state.groupId)).toEqual([])
})

function measure(id: typeof craving, name: string): Measure {
  return { id, name, better: 'lower', isBuiltIn: true, isRetired: false }
}

test('the debrief says a number at both ends in one line', () => {
  const measures = [measure(craving, 'Craving'), measure(mood, 'Mood')]
  const words = (run: Run) => numberWords(run.state, { personId: ana }, measures)
  const here = act(startRun(), { type: 'arrive-all' })
  const started = act(here, give('start', 7))
  expect(words(here)).toEqual([])
  expect(words(started)).toEqual(['craving 7'])
  expect(words(act(started, give('end', 4)))).toEqual(['craving 7 → 4'])
  expect(words(act(here, give('end', 4)))).toEqual(['craving 4 at the end'])
})
