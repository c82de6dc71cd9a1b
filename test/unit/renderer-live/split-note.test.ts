import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitNote } from '../../../src/renderer/app/split-note.ts'
import { noteMaxLength } from '../../../src/shared/words.ts'

const words = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\n\n', '😀', 'word ')), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

it('holds the same words in the same order, each note short enough and no sign cut in two', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 40 }), (text, most) => {
      const notes = splitNote(text, most)
      expect(notes.join('')).toBe(text)
      expect(notes.every((note) => note.length <= most && note.isWellFormed())).toBe(true)
      expect(notes.length === 1).toBe(text.length <= most)
    }),
  )
})

it('is parted after a line, else after a word', () => {
  const line = `${'a'.repeat(noteMaxLength - 200)}\n`
  const rest = 'of what came after '.repeat(20)
  expect(splitNote(line + rest)).toEqual([line, rest])
  const sentence = 'She said it twice. '
  const [first = ''] = splitNote(sentence.repeat(1_000))
  expect(first.length).toBeGreaterThan(noteMaxLength - sentence.length)
  expect(first.endsWith(' ')).toBe(true)
})
