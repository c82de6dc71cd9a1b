import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeColumns } from '../../../src/shared/import/mapping.ts'
import {
  guessDateOrder,
  readCount,
  readDay,
  readGroupType,
  readPart2,
  readRole,
  readTime,
  readWeekday,
} from '../../../src/shared/import/read-cell.ts'

describe('the headings of a table', () => {
  it('are known in the ways that programs spell them', () => {
    expect(proposeColumns(['Chart No.', 'PREFERRED_NAME', 'Group name', 'Agreed on', 'Shoe size'])).toEqual([
      'chart-id',
      'name',
      'group',
      'agreed-on',
      null,
    ])
  })

  it('are taken once each', () => {
    expect(proposeColumns(['Name', 'Member name'])).toEqual(['name', null])
  })
})

describe('a day', () => {
  it.each([
    ['2026-03-09', 'month-first', '2026-03-09'],
    ['3/9/2026', 'month-first', '2026-03-09'],
    ['3/9/2026', 'day-first', '2026-09-03'],
    ['09.03.2026', 'day-first', '2026-03-09'],
    ['31.02.2026', 'day-first', null],
    ['3/9/26', 'month-first', null],
    ['soon', 'month-first', null],
  ] as const)('%s read %s is %s', (cell, order, day) => {
    expect(readDay(cell, order)).toBe(day)
  })

  it('is read back in either order as it was written', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('day-first' as const, 'month-first' as const), (date, order) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, day] = iso.split('-').map(Number)
        const cell = order === 'day-first' ? `${day}.${month}.${year}` : `${month}/${day}/${year}`
        expect(readDay(cell, order)).toBe(iso)
      }),
    )
  })

  it('tells the order of its column where it can be read in one way only', () => {
    expect(guessDateOrder(['3/9/2026', '3/25/2026'])).toBe('month-first')
    expect(guessDateOrder(['25.3.2026', ''])).toBe('day-first')
    expect(guessDateOrder(['3/9/2026', '2026-01-01'])).toBeNull()
  })
})

describe('a time of day', () => {
  it.each([
    ['18:00', '18:00'],
    ['6 pm', '18:00'],
    ['6:30 PM', '18:30'],
    ['12 a.m.', '00:00'],
    ['12:15 pm', '12:15'],
    ['8.05', '08:05'],
    ['18', null],
    ['25:00', null],
    ['13 pm', null],
    ['noon', null],
  ])('%s is %s', (cell, time) => {
    expect(readTime(cell)).toBe(time)
  })
})

it('weekdays, roles, types and counts are read by their names, and nothing is guessed', () => {
  expect(['Tue', 'tuesdays', 'SUNDAY', '5', 'tu', '8', ''].map(readWeekday)).toEqual([
    2,
    2,
    7,
    5,
    null,
    null,
    null,
  ])
  expect(['', 'Patient', 'Spouse', 'guest', 'doctor'].map(readRole)).toEqual([
    'member',
    'member',
    'partner',
    'guest',
    null,
  ])
  expect(
    ['Relapse Prevention', 'iop evening', 'relapse-prevention-early', 'yoga'].map(readGroupType),
  ).toEqual(['relapse-prevention', 'iop-evening', 'relapse-prevention-early', null])
  expect(['', 'Part 2', 'no', 'maybe'].map(readPart2)).toEqual(['unsure', 'part2', 'none', null])
  expect(['90', '90 min', '1.5', '-3', ''].map(readCount)).toEqual([90, 90, null, null, null])
})
