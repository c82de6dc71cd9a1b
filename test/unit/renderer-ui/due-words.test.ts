import { describe, expect, it } from 'vitest'
import { dueWords } from '../../../src/renderer/today/due-words.ts'
import { sampleSession } from './sample.ts'

const zone = 'America/Chicago'
// Tuesday, 12:00 in Chicago.
const now = { wallMs: Date.parse('2026-11-17T18:00:00Z'), zone }

function wordsOf(due: string, hasRiskUnsigned = false): string {
  const dueMs = Date.parse(due)
  return dueWords(
    { session: sampleSession(1, { hasRiskUnsigned }), dueMs, isOverdue: dueMs <= now.wallMs },
    now,
  )
}

describe('until when notes are due', () => {
  it('is the day whose end is the limit, by the name that it has from today', () => {
    expect(wordsOf('2026-11-18T06:00:00Z')).toBe('due today')
    expect(wordsOf('2026-11-19T06:00:00Z')).toBe('due tomorrow')
    expect(wordsOf('2026-11-20T06:00:00Z')).toBe('due Thursday')
    expect(wordsOf('2026-11-25T06:00:00Z')).toMatch(/^due Tue, Nov 24$/)
  })

  it('is counted in days when it has passed, and in hours on its own day', () => {
    expect(wordsOf('2026-11-17T06:00:00Z')).toBe('1 day overdue')
    expect(wordsOf('2026-11-12T06:00:00Z')).toBe('6 days overdue')
    expect(wordsOf('2026-11-17T16:30:00Z', true)).toMatch(/^overdue since 10:30\sAM$/)
  })

  it('has its hour after a risk', () => {
    expect(wordsOf('2026-11-18T16:30:00Z', true)).toMatch(/^due tomorrow, 10:30\sAM$/)
  })
})
