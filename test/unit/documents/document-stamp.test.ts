import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteIdSchema, type NoteId } from '../../../src/shared/ids.ts'
import { readStampTitle, stampTitle, stampWords } from '../../../src/shared/record/document-stamp.ts'
import { noteCodes } from '../../../src/shared/record/note-document.ts'
import { stamp } from './summary-facts.ts'

const noteStamp = { ...stamp, kind: 'progress-note', code: '5AE1-3F', version: 12 } as const

test('a stamp says session, note, version and the beginning of the content hash', () => {
  expect(stampWords(noteStamp)).toBe('Session 5AE1, note 3F, version 12, content 4e91 c07a 1b2c 3d4e')
})

describe('the title of a file', () => {
  test('is read back out of whatever stands around it', () => {
    const carried = { code: '5AE1-3F', version: 12, contentStart: '4e91c07a1b2c3d4e' }
    expect(readStampTitle(`%PDF-1.4 \u0000ÿ <</Title (${stampTitle(noteStamp)})>>`)).toEqual(carried)
  })

  test.each([
    '',
    'Paper of a group session',
    'Paper of a group session: 5AE1-3F, version 0, content 4e91c07a1b2c3d4e',
    'Paper of a group session: 5AE1-3F, version 1, content 4e91c07a',
    'Paper of a group session: 5ae1-3f, version 1, content 4e91c07a1b2c3d4e',
  ])('%j is none', (text) => {
    expect(readStampTitle(text)).toBeNull()
  })
})

describe('the codes of notes', () => {
  const ids = fc.uniqueArray(
    fc.uuid().map((id) => noteIdSchema.parse(id)),
    { maxLength: 60 },
  )

  test('are two characters, all different, and stay when more is signed', () => {
    fc.assert(
      fc.property(ids, fc.nat(60), (noteIds, count) => {
        const all = noteCodes(noteIds)
        expect(new Set(all.values()).size).toBe(noteIds.length)
        for (const code of all.values()) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{2}$/)
        for (const [noteId, code] of noteCodes(noteIds.slice(0, count))) expect(all.get(noteId)).toBe(code)
      }),
    )
  })

  test('give way to each other where two ids end alike', () => {
    const noteIds: NoteId[] = ['7', '8', '9'].map((digit) =>
      noteIdSchema.parse(`5b1c0a5${digit}-8f0e-4a53-9c1e-7d8ea3fffff0`),
    )
    expect([...noteCodes(noteIds).values()]).toEqual(['ZG', 'ZH', 'ZJ'])
  })
})
