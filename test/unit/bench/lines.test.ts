import { expect, test } from 'vitest'
import { isName, line, names } from '../../../scripts/bench/lines.ts'

test('the bench knows what it is asked for by name', () => {
  expect(names).toEqual(
    expect.arrayContaining(['guards-12', 'pdf-note', 'pdf-batch-12', 'debrief-keys', 'resume-3h']),
  )
  expect(names.every(isName)).toBe(true)
  expect(isName('pdf')).toBe(false)
})

test('a line has its value, its floor, and how the two compare', () => {
  expect(line('pdf-note', 180.12345, 'ms', 150)).toEqual({
    name: 'pdf-note',
    value: 180.123,
    unit: 'ms',
    floor: 150,
    ratio: 1.201,
  })
})

test('a count is compared with nothing', () => {
  expect(line('debrief-keys', 58, 'keys', 0)).toMatchObject({ value: 58, unit: 'keys', ratio: null })
})
