import { describe, expect, test } from 'vitest'
import { presenceActs } from '../../../src/renderer/live/seat-commands.ts'
import { seatLabel, seatSentence, seatWords } from '../../../src/renderer/live/seat-words.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { talkRing } from '../../../src/renderer/live/talk-ring.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { person } from '../session/arbitraries.ts'
import { act, actAll, firstStamp, type Run } from '../session/run.ts'
import { prepared, roster, running } from './people.ts'

const minute = 60_000

function view(state: SessionState) {
  return { state, zone: firstStamp.zone, showsSeconds: true, isQuieter: false }
}

function see(run: Run, index: number) {
  const found = seatPeople(run.state, roster, false).find(({ personId }) => personId === person(index))
  if (found === undefined) throw new Error('Nobody sits there')
  const words = seatWords(found, view(run.state))
  return { ...words, sentence: seatSentence(found, words, run.state.floor.includes(found.personId)) }
}

describe('a seat', () => {
  test('says who has the floor and for how long', () => {
    const run = actAll(
      running,
      [0, { type: 'give-floor', personId: person(2) }],
      [80_000, { type: 'extend-phase', minutes: 2 }],
    )
    expect(see(run, 2)).toEqual({
      caption: '1:20',
      badge: null,
      sentence: 'Ana, seat 1, has the floor, 1:20',
    })
  })

  test('tells presence in words and shape', () => {
    expect(see(prepared, 2)).toMatchObject({ caption: 'expected', badge: null })
    expect(see(act(prepared, { type: 'delay', personId: person(2) }), 2).badge).toBe('on-the-way')
    expect(see(act(prepared, { type: 'arrive', personId: person(2) }), 2)).toMatchObject({
      caption: '',
      badge: 'here',
    })
    const out = actAll(
      running,
      [0, { type: 'step-out', personId: person(2) }],
      [4 * minute, { type: 'extend-phase', minutes: 2 }],
    )
    expect(see(out, 2)).toMatchObject({ caption: 'out 4 min', badge: 'out' })
    const left = act(running, { type: 'leave', personId: person(2) }, 10 * minute)
    expect(see(left, 2).caption).toMatch(/^left /)
    const late = actAll(
      prepared,
      [0, { type: 'start', end: 'full-length' }],
      [9 * minute, { type: 'arrive', personId: person(2) }],
    )
    expect(see(late, 2).caption).toMatch(/^from /)
    expect(see(late, 2).badge).toBe('late')
  })

  test('keeps a missing agreement and listening in sight', () => {
    expect(see(running, 3)).toMatchObject({ caption: 'yet to agree', badge: 'yet-to-agree' })
    const passed = act(running, { type: 'mark', personId: person(4), mark: 'passed' })
    expect(see(passed, 4)).toMatchObject({ caption: 'listening', badge: 'listening' })
    const marked = act(running, { type: 'mark', personId: person(4), mark: 'shared' })
    expect(see(marked, 4).caption).toBe('1 mark')
  })

  test.each([
    ['Ben', 76, { text: 'Ben', size: 'large' }],
    ['Bartholo', 76, { text: 'Bartholo', size: 'small' }],
    ['Maximiliane-Charlotte', 76, { text: 'MC', size: 'large' }],
    ['Ben', 44, { text: 'Ben', size: 'small' }],
    ['Benjamin', 44, { text: 'MC', size: 'small' }],
    ['Sarah', 60, { text: 'Sarah', size: 'large' }],
    ['شيرين', 60, { text: 'شيرين', size: 'small' }],
    ['👩‍👩‍👧‍👦', 76, { text: '👩‍👩‍👧‍👦', size: 'large' }],
  ] as const)('%s fits into %d pixels', (name, diameter, label) => {
    expect(seatLabel(name, 'MC', diameter)).toEqual(label)
  })

  test('its menu offers only what the session takes', () => {
    const moments = [
      prepared,
      act(prepared, { type: 'delay', personId: person(3) }),
      act(prepared, { type: 'excuse', personId: person(3) }),
      act(prepared, { type: 'mark-absent', personId: person(3) }),
      act(prepared, { type: 'arrive', personId: person(3) }),
      running,
      act(running, { type: 'step-out', personId: person(3) }),
      act(running, { type: 'leave', personId: person(3) }),
      act(running, { type: 'end' }),
    ]
    for (const run of moments) {
      const found = run.state.people.find(({ personId }) => personId === person(3))
      if (found === undefined) throw new Error('Nobody sits there')
      const offered = presenceActs(run.state.stage, found)
      expect(offered.length).toBeGreaterThan(0)
      for (const { type } of offered) expect(act(run, { type, personId: person(3) }).refusal).toBeNull()
    }
  })

  test('its ring grows with the share of all talk and never beyond itself', () => {
    expect(talkRing(running.state, running.state.people[2] ?? fail())).toBe(0)
    const run = actAll(
      running,
      [0, { type: 'give-floor', personId: person(2) }],
      [minute, { type: 'release-floor', personId: person(2) }],
    )
    expect(talkRing(run.state, run.state.people[2] ?? fail())).toBe(1)
    expect(talkRing(run.state, run.state.people[3] ?? fail())).toBe(0)
  })
})

function fail(): never {
  throw new Error('Nobody sits there')
}
