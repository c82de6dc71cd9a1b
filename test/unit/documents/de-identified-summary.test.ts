import { describe, expect, test } from 'vitest'
import { deIdentifiedSummaryDocument } from '../../../src/main/documents/de-identified-summary.tsx'
import { deIdentify } from '../../../src/shared/record/de-identified-summary.ts'
import type { GroupSummaryFacts } from '../../../src/shared/record/group-summary.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import { facts, stamp as summaryStamp } from './summary-facts.ts'

const stamp = {
  ...summaryStamp,
  kind: 'de-identified-summary',
  code: 'Q8ZD',
  fileName: '2026-Q8ZD-summary.pdf',
} as const
const people = [
  { preferredName: 'Zephyrine', initials: 'ZQ' },
  { preferredName: 'José Ángel', initials: 'JA' },
]

function document(change: Partial<GroupSummaryFacts> = {}) {
  return deIdentifiedSummaryDocument(deIdentify({ ...facts, ...change }, people), stamp)
}

function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('tells the year and the time of day, and leads to no session', () => {
  const { bodyHtml, footerHtml, title } = document({ presentCount: 12 })
  const text = words(`${bodyHtml} ${footerHtml}`)
  for (const part of [
    'De-identified',
    '2026, evening',
    'Relapse prevention',
    'Duration 1:31 no break',
    '12 of 12 members',
    'From describing evenings to comparing ways home.',
    'Summary Q8ZD, version 1, content 4e91 c07a 1b2c 3d4e',
  ])
    expect(text).toContain(part)
  expect(`${text} ${title}`).not.toMatch(/November|Nov|24|Tuesday|6:00|7:31|session 14|5AE1/)
})

describe('counts', () => {
  test.each([
    [{ presentCount: 12, expectedCount: 12 }, '12 of 12 members'],
    [{ presentCount: 10, expectedCount: 12 }, '10 members'],
    [{ presentCount: 9, expectedCount: 12 }, '9 of 12 members'],
    [{ presentCount: 2, expectedCount: 12 }, 'fewer than 3 members'],
    [{ presentCount: 0, expectedCount: 0 }, 'fewer than 3 members'],
  ])('%o is told as %s', (change, told) => {
    const { bodyHtml } = document(change)
    expect(words(bodyHtml)).toMatch(new RegExp(`Participants ${told} Facilitator`))
  })

  test('guests under three are not told at all, nor who was seen alone', () => {
    expect(words(document({ guestCount: 2, substitutedCount: 1 }).bodyHtml)).not.toMatch(/guests|alone/)
    expect(words(document({ guestCount: 3 }).bodyHtml)).toContain('and 3 family, partners or guests')
  })
})

describe('a text is left out whole', () => {
  test.each([
    'Zephyrine was quiet.',
    'zephyrine was quiet.',
    'jose came late.',
    'ZQ passed.',
    'Since November 3 it is better.',
    'Since 3 November it is better.',
    'On the 3rd of Nov. it began.',
    'It began on 11/3.',
    'It began on 2026-11-03.',
    'It began in 2019.',
    'Next Friday.',
    'A member aged 41.',
    'A 41-year-old member.',
    'Call 555-0147 first.',
    'Chart 104170.',
    'Write to a@b.example.',
  ])('%s', (text) => {
    const told = deIdentify(
      { ...facts, groupProcess: text, plan: text, topic: text, homePractice: text },
      people,
    )
    expect([told.groupProcess, told.plan, told.topic, told.homePractice]).toEqual([null, null, null, null])
    expect(words(document({ groupProcess: text, topic: text }).bodyHtml)).not.toContain(text)
  })

  test.each(['Urge surfing, 2 minutes.', 'It may march on; 10 of them did.', 'From 6 to 4.', ''])(
    'but not %j',
    (text) => {
      expect(deIdentify({ ...facts, groupProcess: text }, people).groupProcess).toBe(text)
    },
  )

  test('and the name of a phase gives way to its place', () => {
    const [first, ...others] = facts.phases
    const phases = first === undefined ? [] : [{ ...first, name: 'Farewell to Zephyrine' }, ...others]
    expect(deIdentify({ ...facts, phases }, people).phases.map(({ name }) => name)).toEqual([
      'Phase 1',
      ...others.map(({ name }) => name),
    ])
  })
})

test('home practice stands in it, is left out where it could tell, and has no heading where there is none', () => {
  expect(words(document().bodyHtml)).toContain('Home practice Two minutes of urge surfing a day.')
  expect(words(document({ homePractice: 'Call Zephyrine.' }).bodyHtml)).toContain(
    'Home practice Left out: it could tell who was here.',
  )
  expect(words(document({ homePractice: '' }).bodyHtml)).not.toContain('Home practice')
})

test.each(['part2', 'unsure'] as const)('%s carries both statements', (part2) => {
  const { bodyHtml, footerHtml } = document({ part2 })
  for (const paragraph of part2Statement1) expect(bodyHtml).toContain(`<p>${paragraph}</p>`)
  expect(bodyHtml).toContain('<b>Scope:</b>')
  expect(footerHtml).toContain(part2Statement2)
})
