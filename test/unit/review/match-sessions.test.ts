import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import { testsOf } from '../../../src/shared/review/match-sessions.ts'
import { readRows, writeRows } from '../../../src/shared/review/rows-text.ts'
import { sessionRowSchema } from '../../../src/shared/review/session-row.ts'
import { anySession, type SessionFilters } from '../../../src/shared/review/session-view.ts'
import { endedRow, groupIdOf, personIdOf } from './session-rows.ts'

const zone = 'America/Chicago'
const now = { wallMs: Date.UTC(2026, 10, 20), zone }

function matches(row: ReturnType<typeof endedRow>, filters: Partial<SessionFilters>): boolean {
  const tests = testsOf({ ...anySession, ...filters }, { rules: defaultRecordRules, now })
  return tests.every(([, test]) => test(row))
}

it('shows every session where no filter is set', () => {
  expect(testsOf(anySession, { rules: defaultRecordRules, now })).toEqual([])
})

it('filters by group, type and who led', () => {
  const row = endedRow({ groupId: groupIdOf(2), groupType: 'skills', leadId: personIdOf(3) })
  expect(matches(row, { groupId: groupIdOf(2), groupType: 'skills', leadId: personIdOf(3) })).toBe(true)
  expect(matches(row, { groupId: groupIdOf(1) })).toBe(false)
  expect(matches(row, { groupType: 'process' })).toBe(false)
  expect(matches({ ...row, leadId: null }, { leadId: personIdOf(3) })).toBe(false)
})

it('takes days as the clocks of the place have them, the last one included', () => {
  // 23:30 on 17 November in Chicago.
  const row = endedRow({ heldAtMs: Date.UTC(2026, 10, 18, 5, 30) })
  expect(matches(row, { since: '2026-11-17', until: '2026-11-17' })).toBe(true)
  expect(matches(row, { since: '2026-11-18' })).toBe(false)
  expect(matches(row, { until: '2026-11-16' })).toBe(false)
})

it('finds a topic whatever its case and accents', () => {
  const row = endedRow({ topic: 'Evenings at the Café' })
  expect(matches(row, { topic: ' CAFE ' })).toBe(true)
  expect(matches(row, { topic: 'dawn' })).toBe(false)
})

it('filters by who came, by risk and by the state of the notes', () => {
  const row = endedRow({ memberCount: 10, presentCount: 9, signedCount: 7, riskCount: 1, awaitingCount: 2 })
  expect(matches(row, { attendance: 'not-everyone', risk: 'marked', notes: 'to-finish' })).toBe(true)
  expect(matches(row, { attendance: 'everyone' })).toBe(false)
  expect(matches(row, { risk: 'open' })).toBe(false)
  expect(matches(row, { notes: 'draft' })).toBe(true)
  expect(matches(row, { notes: 'overdue' })).toBe(false)
  expect(matches(row, { notes: 'awaiting' })).toBe(true)
  expect(matches(row, { notes: 'signed' })).toBe(false)
  expect(matches(endedRow({ amendedCount: 1 }), { notes: 'addended' })).toBe(true)
})

const count = fc.nat(40)
const anyRow = fc.record({
  topic: fc.string({ unit: 'grapheme' }),
  number: fc.integer({ min: 1 }),
  leadId: fc.option(fc.constantFrom(personIdOf(1), personIdOf(2))),
  heldAtMs: fc.integer(),
  elapsedMs: fc.nat(),
  isFromPaper: fc.boolean(),
  memberCount: count,
  presentCount: count,
  signedCount: count,
})

it('writes rows as a text that reads back as the same rows', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (drawn) => {
      const rows = drawn.map((row) => endedRow(row))
      const read = readRows(writeRows(rows))
      expect(read).toEqual(rows)
      for (const row of read) sessionRowSchema.parse(row)
    }),
  )
})
