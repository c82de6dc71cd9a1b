import { expect, it } from 'vitest'
import { isSameView, allSessions, leadWords } from '../../../src/renderer/sessions/built-in-views.ts'
import { notesWords } from '../../../src/renderer/sessions/notes-words.ts'
import { shownSessions } from '../../../src/renderer/sessions/shown-session.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import { endedRow, personIdOf } from '../review/session-rows.ts'

const zone = 'America/Chicago'
const now = { wallMs: Date.UTC(2026, 10, 24, 18), zone }
const basis = { rules: defaultRecordRules, now }

function words(given: Parameters<typeof endedRow>[0]): string | undefined {
  const [session] = shownSessions([endedRow(given)], { groups: [], facilitators: [] }, basis)
  return session === undefined ? undefined : notesWords(session, basis)
}

it('says how the notes stand in the fewest words', () => {
  const today = Date.UTC(2026, 10, 24, 1)
  expect(words({ endedAtMs: today, signedCount: 0, writtenCount: 0 })).toBe('10 to write')
  expect(words({ endedAtMs: today, signedCount: 7 })).toBe('3 of 10 in draft')
  expect(words({ awaitingCount: 2 })).toBe('2 awaiting co-sign')
  expect(words({ amendedCount: 1 })).toBe('signed, addended')
  expect(words({})).toBe('signed')
  expect(words({ presentCount: 0, signedCount: 0 })).toBe('no notes due')
})

it('says since how many days a note is overdue', () => {
  // Ended on Tuesday the 17th: due by the end of Friday the 20th.
  const endedAtMs = Date.UTC(2026, 10, 18, 1)
  expect(words({ endedAtMs, signedCount: 9 })).toBe('1 overdue, 4 days')
  const riskToday = Date.UTC(2026, 10, 23, 17)
  expect(words({ endedAtMs: riskToday, signedCount: 6, riskUnsignedCount: 1 })).toBe('1 overdue, today')
})

it('calls the author me', () => {
  const author = { id: personIdOf(1), name: 'Dana Reyes', isAuthor: true }
  const other = { id: personIdOf(2), name: 'Noor Haddad', isAuthor: false }
  expect(leadWords(author.id, [author, other])).toBe('me')
  expect(leadWords(other.id, [author, other])).toBe('Noor Haddad')
  expect(leadWords(null, [author])).toBe('anyone')
  expect(leadWords(personIdOf(3), [author])).toBe('somebody no longer on file')
})

it('knows whether a view was changed, whatever the order of its filters', () => {
  const turned = Object.fromEntries(Object.entries(allSessions.filters).toReversed())
  const same = { ...allSessions, filters: { ...allSessions.filters, ...turned }, search: ' ' }
  expect(isSameView(allSessions, same)).toBe(true)
  expect(isSameView(allSessions, { ...allSessions, search: 'home' })).toBe(false)
})
