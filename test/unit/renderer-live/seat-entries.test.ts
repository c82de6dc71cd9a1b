import { describe, expect, test } from 'vitest'
import { leadActs, presenceActs, seatCommand } from '../../../src/renderer/live/seat-commands.ts'
import { seatEntries } from '../../../src/renderer/live/seat-entries.ts'
import { captionThatFits, seatWords } from '../../../src/renderer/live/seat-words.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { circleOrder } from '../../../src/shared/roster/circle-order.ts'
import { person, prepareCommand } from '../session/arbitraries.ts'
import { act, actAll, firstStamp, startRun, type Run } from '../session/run.ts'
import { roster, running } from './people.ts'

const hand = { isArranged: true, takeUp: () => undefined, reset: () => undefined }

function entriesOf(run: Run, index: number, isArranged = true) {
  const seated = seatPeople(run.state, roster, false)
  const found = seated.find(({ personId }) => personId === person(index))
  if (found === undefined) throw new Error('Nobody sits there')
  const live = { state: run.state, seated, act: () => undefined }
  return seatEntries(found, live, { ...hand, isArranged }, () => undefined)
}

function leadNames(run: Run, index: number): string[] {
  return entriesOf(run, index)
    .filter(({ id }) => id.startsWith('lead '))
    .map(({ name }) => name)
}

describe('the menu of a seat', () => {
  test('has each letter once, whoever sits there and wherever they are', () => {
    const runs = [
      running,
      startRun(),
      act(running, { type: 'step-out', personId: person(2) }),
      act(running, { type: 'end' }),
      act(running, { type: 'hand-over', personId: person(1) }),
    ]
    for (const run of runs) {
      for (const index of [0, 1, 2, 3]) {
        const letters = entriesOf(run, index).flatMap(({ keys }) => keys ?? [])
        expect(new Set(letters).size).toBe(letters.length)
      }
    }
  })

  test('moves the seat at any time, and puts seats in a circle again where they were moved', () => {
    expect(entriesOf(running, 2).map(({ id }) => id)).toEqual(expect.arrayContaining(['move', 'reset']))
    expect(entriesOf(running, 2, false).map(({ id }) => id)).not.toContain('reset')
  })

  test('lets the lead hand over to a co-lead who is there, and a co-lead take it', () => {
    expect(leadNames(running, 0)).toEqual(['Hands the lead over to Maya Ortiz'])
    expect(leadNames(running, 1)).toEqual(['Takes the lead'])
    expect(leadNames(running, 2)).toEqual([])
    expect(leadNames(act(running, { type: 'hand-over', personId: person(1) }), 1)).toEqual([
      'Hands the lead over to you',
    ])
    expect(leadNames(act(running, { type: 'leave', personId: person(1) }), 0)).toEqual([])
    expect(leadNames(act(running, { type: 'end' }), 0)).toEqual([])
  })

  test('offers individual work to members, not to facilitators', () => {
    const expected = { presence: 'expected', hasAgreed: true } as const
    const types = (role: 'member' | 'co-lead') =>
      presenceActs('prepared', { ...expected, role }).map(({ type }) => type)
    expect(types('member')).toContain('substitute')
    expect(types('co-lead')).not.toContain('substitute')
  })
})

describe('an observer', () => {
  const prepare = prepareCommand()
  const attendees = prepare.attendees.map((one, index) =>
    index === 1 ? { ...one, role: 'observer' as const } : one,
  )
  const run = actAll(
    startRun({ ...prepare, attendees }),
    [0, { type: 'arrive-all' }],
    [0, { type: 'start', end: 'full-length' }],
  )

  test('has no floor and no marks, and sits with the facilitators', () => {
    expect(seatCommand(run.state, person(1))).toBeNull()
    expect(entriesOf(run, 1).map(({ id }) => id)).toEqual([
      'step-out',
      'leave',
      `lead ${person(1)}`,
      'move',
      'reset',
    ])
    const seated = seatPeople(run.state, roster, false)
    const observer = seated.find(({ personId }) => personId === person(1))
    expect(observer).toMatchObject({ isFacilitator: true, key: 'G' })
    expect(
      leadActs(run.state, seated, seated.find(({ personId }) => personId === person(0)) ?? fail()),
    ).toEqual([])
  })
})

describe('quieter than usual', () => {
  test('stands under a seat, shorter where there is little room', () => {
    const [seat] = seatPeople(running.state, roster, false)
    if (seat === undefined) throw new Error('Ana sits there')
    const view = { state: running.state, zone: firstStamp.zone, showsSeconds: true, isQuieter: true }
    const { caption } = seatWords(seat, view)
    expect(caption).toBe('quieter than usual')
    expect(captionThatFits(caption, 140)).toBe('quieter than usual')
    expect(captionThatFits(caption, 70)).toBe('quieter')
    expect(captionThatFits('from 18:09', 20)).toBe('from 18:09')
  })
})

test('a round goes the way the seats stand now', () => {
  const ids = [person(2), person(3), person(4)]
  const places = [
    { personId: person(2), x: 0.9, y: 0.4 },
    { personId: person(3), x: 0.5, y: 0.1 },
    { personId: person(4), x: 0.1, y: 0.4 },
  ]
  expect(circleOrder(ids, places, person(0))).toEqual([person(4), person(3), person(2)])
})

function fail(): never {
  throw new Error('expected someone')
}
