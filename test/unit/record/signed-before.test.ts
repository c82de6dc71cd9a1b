import { expect, it } from 'vitest'
import { canonicalJson } from '../../../src/shared/canonical-json.ts'
import { documentTimes } from '../../../src/shared/record/document-times.ts'
import { notePieces } from '../../../src/shared/record/note-pieces.ts'
import { signedNoteSchema, type SignedNote } from '../../../src/shared/record/note.ts'
import { sessionFacts } from '../../../src/shared/record/session-words.ts'
import { noteFacts, signedNote } from '../../support/note-cases.ts'

const times = documentTimes(noteFacts.zone, 'en-US')
const service = (note: SignedNote) =>
  sessionFacts(note.facts, times).find(({ label }) => label === 'Service')?.remarks

it('reads a note as it was signed before groups met by video and goals had objectives, and adds nothing', () => {
  const { facts, words, ...rest } = signedNote('DAP')
  const goals = words.goals.map(({ text, progress }) => ({ text, progress }))
  const body = canonicalJson({ ...rest, facts, words: { ...words, goals } })
  expect(body).not.toMatch(/"(?:modality|under)":/u)
  const read = signedNoteSchema.parse(JSON.parse(body))
  expect(canonicalJson(read)).toBe(body)
  expect(service(read)).toEqual(['in person'])
  expect(notePieces(['goals'], read, times)[0]?.text.split('\n')).toHaveLength(2)
})

it('shows how the session was held, and objectives below their goal', () => {
  const note = signedNote('GIRP', { modality: 'video' })
  const under = 'Weekday evenings without a drink'
  const goals = [...note.words.goals, { text: 'Call Jo before six', progress: 'Twice.', under }]
  const read = signedNoteSchema.parse({ ...note, words: { ...note.words, goals } })
  expect(service(read)).toEqual(['by video (telehealth)'])
  expect(notePieces(['goals'], read, times)[0]?.text).toBe(
    [
      '1. Weekday evenings without a drink: four of five, from three the week before',
      '1.1 Call Jo before six: Twice.',
      '2. Another way home, or company',
    ].join('\n'),
  )
})
