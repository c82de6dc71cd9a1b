import { expect, it } from 'vitest'
import { careOfMember } from '../../../src/shared/care/care-periods.ts'
import type { CareAct } from '../../../src/shared/care/care-entry.ts'
import { groupIdSchema } from '../../../src/shared/ids.ts'
import { idOf } from '../renderer-ui/sample.ts'

const skills = groupIdSchema.parse(idOf(1))
const process = groupIdSchema.parse(idOf(2))
const reason = 'as agreed'

function after(...acts: readonly CareAct[]) {
  const entries = acts.map((act, index) => ({ seq: index + 1, act, takenBackBy: null }))
  return careOfMember(entries, '2026-01-01', new Set())
}

it('takes an enrolment without a day for one since the day that is given', () => {
  const care = after({ kind: 'enrolled', groupId: skills, day: null, reason: '' })
  expect(care.enrolled).toEqual([{ from: '2026-01-01', until: null }])
})

it('follows somebody through groups, out of care and back', () => {
  const care = after(
    { kind: 'enrolled', groupId: skills, day: '2026-02-02', reason: '' },
    { kind: 'transferred', groupId: skills, toGroupId: process, day: '2026-03-02', reason },
    { kind: 'discharged', day: '2026-04-01', reason },
    { kind: 'enrolled', groupId: skills, day: '2026-04-02', reason: '' },
    { kind: 'readmitted', day: '2026-05-01', reason },
    { kind: 'enrolled', groupId: skills, day: '2026-05-04', reason: '' },
  )
  expect(care.enrolled).toEqual([
    { from: '2026-02-02', until: '2026-03-02' },
    { from: '2026-03-02', until: '2026-04-01' },
    { from: '2026-05-04', until: null },
  ])
})

it('tells groups of the program from those beside it', () => {
  const entries = [
    { kind: 'enrolled', groupId: skills, day: '2026-02-02', reason: '' },
    { kind: 'enrolled', groupId: process, day: '2026-03-02', reason: '' },
    { kind: 'withdrawn', groupId: skills, day: '2026-04-01', reason: '' },
  ] as const
  const care = careOfMember(
    entries.map((act, index) => ({ seq: index + 1, act, takenBackBy: null })),
    '2026-01-01',
    new Set([process]),
  )
  expect(care.enrolled).toEqual([{ from: '2026-02-02', until: '2026-04-01' }])
  expect(care.beside).toEqual([{ from: '2026-03-02', until: null }])
})

it('holds an exemption to the day before it was ended, past the day of its review', () => {
  const exempted = { kind: 'exempted', day: '2026-03-02', reviewOn: '2026-03-09', reason } as const
  expect(after(exempted).exempt).toEqual([{ from: '2026-03-02', until: null }])
  const ended = after(exempted, { kind: 'exemption-ended', refersTo: 1, day: '2026-04-01', reason: '' })
  expect(ended.exempt).toEqual([{ from: '2026-03-02', until: '2026-03-31' }])
})

it('knows when somebody counted as adolescent, in the order of days', () => {
  const care = after(
    { kind: 'counted-as', day: '2026-06-01', ageGroup: 'adult', reason: '' },
    { kind: 'counted-as', day: '2026-01-05', ageGroup: 'adolescent', reason: '' },
  )
  expect(care.adolescent).toEqual([{ from: '2026-01-05', until: '2026-05-31' }])
})

it('counts nothing that was taken back', () => {
  const work = { kind: 'individual-work', day: '2026-03-02', minutes: 50, reason } as const
  expect(after(work).individual).toEqual([{ on: '2026-03-02', minutes: 50 }])
  const care = careOfMember([{ seq: 1, act: work, takenBackBy: 2 }], '2026-01-01', new Set())
  expect(care.individual).toEqual([])
})
