import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CareAct } from '../../../src/shared/care/care-entry.ts'
import { ageGroupOn, misfit, standingOf, withAct } from '../../../src/shared/care/standing.ts'
import { groupIdSchema } from '../../../src/shared/ids.ts'

const groups = [1, 2, 3].map((number) => groupIdSchema.parse(`00000000-0000-4000-8000-00000000000${number}`))
const [first, second] = groups
if (first === undefined || second === undefined) throw new Error('expected groups')
const day = '2026-11-17'
const reason = 'As agreed'

type Entries = Parameters<typeof standingOf>[0]

function history(...acts: readonly CareAct[]): Entries {
  return acts.reduce<Entries>((entries, act) => withAct(entries, act), [])
}

const enrolled = (groupId = first): CareAct => ({ kind: 'enrolled', groupId, day, reason: '' })
const discharged: CareAct = { kind: 'discharged', day, reason }
const back = (refersTo: number): CareAct => ({ kind: 'taken-back', refersTo, day, reason: '' })

const group = fc.constantFrom(...groups)
const anyAct: fc.Arbitrary<CareAct> = fc.oneof(
  fc.record({
    kind: fc.constant('enrolled' as const),
    groupId: group,
    day: fc.constant(day),
    reason: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('withdrawn' as const),
    groupId: group,
    day: fc.constant(day),
    reason: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('transferred' as const),
    groupId: group,
    toGroupId: group,
    day: fc.constant(day),
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constant('waiting' as const),
    groupId: group,
    day: fc.constant(day),
    reason: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('stopped-waiting' as const),
    groupId: group,
    day: fc.constant(day),
    reason: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('exempted' as const),
    day: fc.constant(day),
    reviewOn: fc.constant('2026-12-17'),
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constantFrom('discharged' as const, 'removed' as const, 'readmitted' as const),
    day: fc.constant(day),
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constantFrom('taken-back' as const, 'exemption-ended' as const),
    refersTo: fc.integer({ min: 1, max: 20 }),
    day: fc.constant(day),
    reason: fc.constant(''),
  }),
)

/** A history in which every act fitted when it was entered. */
const anyHistory = fc
  .array(anyAct, { maxLength: 30 })
  .map((acts) =>
    acts.reduce<Entries>(
      (entries, act) => (misfit(entries, act) === null ? withAct(entries, act) : entries),
      [],
    ),
  )

describe('how somebody stands', () => {
  it('is in no group and waits for none once they have left care, after any history', () => {
    fc.assert(
      fc.property(anyHistory, (entries) => {
        const { gone, groupIds, waiting } = standingOf(entries)
        if (gone !== null) expect([...groupIds, ...waiting]).toEqual([])
        for (const { groupId } of waiting) expect(groupIds).not.toContain(groupId)
        expect(new Set(groupIds).size).toBe(groupIds.length)
      }),
    )
  })

  it('is as it was before, once the last act is taken back, after any history', () => {
    fc.assert(
      fc.property(anyHistory, anyAct, (entries, act) => {
        fc.pre(act.kind !== 'taken-back' && misfit(entries, act) === null)
        const entered = withAct(entries, act)
        const seq = entered.at(-1)?.seq ?? 0
        expect(misfit(entered, back(seq))).toBeNull()
        expect(standingOf(withAct(entered, back(seq)))).toEqual(standingOf(entries))
      }),
    )
  })

  it('moves with a transfer, and no longer waits for what was reached', () => {
    const entries = history(
      enrolled(),
      { kind: 'waiting', groupId: second, day, reason: '' },
      { kind: 'transferred', groupId: first, toGroupId: second, day, reason },
    )
    expect(standingOf(entries)).toMatchObject({ groupIds: [second], waiting: [] })
  })

  it('takes nobody back without a readmission', () => {
    for (const gone of [discharged, { kind: 'removed', day, reason } as const]) {
      const entries = history(enrolled(), gone)
      expect(misfit(entries, enrolled())).toBe('needs-readmission')
      expect(misfit(entries, { kind: 'waiting', groupId: first, day, reason: '' })).toBe('needs-readmission')
      const again = withAct(entries, { kind: 'readmitted', day, reason })
      expect(misfit(again, enrolled())).toBeNull()
    }
  })

  it('cannot take back twice, nor a taking back', () => {
    const entries = history(enrolled(), back(1))
    expect(misfit(entries, back(1))).toBe('already-corrected')
    expect(misfit(entries, back(2))).toBe('not-found')
    expect(misfit(entries, back(9))).toBe('not-found')
  })
})

function counted(ageGroup: 'adult' | 'adolescent', from: string): CareAct {
  return { kind: 'counted-as', day: from, ageGroup, reason: '' }
}

it('hours are counted as they were on the day, whenever that was entered', () => {
  const entries = history(counted('adult', '2026-11-10'), counted('adolescent', '2026-09-01'))
  expect(
    ['2026-08-31', '2026-09-01', '2026-11-09', '2026-11-10'].map((on) => ageGroupOn(entries, on)),
  ).toEqual(['adult', 'adolescent', 'adolescent', 'adult'])
  expect(ageGroupOn(withAct(entries, back(2)), '2026-10-01')).toBe('adult')
})
