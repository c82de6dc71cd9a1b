import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBackupDue } from '../../../src/shared/backup/due.ts'
import { findSurplus, kept, type KeptBackup } from '../../../src/shared/backup/rotation.ts'

const zone = 'America/Chicago'
const dayMs = 86_400_000
const startMs = Date.UTC(2026, 0, 1, 12)
const most = kept.days + kept.weeks + kept.months + 1

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

test('the newest backup and the newest that is verified are never surplus', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const newest = all.reduce((last, { madeAtMs }) => Math.max(last, madeAtMs), 0)
      const verified = all.filter(({ isVerified }) => isVerified)
      const newestVerified = verified.reduce((last, { madeAtMs }) => Math.max(last, madeAtMs), 0)
      const left = staying(all)
      if (all.length > 0) expect(left.some(({ madeAtMs }) => madeAtMs === newest)).toBe(true)
      if (verified.length > 0)
        expect(left.some((one) => one.isVerified && one.madeAtMs === newestVerified)).toBe(true)
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

test('the order in which backups are listed does not matter', () => {
  fc.assert(
    fc.property(backups, (all) => {
      expect(findSurplus(all.toReversed(), zone).toSorted()).toEqual(findSurplus(all, zone).toSorted())
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
  const left = staying(daily).map(({ name }) => Number(name))
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

test('a backup is due on another day, after a week, and when the clock was set back', () => {
  expect(isBackupDue('daily', null, at(0), zone)).toBe(true)
  expect(isBackupDue('daily', at(0), at(0) + 3_600_000, zone)).toBe(false)
  expect(isBackupDue('daily', at(0), at(1), zone)).toBe(true)
  expect(isBackupDue('weekly', at(0), at(6), zone)).toBe(false)
  expect(isBackupDue('weekly', at(0), at(7), zone)).toBe(true)
  expect(isBackupDue('daily', at(3), at(0), zone)).toBe(true)
  expect(isBackupDue('off', null, at(0), zone)).toBe(false)
})
