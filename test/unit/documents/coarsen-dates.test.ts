import { expect, test } from 'vitest'
import { coarsenDates } from '../../../src/main/documents/coarsen-dates.ts'

test('the year of making is left, every other byte stays, and no offset moves', () => {
  const bytes = Buffer.concat([
    Buffer.from(
      "%PDF-1.4 <</CreationDate (D:20261124193100+00'00')\n/ModDate (D:20261124193100+00'00')>> (D:20261124193100)",
    ),
    Buffer.from([0, 255, 128, 13, 10]),
  ])
  const coarse = Buffer.from(coarsenDates(bytes))
  expect(coarse.toString('latin1')).toBe(
    bytes.toString('latin1').replaceAll(/Date \(D:20261124193100/g, 'Date (D:20260101000000'),
  )
  expect(coarse).toHaveLength(bytes.length)
})
