import { expect, it } from 'vitest'
import { bandWords, missingWords, resultWords } from '../../../src/renderer/scales/scale-words.ts'

it('says where a total lies among the published bands, at both edges of each', () => {
  expect([0, 4, 5, 14, 15, 20, 27].map((total) => bandWords('phq-9', total))).toEqual([
    '0 of 27, in the band “minimal”, 0 to 4',
    '4 of 27, in the band “minimal”, 0 to 4',
    '5 of 27, in the band “mild”, 5 to 9',
    '14 of 27, in the band “moderate”, 10 to 14',
    '15 of 27, in the band “moderately severe”, 15 to 19',
    '20 of 27, in the band “severe”, 20 to 27',
    '27 of 27, in the band “severe”, 20 to 27',
  ])
  expect(bandWords('gad-7', 21)).toBe('21 of 21, in the band “severe”, 15 to 21')
})

it('says which items are missing instead of a total', () => {
  expect(missingWords([null, null])).toBe('Nothing is answered yet.')
  expect(missingWords([1, null])).toBe('No total: item 2 is not answered.')
  expect(missingWords([null, 1, null, 0, null])).toBe('No total: items 1, 3 and 5 are not answered.')
})

it('names a score of the clinic’s own by its range, and judges none', () => {
  const range = { lowest: 0, highest: 40, items: null }
  expect(resultWords({ scale: 'own', total: 31.5, ...range })).toBe('31.5, on a range of 0 to 40')
  expect(resultWords({ scale: 'gad-7', total: 9, lowest: 0, highest: 21, items: null })).toBe(
    '9 of 21 · mild',
  )
  const items = [0, null, 0, 0, 0, 0, 0]
  expect(resultWords({ scale: 'gad-7', total: null, lowest: 0, highest: 21, items })).toBe(
    'no total, 1 item not answered',
  )
})
