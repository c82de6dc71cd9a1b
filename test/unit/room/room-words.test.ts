import { describe, expect, it } from 'vitest'
import { leftWords, roomWords } from '../../../src/renderer/room/room-words.ts'
import type { RoomView } from '../../../src/shared/room/room-view.ts'

describe('what is left, in words', () => {
  it.each([
    [0, 'coming to a close'],
    [5, 'about a minute'],
    [89, 'about a minute'],
    [90, 'about two minutes'],
    [10 * 60, 'about ten minutes'],
    [12 * 60, 'about ten minutes'],
    [13 * 60, 'about fifteen minutes'],
    [20 * 60 - 5, 'about twenty minutes'],
    [57 * 60, 'about fifty-five minutes'],
    [58 * 60, 'about an hour'],
    [85 * 60, 'about an hour and a half'],
    [125 * 60, 'about two hours'],
    [150 * 60, 'about two and a half hours'],
    [480 * 60, 'about eight hours'],
  ])('%d seconds: %s', (seconds, words) => {
    expect(leftWords(seconds)).toBe(words)
  })

  it('never has a digit, nor a gap in its words', () => {
    for (let seconds = 0; seconds <= 480 * 60; seconds += 5)
      expect(leftWords(seconds)).toMatch(
        /^(?:coming to a close|about a minute|about [a-z -]*[a-z] (?:minutes|hours)|about an hour(?: and a half)?)$/,
      )
  })
})

describe('what stands in the ring', () => {
  const phase = {
    name: 'Topic',
    kind: 'plain',
    number: 2,
    count: 4,
    plannedSeconds: 900,
    remainingSeconds: 600,
  } as const
  const view: RoomView = { stage: 'running', phase, theme: 'day' }

  it.each<[Partial<RoomView>, string, string]>([
    [{}, 'Topic', 'about ten minutes'],
    [{ stage: 'paused' }, 'Topic', 'a short pause'],
    [{ stage: 'break' }, 'Break', 'then Topic'],
    [{ phase: { ...phase, kind: 'break', name: 'Break' } }, 'Break', 'about ten minutes'],
    [{ phase: { ...phase, kind: 'break', name: 'Tea' } }, 'Tea', 'a break · about ten minutes'],
    [{ stage: 'before', phase: null }, 'Welcome', 'we begin soon'],
    [{ stage: 'after', phase: null }, 'Thank you', 'the session has ended'],
  ])('%j', (change, title, words) => {
    expect(roomWords({ ...view, ...change })).toEqual({ title, words })
  })
})
