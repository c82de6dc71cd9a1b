import { expect, it } from 'vitest'
import { erasedParts, foreseenWords } from '../../../src/renderer/keeping/foreseen-words.ts'
import { keptLists, leadWords } from '../../../src/renderer/keeping/kept-lists.ts'
import { keptWords } from '../../../src/renderer/keeping/kept-words.ts'
import { rulesWords } from '../../../src/renderer/keeping/rules-words.ts'
import { chartStandingSchema, type KeptChart } from '../../../src/shared/ipc/retention-calls.ts'
import { defaultRetentionRules } from '../../../src/shared/retention/retention-rules.ts'
import { chartOf } from './kept-chart.ts'

const today = '2026-11-17'
const rules = { ...defaultRetentionRules, jurisdiction: 'Washington', adultYears: 7, minorYears: 0 }

function lead(charts: readonly KeptChart[]): string {
  return leadWords({ today }, keptLists({ charts: [...charts] }))
}

it('answers what may go, and what falls due next', () => {
  const later = chartOf(3, { standing: 'kept', keptUntil: '2027-03-04' })
  const held = chartOf(2, { standing: 'held', isHeld: true })
  expect(lead([])).toBe('No chart may go today.')
  expect(lead([later])).toBe('No chart may go today. The next falls due on March 4, 2027.')
  expect(lead([chartOf(1), later])).toBe('1 chart is past its date. The next falls due on March 4, 2027.')
  expect(lead([chartOf(1), chartOf(4), held])).toBe('2 charts are past their date. Another 1 on legal hold.')
})

it('tells the rule in sentences', () => {
  expect(rulesWords(rules)).toEqual([
    'Charts are kept for 7 years after the last contact.',
    'Whoever came as an adolescent: until they come of age, if that is later.',
    '6 years after the last disclosure in any case.',
    'Private notes: 10 years after their session.',
  ])
  expect(rulesWords({ ...rules, privateYears: 0 }).at(-1)).toBe('Private notes may be destroyed at any time.')
})

it('tells of every standing until when a chart is kept', () => {
  for (const standing of chartStandingSchema.options)
    expect(keptWords({ chart: chartOf(1, { standing }), rules }, today)).toMatch(/\.$/)
  expect(keptWords({ chart: chartOf(1), rules }, today)).toBe(
    'Past its date since March 2. It may be erased.',
  )
  expect(keptWords({ chart: chartOf(1), rules: defaultRetentionRules }, today)).toBe(
    'Kept: how long has not been entered yet.',
  )
})

it('tells before what goes and what stays, and nothing that there is none of', () => {
  const none = {
    chartCount: 1,
    sessionCount: 0,
    sharedSessionCount: 0,
    textCount: 0,
    privateNoteCount: 0,
    disclosureCount: 0,
    fileCount: 0,
    strayFileCount: 0,
  }
  expect(foreseenWords(none).goes).toHaveLength(1)
  expect(foreseenWords(none).stays).toHaveLength(1)
  const all = foreseenWords({
    ...none,
    sessionCount: 1,
    sharedSessionCount: 2,
    disclosureCount: 2,
    strayFileCount: 1,
  })
  expect(all.goes).toContain('1 session in which nobody else on file was')
  expect(all.goes).toContain('2 entries of the ledger of disclosures')
  expect(all.stays[0]).toContain('2 sessions with others stay')
  expect(all.stays[1]).toContain('only you can delete it')
})

it('counts what was erased', () => {
  const erased = {
    erasedAtMs: 0,
    erasedById: chartOf(1).personId,
    chartCount: 2,
    sessionCount: 1,
    textCount: 0,
    fileCount: 1,
  }
  expect(erasedParts(erased)).toBe('2 charts, 1 session, and 1 file')
})
