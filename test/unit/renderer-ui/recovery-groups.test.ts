import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupsOf, isSameGroup, pickTwo } from '../../../src/renderer/vault/recovery-groups.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'

it('reads a proposed code as seven groups of four', () => {
  const groups = groupsOf(proposeRecoveryCode((size) => new Uint8Array(size).fill(7)))
  expect(groups.map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4, 4])
})

it('takes a group as people write it', () => {
  expect(isSameGroup(' 7kq2 ', '7KQ2')).toBe(true)
  expect(isSameGroup('o1lO', '0110')).toBe(true)
  expect(isSameGroup('7KQ3', '7KQ2')).toBe(false)
  expect(isSameGroup('', '7KQ2')).toBe(false)
})

it('asks for two different groups, in reading order', () => {
  const uint32 = fc.nat({ max: 2 ** 32 - 1 })
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), uint32, uint32, (count, one, two) => {
      const numbers = [one, two]
      const [first, second] = pickTwo(count, () => numbers.shift() ?? 0)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThan(second)
      expect(second).toBeLessThan(count)
    }),
  )
})
