import { describe, expect, test } from 'vitest'
import { groupSummaryDocument } from '../../../src/main/documents/group-summary.tsx'
import { sessionIdSchema } from '../../../src/shared/ids.ts'
import { sessionCode, summaryFileName } from '../../../src/shared/record/group-summary.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import { facts, stamp } from './summary-facts.ts'

const script = '<script>alert("x")</script><img src=x onerror=alert(1)>'

function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function withLength(lengthMinutes: number): string {
  return words(groupSummaryDocument({ ...facts, lengthMinutes, breakMs: 300_000 }, stamp).bodyHtml)
}

/** How far the notice stands below the chart in the page. */
function noticeBelowChart(html: string): number {
  return html.indexOf('class="notice"') - html.indexOf('class="time"')
}

function codeEndingIn(end: string): string {
  return sessionCode(sessionIdSchema.parse(`5b1c0a52-8f0e-4a53-9c1e-7d8ea3f${end}`))
}

test('holds what the record asks of it', () => {
  const text = words(groupSummaryDocument(facts, stamp, 'en-US').bodyHtml)
  for (const part of [
    'Harbor Street Outpatient',
    'High-risk evenings',
    'Tuesday Relapse Prevention · Relapse prevention, session 14',
    'Tuesday, November 24, 2026',
    '6:00\u202fPM to 7:31\u202fPM'.replaceAll('\u202f', ' '),
    'Duration 1:31 planned 1:30, no break',
    '10 of 12 members',
    'Facilitator Nora Field, LCSW Co-facilitator Maya Reed, LPC, CADC',
    'Check-in round 12 of 10',
    'left out: no time 0 of 15',
    'protected, kept whole 5 of 5',
    'Interventions Nora Field, LCSW Motivational interviewing. Maya Reed, LPC, CADC Urge surfing in pairs.',
    'Group process From describing evenings to comparing ways home.',
    'Plan Everyone brings one evening.',
    'Home practice Two minutes of urge surfing a day.',
  ]) {
    expect(text).toContain(part)
  }
})

test('a session that was fitted says its scheduled length, and why it was fitted', () => {
  expect(withLength(85)).toContain('planned 1:30, 0:05 of it break begun 5 min late, fitted to 1:25')
  expect(withLength(93)).toContain('planned 1:30, 0:05 of it break begun 3 min early, fitted to 1:33')
  expect(withLength(90)).not.toContain('begun')
})

test('times are those of the place, in the words of the locale', () => {
  const { bodyHtml } = groupSummaryDocument({ ...facts, zone: 'Europe/Berlin' }, stamp, 'de-DE')
  expect(words(bodyHtml)).toContain('00:00 to 01:31')
  expect(words(bodyHtml)).toContain('Mittwoch, 25. November 2026')
})

test.each([
  ['clinic', { clinic: script }],
  ['group', { groupName: script, topic: '' }],
  ['topic', { topic: script }],
  ['process', { groupProcess: script }],
  ['plan', { plan: script }],
  ['home practice', { homePractice: script }],
  ['phase', { phases: facts.phases.map((phase) => ({ ...phase, name: script })) }],
  [
    'facilitator',
    { facilitators: facts.facilitators.map((one) => ({ ...one, name: script, interventions: script })) },
  ],
])('words of a %s never become markup', (_field, change) => {
  const { bodyHtml, footerHtml } = groupSummaryDocument({ ...facts, ...change }, stamp)
  expect(bodyHtml).toContain('&lt;script&gt;')
  expect(bodyHtml + footerHtml).not.toMatch(/<script|<img/i)
})

test('nothing that the CSP would refuse: no inline style, script or handler, nothing from elsewhere', () => {
  const { bodyHtml } = groupSummaryDocument(facts, stamp)
  expect(bodyHtml).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<link|https?:|url\(/i)
})

