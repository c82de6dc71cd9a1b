import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDay } from '../../../src/shared/iso-day.ts'
import { dueAt } from '../../../src/shared/record/due.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'

const chicago = 'America/Chicago'
const at = (iso: string) => Date.parse(iso)
const due = (iso: string, hasRisk = false) =>
  new Date(dueAt(at(iso), hasRisk, defaultRecordRules, chicago)).toISOString()

describe('a note is due', () => {
  it.each([
    ['Tuesday evening', '2026-11-24T19:30:00-06:00', '2026-11-28T06:00:00.000Z'],
    ['Wednesday, across a weekend', '2026-11-18T19:30:00-06:00', '2026-11-24T06:00:00.000Z'],
    ['Friday', '2026-11-20T12:00:00-06:00', '2026-11-26T06:00:00.000Z'],
    ['Saturday', '2026-11-21T12:00:00-06:00', '2026-11-26T06:00:00.000Z'],
    ['Sunday', '2026-11-22T23:59:00-06:00', '2026-11-26T06:00:00.000Z'],
    ['Thursday, across the end of summer time', '2026-10-29T19:30:00-05:00', '2026-11-04T06:00:00.000Z'],
  ])('at the end of the third business day: %s', (_, ended, expected) => {
    expect(due(ended)).toBe(expected)
  })

  it('within 24 hours where risk was marked, or sooner if it were due anyway', () => {
    expect(due('2026-11-24T19:30:00-06:00', true)).toBe('2026-11-26T01:30:00.000Z')
    const rules = { dueBusinessDays: 1, dueHoursAtRisk: 168 }
    const ended = at('2026-11-24T19:30:00-06:00')
    expect(dueAt(ended, true, rules, chicago)).toBe(dueAt(ended, false, rules, chicago))
  })

  it('by the calendar of where the session was, even where a day does not begin at midnight', () => {
    // In Cairo the clocks went from 00:00 to 01:00 on Friday 2026-04-24.
    const rules = { dueBusinessDays: 1, dueHoursAtRisk: 24 }
    const wednesday = at('2026-04-22T18:00:00+02:00')
    expect(new Date(dueAt(wednesday, false, rules, 'Africa/Cairo')).toISOString()).toBe(
      '2026-04-23T22:00:00.000Z',
    )
  })
})

const zones = [
  chicago,
  'UTC',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
]

describe('whatever the moment, the zone and the rule', () => {
  const cases = fc.record({
    endedAtMs: fc.integer({ min: at('2020-01-01'), max: at('2035-12-31') }),
    zone: fc.constantFrom(...zones),
    dueBusinessDays: fc.integer({ min: 1, max: 30 }),
    dueHoursAtRisk: fc.integer({ min: 1, max: 168 }),
  })

  it('so many whole business days lie between the session’s day and the due moment', () => {
    fc.assert(
      fc.property(cases, ({ endedAtMs, zone, ...rules }) => {
        const dueMs = dueAt(endedAtMs, false, rules, zone)
        // The due moment begins a day, and the day that ends with it is a business day.
        expect(isoDay(dueMs, zone) > isoDay(dueMs - 1, zone)).toBe(true)
        const days = new Set<string>()
        for (let ms = endedAtMs; ms < dueMs; ms += 3_600_000) days.add(isoDay(ms, zone))
        days.add(isoDay(dueMs - 1, zone))
        days.delete(isoDay(endedAtMs, zone))
        const business = [...days].filter((day) => {
          const weekday = new Date(day).getUTCDay()
          return weekday !== 0 && weekday !== 6
        })
        expect(business).toHaveLength(rules.dueBusinessDays)
        expect(business.at(-1)).toBe(isoDay(dueMs - 1, zone))
      }),
      { numRuns: 60 },
    )
  })

  it('risk makes it sooner or leaves it, and never before the end of the session', () => {
    fc.assert(
      fc.property(cases, ({ endedAtMs, zone, ...rules }) => {
        const atRisk = dueAt(endedAtMs, true, rules, zone)
        expect(atRisk).toBeLessThanOrEqual(dueAt(endedAtMs, false, rules, zone))
        expect(atRisk).toBeLessThanOrEqual(endedAtMs + rules.dueHoursAtRisk * 3_600_000)
        expect(atRisk).toBeGreaterThan(endedAtMs)
      }),
    )
  })
})
