import { describe, expect, test } from 'vitest'
import { attendanceSheetDocument } from '../../../src/main/documents/attendance-sheet.tsx'
import type { PrintableDocument } from '../../../src/main/documents/printable-document.ts'
import { supervisionSummaryDocument } from '../../../src/main/documents/supervision-summary.tsx'
import { attendanceFileName } from '../../../src/shared/record/attendance-sheet.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import { supervisionFileName } from '../../../src/shared/record/supervision-summary.ts'
import type { Part2 } from '../../../src/shared/session/vocabulary.ts'
import {
  attendanceSheet,
  attended,
  paperStamp,
  signIn,
  supervisionSummary,
} from '../../support/session-paper-cases.ts'

const script = '<script>alert("x")</script><img src=x onerror=alert(1)>'

/** Every word that somebody typed is this one. */
function typed(text: string): PrintableDocument[] {
  const named = { clinic: text, groupName: text, topic: text }
  const facilitators = [{ name: text, credentials: text, role: 'lead', interventions: text }] as const
  const sheets = [
    attended(3, { people: attended(3).people.map((line) => ({ ...line, label: text })) }),
    signIn(3, { people: signIn(3).people.map((line) => ({ ...line, label: text })) }),
  ]
  const summary = supervisionSummary({
    ...named,
    facilitators,
    groupProcess: text,
    plan: text,
    homePractice: text,
    phases: supervisionSummary().phases.map((phase) => ({ ...phase, name: text })),
    rounds: [{ name: text, peopleCount: 1, goneCount: 1, passedCount: 0 }],
    people: [{ label: 'Member 1', marks: [], checkIns: [{ measure: text, start: 1, end: null }] }],
  })
  return [
    ...sheets.map((session) =>
      attendanceSheetDocument(
        attendanceSheet(session, { ...named, facilitators }),
        paperStamp('attendance-sheet'),
      ),
    ),
    supervisionSummaryDocument(summary, paperStamp('supervision-summary')),
  ]
}

test('words never become markup, and none of them stands in a title or a footer', () => {
  for (const { bodyHtml, footerHtml, title } of typed(script)) {
    expect(bodyHtml).toContain('&lt;script&gt;')
    expect(bodyHtml).not.toMatch(/<script|<img/i)
    expect(footerHtml + title).not.toContain('script')
  }
})

test('nothing that the CSP would refuse: no inline style, script or handler, nothing from elsewhere', () => {
  for (const { bodyHtml } of typed('words'))
    expect(bodyHtml).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<link|https?:|url\(/i)
})

function ofGroup(part2: Part2): PrintableDocument[] {
  return [
    attendanceSheetDocument(attendanceSheet(attended(), { part2 }), paperStamp('attendance-sheet')),
    attendanceSheetDocument(attendanceSheet(signIn(24), { part2 }), paperStamp('attendance-sheet')),
    supervisionSummaryDocument(supervisionSummary({ part2 }), paperStamp('supervision-summary')),
  ]
}

describe('42 CFR part 2', () => {
  test.each(['part2', 'unsure'] as const)('%s carries both statements and the scope', (part2) => {
    for (const { bodyHtml, footerHtml } of ofGroup(part2)) {
      for (const paragraph of part2Statement1) expect(bodyHtml).toContain(`<p>${paragraph}</p>`)
      expect(bodyHtml).toContain('<b>Scope:</b>')
      expect(footerHtml).toContain(part2Statement2)
    }
  })

  test('none carries neither', () => {
    for (const { bodyHtml, footerHtml } of ofGroup('none'))
      expect(bodyHtml + footerHtml).not.toMatch(/42 CFR|Scope/)
  })
})

test('names of files tell the date where the session was held, and a code', () => {
  expect(attendanceFileName(attendanceSheet(attended()))).toBe('2026-11-24-5AE1-attendance.pdf')
  expect(attendanceFileName(attendanceSheet(signIn()))).toBe('2026-11-24-5AE1-sign-in.pdf')
  expect(
    attendanceFileName(attendanceSheet(signIn(3, { plannedStartMs: null }), { zone: 'Asia/Tokyo' })),
  ).toBe('2026-11-25-5AE1-sign-in.pdf')
  expect(supervisionFileName(supervisionSummary())).toBe('2026-11-24-5AE1-supervision.pdf')
})
