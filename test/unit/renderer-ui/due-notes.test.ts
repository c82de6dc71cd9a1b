import { describe, expect, it } from 'vitest'
import { dueNotes } from '../../../src/renderer/today/due-notes.ts'
import { notesToCoSign } from '../../../src/renderer/today/next-session.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import { sampleSession } from './sample.ts'

const dayMs = 86_400_000
/** Tuesday 17 November 2026, 19:30 in Chicago. */
const endedAtMs = Date.UTC(2026, 10, 18, 1, 30)
const zone = 'America/Chicago'

describe('notes to sign', () => {
  const usual = sampleSession(1, { endedAtMs })
  const atRisk = sampleSession(2, { endedAtMs: endedAtMs + dayMs, hasRiskUnsigned: true })

  it('are due after three business days, after a risk in 24 hours, and what is due first stands first', () => {
    const due = dueNotes([usual, atRisk], defaultRecordRules, { wallMs: endedAtMs + 1.5 * dayMs, zone })
    expect(due.map(({ session }) => session)).toEqual([atRisk, usual])
    expect(due.map(({ dueMs }) => dueMs)).toEqual([endedAtMs + 2 * dayMs, Date.UTC(2026, 10, 21, 6)])
    expect(due.map(({ isOverdue }) => isOverdue)).toEqual([false, false])
  })

  it('are overdue from the instant on', () => {
    const dueMs = Date.UTC(2026, 10, 21, 6)
    const overdue = [dueMs - 1, dueMs].map(
      (wallMs) => dueNotes([usual], defaultRecordRules, { wallMs, zone })[0]?.isOverdue,
    )
    expect(overdue).toEqual([false, true])
  })
})

it('signed notes that wait for another signature are listed, oldest first', () => {
  const newer = sampleSession(2, { endedAtMs: 20, awaitingCount: 1 })
  const older = sampleSession(1, { endedAtMs: 10, awaitingCount: 2 })
  expect(notesToCoSign([newer, sampleSession(3), older])).toEqual([older, newer])
})
