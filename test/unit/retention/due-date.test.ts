import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { moveDay } from '../../../src/shared/care/calendar-week.ts'
import {
  chartDue,
  dayAfterYears,
  standingOfChart,
  type ChartDays,
} from '../../../src/shared/retention/due-date.ts'
import { defaultRetentionRules, type RetentionRules } from '../../../src/shared/retention/retention-rules.ts'

const nothing: ChartDays = {
  lastContactOn: null,
  cameAsAdolescent: false,
  ofAgeOn: null,
  lastDisclosedOn: null,
}
const rules: RetentionRules = {
  jurisdiction: 'Some State',
  adultYears: 7,
  minorYears: 5,
  disclosureYears: 6,
  privateYears: 0,
}

describe('the day after so many years', () => {
  test.each([
    ['2016-03-01', 10, '2026-03-02'],
    // A year from a leap day is over when February is.
    ['2016-02-29', 1, '2017-03-02'],
    ['2016-02-29', 4, '2020-03-01'],
    ['2016-02-28', 1, '2017-03-01'],
    ['2016-12-31', 1, '2018-01-01'],
    ['2016-03-01', 0, '2016-03-01'],
    ['9990-03-01', 50, '9999-12-31'],
  ])('%s and %i years: %s', (day, years, due) => {
    expect(dayAfterYears(day, years)).toBe(due)
  })
})

const dayArbitrary = fc.integer({ min: 0, max: 60_000 }).map((days) => moveDay('1950-01-01', days))
const maybeDay = fc.option(dayArbitrary, { nil: null })
const years = fc.integer({ min: 1, max: 50 })
const daysArbitrary: fc.Arbitrary<ChartDays> = fc.record({
  lastContactOn: maybeDay,
  cameAsAdolescent: fc.boolean(),
  ofAgeOn: maybeDay,
  lastDisclosedOn: maybeDay,
})
const rulesArbitrary: fc.Arbitrary<RetentionRules> = fc.record({
  jurisdiction: fc.constant('Some State'),
  adultYears: years,
  minorYears: fc.integer({ min: 0, max: 50 }),
  disclosureYears: fc.integer({ min: 6, max: 50 }),
  privateYears: fc.integer({ min: 0, max: 50 }),
})

/** The day of a date, or one after all others where there is none: not knowing keeps a chart. */
function keptUntil(days: ChartDays, by: RetentionRules): string {
  const due = chartDue(days, by)
  return due.kind === 'on' ? due.day : 'later than any day'
}

describe('the date of a chart', () => {
  it('is counted from the last contact, from coming of age, and from the last disclosure: the latest of them', () => {
    const seen = { ...nothing, lastContactOn: '2010-05-04' }
    expect(chartDue(seen, rules)).toEqual({ kind: 'on', day: '2017-05-05' })
    const young = { ...seen, cameAsAdolescent: true, ofAgeOn: '2014-01-01' }
    expect(chartDue(young, rules)).toEqual({ kind: 'on', day: '2019-01-02' })
    expect(chartDue({ ...young, lastDisclosedOn: '2016-02-02' }, rules)).toEqual({
      kind: 'on',
      day: '2022-02-03',
    })
  })

  it('is not known while nobody has said when somebody who came as an adolescent comes of age', () => {
    const young = { ...nothing, lastContactOn: '1999-05-04', cameAsAdolescent: true }
    expect(chartDue(young, rules)).toEqual({ kind: 'age-unknown' })
  })

  it('is none for whoever never came', () => {
    expect(chartDue(nothing, rules)).toEqual({ kind: 'never-came' })
  })

  it('is none before a rule is entered, whatever its years say', () => {
    fc.assert(
      fc.property(daysArbitrary, rulesArbitrary, (days, by) => {
        const due = chartDue(days, { ...by, jurisdiction: '' })
        expect(due.kind).toBe(
          days.lastContactOn === null && days.lastDisclosedOn === null ? 'never-came' : 'no-rule',
        )
      }),
    )
    expect(defaultRetentionRules.jurisdiction).toBe('')
  })

  it('never comes earlier when more happens', () => {
    fc.assert(
      fc.property(daysArbitrary, rulesArbitrary, dayArbitrary, (days, by, day) => {
        fc.pre(days.lastContactOn !== null)
        const later = (before: string | null) => (before === null || before < day ? day : before)
        const now = keptUntil(days, by)
        expect(keptUntil({ ...days, lastContactOn: later(days.lastContactOn) }, by) >= now).toBe(true)
        expect(keptUntil({ ...days, lastDisclosedOn: later(days.lastDisclosedOn) }, by) >= now).toBe(true)
        expect(keptUntil({ ...days, cameAsAdolescent: true }, by) >= now).toBe(true)
        if (days.ofAgeOn !== null)
          expect(keptUntil({ ...days, ofAgeOn: later(days.ofAgeOn) }, by) >= now).toBe(true)
      }),
    )
  })

  it('never comes earlier when the clinic asks for more years, nor before a year is over', () => {
    fc.assert(
      fc.property(daysArbitrary, rulesArbitrary, years, (days, by, more) => {
        const now = keptUntil(days, by)
        expect(keptUntil(days, { ...by, adultYears: by.adultYears + more }) >= now).toBe(true)
        expect(keptUntil(days, { ...by, minorYears: by.minorYears + more }) >= now).toBe(true)
        expect(keptUntil(days, { ...by, disclosureYears: by.disclosureYears + more }) >= now).toBe(true)
        if (days.lastContactOn !== null) expect(now > moveDay(days.lastContactOn, 365)).toBe(true)
      }),
    )
  })
})

describe('how a chart stands', () => {
  const due = { kind: 'on', day: '2017-05-05' } as const
  const free = { today: '2017-05-05', isInCare: false, isHeld: false }

  test.each([
    ['kept until the day before', due, { ...free, today: '2017-05-04' }, 'kept'],
    ['past on the day itself', due, free, 'past'],
    ['held while somebody holds it', due, { ...free, isHeld: true }, 'held'],
    ['kept, not held, before its date', due, { ...free, today: '2017-05-04', isHeld: true }, 'kept'],
    ['in care whatever its date', due, { ...free, isInCare: true, isHeld: true }, 'in-care'],
    ['kept without a rule', { kind: 'no-rule' }, free, 'kept'],
    ['kept while an age is missing', { kind: 'age-unknown' }, { ...free, isHeld: true }, 'age-unknown'],
    ['never there', { kind: 'never-came' }, free, 'never-came'],
    ['never there, and held', { kind: 'never-came' }, { ...free, isHeld: true }, 'held'],
  ] as const)('%s', (_what, when, now, standing) => {
    expect(standingOfChart(when, now)).toBe(standing)
  })
})
