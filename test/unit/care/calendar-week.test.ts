import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  moveDay,
  spanOfWeek,
  weekOf,
  weekOfDay,
  weeksBetween,
} from '../../../src/shared/care/calendar-week.ts'

const hourMs = 3_600_000
const zones = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kathmandu', 'America/Santiago', 'UTC')
const instants = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2045, 0, 1) })
const firstDays = fc.integer({ min: 1, max: 7 })

function hoursOf(startsOn: string): number {
  const { fromMs, toMs } = spanOfWeek(startsOn, 'America/Chicago')
  return (toMs - fromMs) / hourMs
}

describe('a week of the calendar', () => {
  it('begins on the weekday that the clinic says', () => {
    // A Tuesday.
    expect(weekOfDay('2026-11-17', 1)).toBe('2026-11-16')
    expect(weekOfDay('2026-11-17', 7)).toBe('2026-11-15')
    expect(weekOfDay('2026-11-17', 2)).toBe('2026-11-17')
    expect(weekOfDay('2026-11-17', 3)).toBe('2026-11-11')
  })

  it('is the week of the place, not of Greenwich', () => {
    // Sunday evening in Chicago, Monday morning in UTC.
    const instant = Date.parse('2026-11-23T03:00:00Z')
    expect(weekOf(instant, 'America/Chicago', 1)).toBe('2026-11-16')
    expect(weekOf(instant, 'UTC', 1)).toBe('2026-11-23')
  })

  it('is an hour longer or shorter when the clocks change', () => {
    expect(hoursOf('2026-10-26')).toBe(169)
    expect(hoursOf('2026-03-02')).toBe(167)
    expect(hoursOf('2026-11-16')).toBe(168)
  })

  it('begins at the first time that its day has where midnight is skipped', () => {
    // Clocks in Santiago went from 24:00 on Saturday to 01:00 on Sunday.
    const { fromMs } = spanOfWeek('2026-09-06', 'America/Santiago')
    expect(new Date(fromMs).toISOString()).toBe('2026-09-06T04:00:00.000Z')
  })

  it('holds every instant in exactly one week, whatever the zone and the first day', () => {
    fc.assert(
      fc.property(instants, zones, firstDays, (wallMs, zone, weekStartsOn) => {
        const startsOn = weekOf(wallMs, zone, weekStartsOn)
        const { fromMs, toMs } = spanOfWeek(startsOn, zone)
        expect(fromMs).toBeLessThanOrEqual(wallMs)
        expect(wallMs).toBeLessThan(toMs)
        expect(weekOf(fromMs, zone, weekStartsOn)).toBe(startsOn)
        expect(weekOf(toMs, zone, weekStartsOn)).toBe(moveDay(startsOn, 7))
      }),
    )
  })
})

it('names all weeks from one to another', () => {
  expect(weeksBetween('2026-12-21', '2027-01-04')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04'])
  expect(weeksBetween('2027-01-04', '2026-12-28')).toEqual([])
})
