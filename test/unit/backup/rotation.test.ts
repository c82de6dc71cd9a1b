import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBackupDue, lastUntilNow } from '../../../src/shared/backup/due.ts'
import { isoDay } from '../../../src/shared/iso-day.ts'
import { findSurplus, kept, type KeptBackup } from '../../../src/shared/backup/rotation.ts'

const zone = 'America/Chicago'
const dayMs = 86_400_000
const startMs = Date.UTC(2026, 0, 1, 12)
const most = kept.days + kept.weeks + kept.months + 1

/** In the order in which they were made, last first. Their dates are what the clock said: they go back and forth. */
const backups = fc
  .array(
    fc.record({
      madeAtMs: fc.integer({ min: startMs, max: startMs + 800 * dayMs }),
      isVerified: fc.boolean(),
    }),
    {
      maxLength: 60,
    },
  )
  .map((list): KeptBackup[] => list.map((one, index) => ({ ...one, name: `backup ${index}` })))

const at = (days: number) => startMs + days * dayMs

/** Another seed each day; the seed in a failure brings it back. */
const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / dayMs))
const staying = (all: readonly KeptBackup[]) => {
  const surplus = new Set(findSurplus(all, zone))
  return all.filter(({ name }) => !surplus.has(name))
}

const isVerified = (backup: KeptBackup) => backup.isVerified

test('the one made last stays, and the last that is verified, whatever their dates', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const left = staying(all)
      expect(left[0]).toBe(all[0])
      expect(left.find(isVerified)).toBe(all.find(isVerified))
    }),
    { seed },
  )
})

test('of one day none stays that was made before another of it', () => {
  const sameDay = fc.array(fc.integer({ min: 0, max: 11 * 3_600_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(sameDay, (times) => {
      const all = times.map((ms, index) => ({
        name: String(index),
        madeAtMs: startMs + ms,
        isVerified: true,
      }))
      expect(staying(all)).toEqual(all.slice(0, 1))
    }),
    { seed },
  )
})

test('the last seven days that have one stay each with the one made last, whatever their dates', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const lastOfDay = [...Map.groupBy(all, ({ madeAtMs }) => isoDay(madeAtMs, zone)).values()].map(
        ([last]) => last,
      )
      expect(staying(all)).toEqual(expect.arrayContaining(lastOfDay.slice(0, kept.days)))
    }),
    { seed },
  )
})

test('what is left is never more than the rule says, and rotating it again takes nothing', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const left = staying(all)
      expect(left.length).toBeLessThanOrEqual(most)
      expect(findSurplus(left, zone)).toEqual([])
    }),
    { seed },
  )
})

test('of a year of daily backups, seven days, the weeks and the months behind them stay', () => {
  const daily = Array.from({ length: 365 }, (_, day) => ({
    name: String(day),
    madeAtMs: startMs + day * dayMs,
    isVerified: true,
  }))
  const left = staying(daily.toReversed())
    .map(({ name }) => Number(name))
    .toReversed()
  expect(left.slice(-kept.days)).toEqual([358, 359, 360, 361, 362, 363, 364])
  expect(left).toHaveLength(20)
  expect(left[0]).toBe(30)
})

test('what a restore has left behind is rotated apart, whatever is made after it', () => {
  fc.assert(
    fc.property(backups, backups, fc.integer({ min: 0, max: 800 }), (all, made, days) => {
      const leftBehind = [{ afterMs: at(days), untilMs: at(days + 200) }]
      const isLeft = ({ madeAtMs }: KeptBackup) => madeAtMs > at(days) && madeAtMs <= at(days + 200)
      const behind = all.filter(isLeft)
      const ours = made
        .filter((one) => !isLeft(one))
        .map((one) => Object.assign(one, { name: `${one.name} after` }))
      expect(new Set(findSurplus([...behind, ...ours], zone, leftBehind))).toEqual(
        new Set([...findSurplus(behind, zone), ...findSurplus(ours, zone)]),
      )
    }),
    { seed },
  )
})

test('a pause takes nothing away', () => {
  const old = [{ name: 'one', madeAtMs: startMs, isVerified: true }]
  expect(findSurplus(old, zone)).toEqual([])
})

test('the last until now is the one made last of those that do not lie ahead, whatever their dates', () => {
  const made = (...days: readonly number[]) => days.map((day) => ({ madeAtMs: at(day) }))
  expect(lastUntilNow(made(9, 4, 3), at(5), zone)).toEqual({ madeAtMs: at(4) })
  // Made while the clock stood ahead: its day has come, and it is not the last one of it.
  expect(lastUntilNow(made(4, 3, 5), at(5), zone)).toEqual({ madeAtMs: at(4) })
  expect(lastUntilNow(made(1, 4), at(5), zone)).toEqual({ madeAtMs: at(1) })
  expect(lastUntilNow(made(9, 8), at(5), zone)).toBeUndefined()
})

test('a backup is due on another day, after a week, and when the clock was set back', () => {
  expect(isBackupDue('daily', null, at(0), zone)).toBe(true)
  expect(isBackupDue('daily', at(0), at(0) + 3_600_000, zone)).toBe(false)
  expect(isBackupDue('daily', at(0), at(1), zone)).toBe(true)
  expect(isBackupDue('weekly', at(0), at(6), zone)).toBe(false)
  expect(isBackupDue('weekly', at(0), at(7), zone)).toBe(true)
  expect(isBackupDue('daily', at(3), at(0), zone)).toBe(true)
  expect(isBackupDue('off', null, at(0), zone)).toBe(false)
})
