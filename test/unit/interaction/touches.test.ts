import { describe, expect, test } from 'vitest'
import { addTouch, momentOfTouch, touchOfKey } from '../../../src/renderer/interaction/count-touch.ts'
import {
  placeWords,
  rateWords,
  totalTouches,
  touchBars,
} from '../../../src/renderer/interaction/touch-words.ts'
import type { Touches } from '../../../src/shared/ipc/interaction-calls.ts'
import { prepared, running } from '../renderer-live/people.ts'

const [first, second] = running.state.phases

function now(ms: number) {
  const { stamp } = running.state
  return stamp === null ? null : { ...stamp, wallMs: stamp.wallMs + ms, monoMs: stamp.monoMs + ms }
}

/** Some touches of a minute, one of them a click. */
function at(minute: number, phaseId: Touches['phaseId'], keyPresses: number): Touches {
  return { minute, phaseId, keyPresses, clicks: 1, typed: 500 }
}

function placeOf(...counts: readonly number[]) {
  return placeWords({
    all: 0,
    during: counts.reduce((sum, count) => sum + count, 0),
    phases: counts.map((count, index) => ({ name: `P${index}`, count })),
  })
}

const none = { repeat: false, isComposing: false, altKey: false, ctrlKey: false, metaKey: false }

function touch(key: string, more: Partial<Parameters<typeof touchOfKey>[0]> = {}) {
  return touchOfKey({ ...none, key, isInWords: false, ...more })
}

describe('a touch', () => {
  test('is a key, but none that is held down and no modifier that waits', () => {
    expect(touch('n')).toBe('keyPresses')
    expect(touch('n', { repeat: true })).toBeNull()
    for (const key of ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph'])
      expect(touch(key)).toBeNull()
    expect(touch('!', { altKey: true })).toBe('keyPresses')
  })

  test('in a field for words is typing, until it does something', () => {
    const isInWords = true
    for (const key of ['a', ' ', 'Backspace', 'ArrowLeft', 'Dead', 'ö'])
      expect(touch(key, { isInWords })).toBe('typed')
    expect(touch('Enter', { isInWords, isComposing: true })).toBe('typed')
    expect(touch('@', { isInWords, ctrlKey: true, altKey: true })).toBe('typed')
    for (const key of ['Enter', 'Escape', 'Tab']) expect(touch(key, { isInWords })).toBe('keyPresses')
    expect(touch('p', { isInWords, altKey: true })).toBe('keyPresses')
    expect(touch('z', { isInWords, ctrlKey: true })).toBe('keyPresses')
  })
})

describe('when it falls', () => {
  test('is the minute of the session and its phase, and no phase before the start', () => {
    expect(momentOfTouch(prepared.state, now(500_000))).toEqual({ minute: 0, phaseId: null })
    const { currentPhaseId } = running.state
    expect(momentOfTouch(running.state, now(59_999))).toEqual({ minute: 0, phaseId: currentPhaseId })
    expect(momentOfTouch(running.state, now(125_000))).toEqual({ minute: 2, phaseId: currentPhaseId })
    expect(momentOfTouch(running.state, null)).toEqual({ minute: 0, phaseId: currentPhaseId })
  })

  test('keeps touches of one minute and phase together', () => {
    const phaseId = running.state.currentPhaseId
    let waiting: Touches[] = []
    for (const [minute, kind] of [
      [0, 'keyPresses'],
      [0, 'clicks'],
      [1, 'keyPresses'],
      [1, 'typed'],
    ] as const)
      waiting = addTouch(waiting, { minute, phaseId }, kind)
    expect(waiting).toEqual([
      { minute: 0, phaseId, keyPresses: 1, clicks: 1, typed: 0 },
      { minute: 1, phaseId, keyPresses: 1, clicks: 0, typed: 1 },
    ])
  })
})

describe('words about it', () => {
  const touches = [at(0, null, 9), at(1, first?.id ?? null, 4), at(20, second?.id ?? null, 14)]

  test('count keys and clicks, and leave typing out', () => {
    expect(totalTouches(touches, running.state.phases)).toEqual({
      all: 30,
      during: 20,
      phases: [
        { name: first?.name, count: 5 },
        { name: second?.name, count: 15 },
      ],
    })
  })

  test.each([
    [97, 90, 'about once a minute'],
    [30, 90, 'about every 3 minutes'],
    [200, 90, 'about 2 times a minute'],
    [0, 90, null],
    [9, 3, null],
  ])('%i touches in %i minutes are %s', (count, minutes, words) => {
    expect(rateWords(count, minutes * 60_000)).toBe(words)
  })

  test('name the phase that stands out', () => {
    expect(placeOf(5, 15)).toBe('mostly in P1')
    expect(placeOf(6, 8, 7)).toBe('most often in P1')
    expect(placeOf(6, 6)).toBeNull()
    expect(placeOf(2)).toBeNull()
    expect(placeOf()).toBeNull()
  })

  test('the plot spreads the session over equal spans, and leaves out what was before it', () => {
    expect(touchBars(touches, 40 * 60_000, 10)).toEqual([5, 0, 0, 0, 0, 15, 0, 0, 0, 0])
    expect(touchBars(touches, 30_000, 10)).toEqual([20])
    expect(touchBars([], 90 * 60_000, 48)).toHaveLength(45)
  })
})
