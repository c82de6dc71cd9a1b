import { expect, test } from 'vitest'
import { calendarDay } from '../../../src/renderer/app/time-words.ts'

test('a day is named without its year as long as that is this year, on the clock of the zone', () => {
  const evening = Date.UTC(2026, 11, 31, 23, 30)
  const before = Date.UTC(2026, 10, 10, 18)
  expect(calendarDay(before, 'UTC', evening)).toMatch(/10/)
  expect(calendarDay(before, 'UTC', evening)).not.toMatch(/2026/)
  // In Berlin the new year has begun by then.
  expect(calendarDay(before, 'Europe/Berlin', evening)).toMatch(/2026/)
})
