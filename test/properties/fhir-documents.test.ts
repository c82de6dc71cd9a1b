import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { noteBundle } from '../../src/main/core/fhir/note-bundle.ts'
import { groupTypeSchema } from '../../src/shared/agenda/group-type.ts'
import type { NoteDocumentFacts } from '../../src/shared/record/note-document.ts'
import { amendmentKindSchema } from '../../src/shared/record/note-kinds.ts'
import { noteFormatSchema } from '../../src/shared/record/note.ts'
import { part2Schema } from '../../src/shared/session/vocabulary.ts'
import { documentErrors, schemaErrors } from '../support/fhir-rules.ts'
import { amendment, coSignature, disclosure, noteDocument, signedNote } from '../support/note-cases.ts'
import { noteDocumentArbitrary } from './note-arbitrary.ts'

function expectValid(facts: NoteDocumentFacts): void {
  const text = JSON.stringify(noteBundle(facts, Date.UTC(2040, 0, 1), 'en-US'))
  expect(schemaErrors(text)).toEqual([])
  expect(documentErrors(text)).toEqual([])
}

const everyAmendment = amendmentKindSchema.options.map((kind, index) =>
  amendment(index + 1, kind, `What came later, ${index}.\nA second line.`),
)
const laters = [
  [],
  [coSignature(1)],
  ...everyAmendment.map((one) => [one]),
  [coSignature(1), ...everyAmendment, coSignature(2, everyAmendment[1]?.noteId)],
]
const consents = [disclosure, { kind: 'chart' } as const]

describe.each(noteFormatSchema.options)('a note in the order of %s', (format) => {
  describe.each(part2Schema.options)('of a group that is %s', (part2) => {
    test.each(groupTypeSchema.options)('%s: is a document of R4, whatever was added to it', (groupType) => {
      for (const later of laters) {
        for (const consent of consents) {
          const facts = noteDocument(signedNote(format, { part2, groupType }), later, consent)
          expectValid(facts)
          expectValid({ ...facts, awaited: [facts.note.noteId, ...later.map(({ noteId }) => noteId)] })
        }
      }
    })
  })
})

it('whatever a note says, its bundle is a document of R4', () => {
  fc.assert(fc.property(noteDocumentArbitrary, expectValid), { numRuns: 500 })
})
