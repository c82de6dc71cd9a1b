import { describe, expect, it } from 'vitest'
import { actOf, choicesOf, firstForm, possibleActs } from '../../../src/renderer/care/care-form.ts'
import { actForms, actWords } from '../../../src/renderer/care/care-words.ts'
import { careActSchema } from '../../../src/shared/care/care-entry.ts'
import { standingOf, withAct, type Standing } from '../../../src/shared/care/standing.ts'
import { groupIdSchema } from '../../../src/shared/ids.ts'
import type { Roster } from '../../../src/shared/ipc/roster-calls.ts'
import type { Group } from '../../../src/shared/roster/group.ts'

function groupOf(number: number): Group {
  return {
    id: groupIdSchema.parse(`00000000-0000-4000-8000-00000000000${number}`),
    name: `Group ${number}`,
    type: 'support',
    lengthMinutes: 90,
    schedule: [],
    part2: 'none',
    capacity: 12,
    modality: 'in-person',
    membership: 'open',
    countsHours: true,
    agenda: [],
    memberIds: [],
  }
}

const groups = [groupOf(1), groupOf(2), groupOf(3)]
const roster: Roster = { clinic: '', groups, members: [], facilitators: [] }
const [one, two, three] = groups.map(({ id }) => id)
if (one === undefined || two === undefined || three === undefined) throw new Error('expected groups')
const day = '2026-11-17'
const newcomer = standingOf([])
const inOne: Standing = { ...newcomer, groupIds: [one], waiting: [{ groupId: two, seq: 2, sinceDay: day }] }

describe('what can be done with a member', () => {
  it('fits how they stand', () => {
    expect(possibleActs(newcomer, roster)).not.toContain('transferred')
    expect(possibleActs(newcomer, roster)).not.toContain('withdrawn')
    expect(possibleActs(inOne, roster)).toEqual([
      'transferred',
      'enrolled',
      'waiting',
      'stopped-waiting',
      'withdrawn',
      'individual-work',
      'exempted',
      'counted-as',
      'discharged',
      'removed',
    ])
    const gone = standingOf(withAct([], { kind: 'removed', day, reason: 'x' }))
    expect(possibleActs(gone, roster)).toEqual(['readmitted', 'individual-work'])
  })

  it('is about groups that it can be about', () => {
    expect(choicesOf('transferred', inOne, roster)).toEqual({ from: [one], to: [two, three] })
    expect(choicesOf('waiting', inOne, roster)).toEqual({ from: [three], to: [] })
    expect(choicesOf('stopped-waiting', inOne, roster)).toEqual({ from: [two], to: [] })
  })

  it('is an act that the history takes, once its reason and its days are there', () => {
    for (const kind of possibleActs(inOne, roster)) {
      const form = { ...firstForm(kind, inOne, roster, day), reason: 'As agreed', reviewOn: '2026-12-01' }
      expect(careActSchema.parse(actOf(form))).toMatchObject({ kind, day })
      const bare = careActSchema.safeParse(actOf({ ...form, reason: '' }))
      expect(bare.success, kind).toBe(!actForms[kind].needsReason)
    }
  })
})

it('a line of the history names its groups apart from its words', () => {
  expect(actWords({ kind: 'transferred', groupId: one, toGroupId: two, day, reason: 'x' })).toEqual([
    'Transferred from ',
    { groupId: one },
    ' to ',
    { groupId: two },
  ])
  expect(actWords({ kind: 'individual-work', day, minutes: 65, reason: 'x' })).toEqual([
    'Individual work in place of group, 1:05 h',
  ])
})
