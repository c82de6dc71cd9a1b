import { expect, it } from 'vitest'
import { hoursAndMinutes } from '../../../src/shared/record/document-times.ts'
import { wholeMinutes } from '../../../src/shared/record/member-facts.ts'

it.each([
  [0, '0:00'],
  [59_999, '0:00'],
  [91 * 60_000 + 59_999, '1:31'],
  [600 * 60_000, '10:00'],
])('%i ms are %s, the minutes of the sentences in a note', (ms, words) => {
  expect(hoursAndMinutes(ms)).toBe(words)
  const [hours = 0, minutes = 0] = words.split(':').map(Number)
  expect(wholeMinutes(ms)).toBe(hours * 60 + minutes)
})
