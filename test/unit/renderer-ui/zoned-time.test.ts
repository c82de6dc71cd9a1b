import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDaysBetween, instantOf, localDay, minutesUntil } from '../../../src/shared/zoned-time.ts'

const zones = [
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'UTC',
]

describe('a time of day on the clock of a zone', () => {
  it.each([
    ['in winter', '2026-11-17T12:00:00Z', '18:00', 'America/Chicago', '2026-11-18T00:00:00Z'],
    ['in summer', '2026-07-14T12:00:00Z', '18:00', 'America/Chicago', '2026-07-14T23:00:00Z'],
    ['in a zone off the hour', '2026-11-17T12:00:00Z', '18:00', 'Asia/Kolkata', '2026-11-17T12:30:00Z'],
    ['before the spring change', '2026-03-08T07:30:00Z', '01:30', 'America/Chicago', '2026-03-08T07:30:00Z'],
    [
      'left out by the spring change',
      '2026-03-08T07:30:00Z',
      '02:30',
      'America/Chicago',
      '2026-03-08T08:30:00Z',
    ],
    ['after the spring change', '2026-03-08T07:30:00Z', '18:00', 'America/Chicago', '2026-03-08T23:00:00Z'],
    [
      'twice in autumn, the first',
      '2026-11-01T05:30:00Z',
      '01:30',
      'America/Chicago',
      '2026-11-01T06:30:00Z',
    ],
    ['after the autumn change', '2026-11-01T05:30:00Z', '18:00', 'America/Chicago', '2026-11-02T00:00:00Z'],
  ])('%s', (_name, at, time, zone, expected) => {
    const day = localDay(Date.parse(at), zone)
    expect(new Date(instantOf(day, time, zone)).toISOString()).toBe(new Date(expected).toISOString())
  })

  it('is shown again by that clock, in every zone, but for the hour that a change leaves out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        (wallMs, zone, hour) => {
          const day = localDay(wallMs, zone)
          const time = `${String(hour).padStart(2, '0')}:30`
          const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' })
          const shownTime = shown.format(instantOf(day, time, zone))
          const nextHour = `${String((hour + 1) % 24).padStart(2, '0')}:30`
          expect([time, nextHour]).toContain(shownTime)
        },
      ),
    )
  })
})

describe('days of the calendar', () => {
  it('are counted by the clock of the zone, not by hours', () => {
    const lateEvening = Date.parse('2026-11-18T05:30:00Z')
    const afterMidnight = Date.parse('2026-11-18T06:30:00Z')
    expect(calendarDaysBetween(lateEvening, afterMidnight, 'America/Chicago')).toBe(1)
    expect(calendarDaysBetween(lateEvening, afterMidnight, 'UTC')).toBe(0)
  })

  it('stay whole over the days with 23 and 25 hours', () => {
    const beforeSpring = Date.parse('2026-03-07T18:00:00Z')
    expect(calendarDaysBetween(beforeSpring, Date.parse('2026-03-09T17:00:00Z'), 'America/Chicago')).toBe(2)
    const beforeAutumn = Date.parse('2026-10-31T17:00:00Z')
    expect(calendarDaysBetween(beforeAutumn, Date.parse('2026-11-02T18:00:00Z'), 'America/Chicago')).toBe(2)
  })

  it('wrap over the end of a week, a month and a year', () => {
    const newYearsEve = Date.parse('2026-12-31T18:00:00Z')
    expect(localDay(newYearsEve, 'UTC')).toEqual({ year: 2026, month: 12, day: 31, weekday: 4 })
    expect(localDay(newYearsEve, 'UTC', 3)).toEqual({ year: 2027, month: 1, day: 3, weekday: 7 })
    expect(localDay(newYearsEve, 'UTC', 4).weekday).toBe(1)
  })
})

it('says 1 minute until the minute is over', () => {
  expect(minutesUntil(60_000, 0)).toBe(1)
  expect(minutesUntil(60_000, 59_999)).toBe(1)
  expect(minutesUntil(60_000, 60_000)).toBe(0)
  expect(minutesUntil(60_000, 120_000)).toBe(-1)
})
