import { expect, it } from 'vitest'
import { dueModel, dueYears } from '../../../src/renderer/keeping/due-years.ts'
import { keptLists, listOfYear } from '../../../src/renderer/keeping/kept-lists.ts'
import { chartOf } from './kept-chart.ts'

const today = '2026-11-17'
const charts = [
  chartOf(1, { keptUntil: '2024-05-01' }),
  chartOf(2, { keptUntil: '2026-03-02' }),
  chartOf(3, { keptUntil: '2026-04-02', standing: 'held', isHeld: true }),
  chartOf(4, { keptUntil: '2026-12-01', standing: 'kept' }),
  chartOf(5, { keptUntil: '2031-01-01', standing: 'kept' }),
  chartOf(6, { keptUntil: null, standing: 'in-care' }),
  chartOf(7, { keptUntil: null, standing: 'age-unknown' }),
]
const lists = keptLists({ charts })

it('counts what is past its date, and what falls due, by the year', () => {
  const years = dueYears(lists, today)
  expect(years[0]).toEqual({ key: '2024', pastCount: 1, laterCount: 0, heldCount: 0 })
  expect(years.find(({ key }) => key === '2026')).toEqual({
    key: '2026',
    pastCount: 2,
    laterCount: 1,
    heldCount: 1,
  })
  expect(years.map(({ key }) => key)).toHaveLength(10)
  expect(years.at(-1)?.key).toBe('2033')
})

it('says each year in words, and has the same numbers in its table', () => {
  const { values, table, bars } = dueModel(dueYears(lists, today))
  expect(values.map(({ when, words }) => `${when}: ${words}`).slice(0, 3)).toEqual([
    '2024: 1 chart, 1 past',
    '2025: 0 charts',
    '2026: 3 charts, 2 past, 1 to come, 1 on legal hold',
  ])
  expect(table().rows[2]?.cells).toEqual(['2026', '2', '1', '1'])
  expect(bars.filter(({ label }) => label !== undefined).map(({ key, label }) => [key, label])).toEqual([
    ['2024', '1'],
    ['2026', '3'],
    ['2031', '1'],
  ])
})

it('leads from a year to its charts, those past their date first', () => {
  expect(listOfYear(lists, '2026')).toEqual({ listId: 'past', from: 1 })
  expect(listOfYear(lists, '2031')).toEqual({ listId: 'later', from: 1 })
})
