import { describe, expect, test } from 'vitest'
import { readLater, readMoment, readStart, writeClock } from '../../../src/renderer/paper/clock-entry.ts'

const zone = 'America/Chicago'
const at = (iso: string) => Date.parse(`${iso}-06:00`)
const planned = at('2026-11-17T18:00')
const span = { startMs: at('2026-11-17T18:03'), endMs: at('2026-11-17T19:31'), zone }

test.each([
  ['603', '2026-11-17T18:03'],
  ['6:03', '2026-11-17T18:03'],
  ['18.03', '2026-11-17T18:03'],
  ['6', '2026-11-17T18:00'],
  ['6:03 am', '2026-11-17T06:03'],
  ['11:30', '2026-11-17T23:30'],
  ['12:15', '2026-11-17T12:15'],
])('the start %s of an evening group is %s', (text, expected) => {
  expect(readStart(text, planned, zone)).toBe(at(expected))
})

test.each(['', 'six', '25:00', '6:75', '0:30 pm', '18:03:20'])('%j is no time', (text) => {
  expect(readStart(text, planned, zone)).toBeNull()
})

test('an end is the first such time after the start, beyond midnight too', () => {
  expect(readLater('731', span.startMs, zone)).toBe(span.endMs)
  expect(readLater('12:15', at('2026-11-17T23:00'), zone)).toBe(at('2026-11-18T00:15'))
})

describe('one or two figures are the minutes of an hour', () => {
  test.each([
    ['9', 'came', '2026-11-17T18:09'],
    ['03', 'came', '2026-11-17T18:03'],
    ['1', 'came', '2026-11-17T19:01'],
    ['15', 'left', '2026-11-17T19:15'],
    ['45', 'left', '2026-11-17T18:45'],
    ['6:03 PM', 'came', '2026-11-17T18:03'],
  ] as const)('%s, %s', (text, which, expected) => {
    expect(readMoment(text, which, span)).toBe(at(expected))
  })

  test('where the clock is half an hour off the full hours, too', () => {
    const startMs = Date.parse('2026-11-17T18:03+05:30')
    const moment = readMoment('9', 'came', { startMs, endMs: startMs + 5_400_000, zone: 'Asia/Kolkata' })
    expect(moment).toBe(startMs + 6 * 60_000)
  })
})

test('what is written is read back as the same moment, on both sides of noon', () => {
  for (const time of ['00:00', '06:03', '12:00', '12:30', '18:03', '23:59']) {
    const ms = at(`2026-11-17T${time}`)
    expect(readStart(writeClock(ms, zone), ms, zone)).toBe(ms)
  }
})
