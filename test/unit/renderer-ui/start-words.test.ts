import { expect, it } from 'vitest'
import { startWords } from '../../../src/renderer/today/start-words.ts'

const now = { wallMs: Date.parse('2026-11-17T23:38:00Z'), zone: 'America/Chicago' }
const minuteMs = 60_000

it.each([
  [22, 'starts in 22 minutes'],
  [1, 'starts in 1 minute'],
  [0, 'starts now'],
  [-1, 'late by 1 minute'],
  [-12, 'late by 12 minutes'],
  [99, 'starts in 99 minutes'],
  [150, 'starts in 3 hours'],
  [8 * 60, 'starts in 1 day'],
  [48 * 60, 'starts in 2 days'],
])('%i minutes away: %s', (minutes, expected) => {
  const { before, figure, after, isLate } = startWords(now.wallMs + minutes * minuteMs, now)
  expect(`${before} ${figure} ${after}`.trim()).toBe(expected)
  expect(isLate).toBe(minutes < 0)
})