describe('42 CFR part 2', () => {
  test('the exact statements in force since 16 April 2024', () => {
    expect(part2Statement2).toBe('42 CFR part 2 prohibits unauthorized use or disclosure of these records.')
    expect(part2Statement1.join('\n')).toBe(
      `This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies:
(i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2.
(ii) You are a covered entity or business associate and have received the record for treatment, payment, or health care operations, or
(iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E.
A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).`,
    )
  })

  test.each(['part2', 'unsure'] as const)(
    '%s carries statement 1 in the page and statement 2 in the footer',
    (part2) => {
      const { bodyHtml, footerHtml } = groupSummaryDocument({ ...facts, part2 }, stamp)
      for (const paragraph of part2Statement1) expect(bodyHtml).toContain(`<p>${paragraph}</p>`)
      expect(bodyHtml).toContain('<b>Scope:</b>')
      expect(footerHtml).toContain(part2Statement2)
    },
  )

  test('none carries neither', () => {
    const { bodyHtml, footerHtml } = groupSummaryDocument({ ...facts, part2: 'none' }, stamp)
    expect(bodyHtml + footerHtml).not.toMatch(/42 CFR|Scope/)
  })

  test('comes before anything that could push it off the first page', () => {
    const manyPhases = Array.from({ length: 3 }, () => facts.phases).flat()
    expect(noticeBelowChart(groupSummaryDocument(facts, stamp).bodyHtml)).toBeGreaterThan(0)
    expect(
      noticeBelowChart(groupSummaryDocument({ ...facts, phases: manyPhases }, stamp).bodyHtml),
    ).toBeLessThan(0)
    expect(
      noticeBelowChart(groupSummaryDocument({ ...facts, clinic: 'x'.repeat(300) }, stamp).bodyHtml),
    ).toBeLessThan(0)
  })
})

describe('the footer', () => {
  test('says which page of how many, and which session', () => {
    expect(words(groupSummaryDocument(facts, stamp).footerHtml)).toBe(
      `${part2Statement2} Session 5AE1, version 1, content 4e91 c07a 1b2c 3d4e Page of`,
    )
    expect(groupSummaryDocument(facts, stamp).footerHtml).toMatch(/class="pageNumber".*class="totalPages"/)
  })

  test('holds no word that a person wrote', () => {
    const { footerHtml } = groupSummaryDocument(facts, stamp)
    expect(footerHtml).not.toMatch(/Harbor|evenings|Tuesday|Nora|Field/)
  })
})

test('empty words are said to be empty', () => {
  const facilitators = facts.facilitators.map((one) => ({ ...one, interventions: ' ' }))
  const { bodyHtml } = groupSummaryDocument({ ...facts, facilitators, groupProcess: '', plan: '\n' }, stamp)
  expect(bodyHtml.match(/Nothing written\./g)).toHaveLength(3)
})

test('where no home practice was set there is no heading for it', () => {
  expect(groupSummaryDocument({ ...facts, homePractice: ' \n' }, stamp).bodyHtml).not.toContain(
    'Home practice',
  )
})

test('a session of no time at all is still a document', () => {
  const endedAtMs = facts.startedAtMs
  const { bodyHtml } = groupSummaryDocument(
    {
      ...facts,
      phases: [],
      elapsedMs: 0,
      endedAtMs,
      facilitators: [],
    },
    stamp,
  )
  expect(bodyHtml).not.toMatch(/NaN|Infinity|undefined/)
})

describe('names of files', () => {
  test('the date where the session was held, and a code', () => {
    expect(summaryFileName(facts)).toBe('2026-11-24-5AE1-summary.pdf')
    expect(summaryFileName({ ...facts, zone: 'Asia/Tokyo' })).toBe('2026-11-25-5AE1-summary.pdf')
  })

  test('a code is four characters that cannot be misread', () => {
    expect([codeEndingIn('00000'), codeEndingIn('fffff'), codeEndingIn('00001')]).toEqual([
      '0000',
      'ZZZZ',
      '0001',
    ])
  })
})
