import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueAt } from '../../../src/shared/record/due.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import { notesState, overdueCount, unsignedCount } from '../../../src/shared/review/notes-state.ts'
import { endedRow } from './session-rows.ts'

const zone = 'America/Chicago'
const hourMs = 3_600_000
// A Tuesday evening.
const endedAtMs = Date.UTC(2026, 10, 18, 1, 30)

it('says the most pressing thing of several', () => {
  const row = endedRow({ endedAtMs, presentCount: 4, signedCount: 2, awaitingCount: 1, amendedCount: 1 })
  const soon = { wallMs: endedAtMs + hourMs, zone }
  const late = { wallMs: endedAtMs + 30 * 24 * hourMs, zone }
  const stateAt = (changed: Partial<typeof row>, now = soon) =>
    notesState({ ...row, ...changed }, defaultRecordRules, now)
  expect(stateAt({}, late)).toBe('overdue')
  expect(stateAt({})).toBe('draft')
  expect(stateAt({ signedCount: 4 }, late)).toBe('awaiting')
  expect(stateAt({ signedCount: 4, awaitingCount: 0 }, late)).toBe('addended')
  expect(stateAt({ signedCount: 4, awaitingCount: 0, amendedCount: 0 }, late)).toBe('signed')
  expect(stateAt({ presentCount: 0, signedCount: 0, awaitingCount: 0, amendedCount: 0 }, late)).toBe('none')
})

it('counts the notes of a risk as overdue before the others', () => {
  const row = endedRow({ endedAtMs, presentCount: 5, signedCount: 1, riskUnsignedCount: 2 })
  const after = (hours: number) =>
    overdueCount(row, defaultRecordRules, { wallMs: endedAtMs + hours * hourMs, zone })
  expect(after(23)).toBe(0)
  expect(after(24)).toBe(2)
  expect(after(24 * 10)).toBe(4)
})

it('says what the rule of due notes says, note by note, at any time', () => {
  const year = 365 * 24 * hourMs
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: year }),
      fc.integer({ min: 0, max: 90 * 24 * hourMs }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 168 }),
      fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)),
      (afterMs, passedMs, dueBusinessDays, dueHoursAtRisk, [signedCount, plainCount, riskUnsignedCount]) => {
        const rules = { ...defaultRecordRules, dueBusinessDays, dueHoursAtRisk }
        const presentCount = signedCount + plainCount + riskUnsignedCount
        const row = endedRow({ endedAtMs: endedAtMs + afterMs, presentCount, signedCount, riskUnsignedCount })
        const now = { wallMs: row.endedAtMs + passedMs, zone }
        const isLate = (hasRisk: boolean) => dueAt(row.endedAtMs, hasRisk, rules, zone) <= now.wallMs
        const expected = (isLate(false) ? plainCount : 0) + (isLate(true) ? riskUnsignedCount : 0)
        expect(overdueCount(row, rules, now)).toBe(expected)
        expect(unsignedCount(row)).toBe(plainCount + riskUnsignedCount)
      },
    ),
  )
})
