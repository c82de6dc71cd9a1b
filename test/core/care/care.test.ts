import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CareAct } from '../../../src/shared/care/care-entry.ts'
import { defaultCareRules } from '../../../src/shared/care/care-rules.ts'
import type { GroupId, PersonId } from '../../../src/shared/ids.ts'
import type { GroupDraft } from '../../../src/shared/roster/group.ts'
import { readAdolescents, readCareEntries } from '../../../src/main/core/care/care-repository.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import {
  createOpenWorld,
  definitely,
  groupDraft,
  memberDraft,
  valueOf,
  type World,
} from '../support/world.ts'

let world: World
let count = 0

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

const reason = 'As agreed with her'
const failure = (code: string) => ({ ok: false, error: { code } })
const wrongField = (path: string, rule: string) => ({
  ok: false,
  error: { code: 'bad-input', fields: [{ path, rule }] },
})
const overTheLimit = (path: string) => wrongField(path, 'over-the-limit')

async function createGroup(draft: Partial<GroupDraft> = {}): Promise<GroupId> {
  count += 1
  const { groupId } = await world.get('roster.create-group', { ...groupDraft, name: `G ${count}`, ...draft })
  return groupId
}

async function createMember(groupId: GroupId): Promise<PersonId> {
  return (await world.get('roster.create-member', { groupId, draft: memberDraft })).personId
}

function today(): string {
  return new Date(world.clock.read().wallMs).toISOString().slice(0, 10)
}

const enter = (personId: PersonId, act: CareAct, evenIfClosed = false) =>
  world.ask('care.enter', { personId, act, evenIfClosed })
const kindsOf = async (personId: PersonId) =>
  (await world.get('care.read', { personId })).map(({ act }) => act.kind)

async function groupsOf(personId: PersonId): Promise<readonly GroupId[]> {
  const { members } = await world.get('roster.read', {})
  return definitely(members.find(({ id }) => id === personId)).groupIds
}

describe('a history of care', () => {
  it('tells of every group that somebody came into or left, on whichever screen it was done', async () => {
    const [one, two] = [await createGroup(), await createGroup()]
    const personId = await createMember(one)
    await world.get('roster.enrol', { groupId: two, personId })
    await world.get('roster.withdraw', { groupId: one, personId })
    const { facilitators } = await world.get('roster.read', {})
    expect(await world.get('care.read', { personId })).toMatchObject([
      { act: { kind: 'enrolled', groupId: one, day: today() }, enteredById: facilitators[0]?.id },
      { act: { kind: 'enrolled', groupId: two } },
      { act: { kind: 'withdrawn', groupId: one }, enteredAtMs: world.clock.read().wallMs, takenBackBy: null },
    ])
  })

  it('moves somebody from one group to another at once, and back when that is taken back', async () => {
    const [one, two] = [await createGroup(), await createGroup()]
    const personId = await createMember(one)
    const act = { kind: 'transferred', groupId: one, toGroupId: two, day: today(), reason } as const
    const { seq } = valueOf(await enter(personId, act))
    expect(await groupsOf(personId)).toEqual([two])
    valueOf(await enter(personId, { kind: 'taken-back', refersTo: seq, day: today(), reason: '' }))
    expect(await groupsOf(personId)).toEqual([one])
    expect(await kindsOf(personId)).toEqual(['enrolled', 'transferred', 'taken-back'])
    expect(await enter(personId, { kind: 'taken-back', refersTo: seq, day: today(), reason: '' })).toEqual(
      failure('already-corrected'),
    )
  })

  it.each(['discharged', 'removed'] as const)(
    'takes who is %s out of all groups and waiting lists, and lets nobody back without a readmission',
    async (kind) => {
      const [one, two, three] = [await createGroup(), await createGroup(), await createGroup()]
      const personId = await createMember(one)
      await world.get('roster.enrol', { groupId: two, personId })
      valueOf(await enter(personId, { kind: 'waiting', groupId: three, day: today(), reason: '' }))
      const { seq } = valueOf(await enter(personId, { kind, day: today(), reason }))
      expect(await groupsOf(personId)).toEqual([])
      expect(await world.get('care.waiting', { groupId: three })).toEqual([])
      expect(await world.ask('roster.enrol', { groupId: one, personId })).toEqual(
        failure('needs-readmission'),
      )
      const standings = await world.get('care.standings', {})
      expect(kind === 'removed' ? standings.removedIds : standings.dischargedIds).toContain(personId)
      // Taken back, it never was.
      valueOf(await enter(personId, { kind: 'taken-back', refersTo: seq, day: today(), reason: '' }))
      expect((await groupsOf(personId)).toSorted()).toEqual([one, two].toSorted())
      expect(await world.get('care.waiting', { groupId: three })).toMatchObject([{ personId }])
      valueOf(await enter(personId, { kind, day: today(), reason }))
      valueOf(await enter(personId, { kind: 'readmitted', day: today(), reason }))
      await world.get('roster.enrol', { groupId: one, personId })
      expect(await groupsOf(personId)).toEqual([one])
    },
  )

  it('takes no day that is still to come, no review before its exemption, and no act that does not fit', async () => {
    const groupId = await createGroup()
    const personId = await createMember(groupId)
    expect(await enter(personId, { kind: 'discharged', day: '2999-01-01', reason })).toEqual(
      wrongField('act.day', 'still-to-come'),
    )
    expect(await enter(personId, { kind: 'exempted', day: today(), reviewOn: '2020-01-01', reason })).toEqual(
      wrongField('act.reviewOn', 'before-the-first'),
    )
    expect(await enter(personId, { kind: 'readmitted', day: today(), reason })).toEqual(
      failure('stands-otherwise'),
    )
    const blank = { kind: 'discharged', day: today(), reason: ' ' } as const
    expect(await enter(personId, blank)).toEqual(wrongField('act.reason', 'empty'))
    expect(await kindsOf(personId)).toEqual(['enrolled'])
  })
})

describe('a group', () => {
  it('that is closed takes nobody unless somebody decides it', async () => {
    const groupId = await createGroup({ membership: 'closed' })
    const other = await createGroup()
    const personId = await createMember(other)
    expect(await world.ask('roster.enrol', { groupId, personId })).toEqual(failure('group-closed'))
    expect(await world.ask('roster.create-member', { groupId, draft: memberDraft })).toEqual(
      failure('group-closed'),
    )
    const act = { kind: 'transferred', groupId: other, toGroupId: groupId, day: today(), reason } as const
    expect(await enter(personId, act)).toEqual(failure('group-closed'))
    valueOf(await enter(personId, act, true))
    expect(await groupsOf(personId)).toEqual([groupId])
  })

  it('gives its places in the order of waiting, and a full one gives none', async () => {
    const groupId = await createGroup({ capacity: 1 })
    const other = await createGroup()
    const inside = await createMember(groupId)
    const waiting = [await createMember(other), await createMember(other)]
    for (const personId of waiting) {
      // oxlint-disable-next-line no-await-in-loop -- the order is the point
      valueOf(await enter(personId, { kind: 'waiting', groupId, day: today(), reason: '' }))
    }
    const [first, second] = [definitely(waiting[0]), definitely(waiting[1])]
    expect(await enter(first, { kind: 'waiting', groupId, day: today(), reason: '' })).toEqual(
      failure('stands-otherwise'),
    )
    expect(await world.get('care.waiting', { groupId })).toEqual([
      { personId: first, sinceDay: today() },
      { personId: second, sinceDay: today() },
    ])
    expect(await world.ask('roster.enrol', { groupId, personId: first })).toEqual(failure('group-full'))
    const left = valueOf(await enter(inside, { kind: 'withdrawn', groupId, day: today(), reason: '' }))
    await world.get('roster.enrol', { groupId, personId: first })
    expect(await world.get('care.waiting', { groupId })).toEqual([{ personId: second, sinceDay: today() }])
    // Their place is taken.
    expect(await enter(inside, { kind: 'taken-back', refersTo: left.seq, day: today(), reason: '' })).toEqual(
      failure('group-full'),
    )
  })

  it('has no more places than the clinic’s limit, which is a setting', async () => {
    const wide = { ...groupDraft, name: 'Wide', capacity: 13 }
    expect(await world.ask('roster.create-group', wide)).toEqual(overTheLimit('capacity'))
    await world.get('care-rules.change', { ...defaultCareRules, mostMembers: 13 })
    const { groupId } = await world.get('roster.create-group', wide)
    await world.get('care-rules.change', defaultCareRules)
    const change = (capacity: number) =>
      world.ask('roster.change-group', { groupId, draft: { ...wide, capacity } })
    expect(await change(14)).toEqual(overTheLimit('draft.capacity'))
    expect(await change(13)).toMatchObject({ ok: true })
  })
})

describe('in the file', () => {
  let rooms: OpenRooms
  beforeAll(async () => {
    rooms = await openRooms()
  })
  afterAll(() => rooms.close())

  const act = async (personId: PersonId, made: CareAct) =>
    valueOf(await rooms.enter().calls['care.enter']({ personId, act: made })).seq

  it('who is adolescent is told for a day, whenever that was entered, and individual work is kept as entered', async () => {
    const { record } = rooms.vault
    const [ana, ben] = [definitely(rooms.memberIds[0]), definitely(rooms.memberIds[1])]
    const work = { kind: 'individual-work', day: '2026-01-05', minutes: 50, reason } as const
    const exempt = { kind: 'exempted', day: '2026-01-01', reviewOn: '2026-01-20', reason } as const
    await act(ana, work)
    await act(ana, exempt)
    expect(readCareEntries(record, ana).map((entry) => entry.act)).toMatchObject([{}, work, exempt])
    await act(ben, { kind: 'counted-as', day: '2026-01-03', ageGroup: 'adolescent', reason: '' })
    expect([...readAdolescents(record, '2026-01-03')]).toEqual([ben])
    expect([...readAdolescents(record, '2026-01-02')]).toEqual([])
    await act(ben, { kind: 'counted-as', day: '2026-01-10', ageGroup: 'adult', reason: '' })
    expect([...readAdolescents(record, '2026-01-10')]).toEqual([])
  })

  it('the history grows at its end alone: nothing in it is changed, deleted or replaced', () => {
    const { record } = rooms.vault
    expect(() => write(record, sql`UPDATE care_entry SET reason = 'Otherwise'`)).toThrow()
    expect(() => write(record, sql`DELETE FROM care_entry`)).toThrow()
    expect(() =>
      write(
        record,
        sql`INSERT OR REPLACE INTO care_entry (seq, person_id, kind, reason) VALUES (1, 'x', 'removed', '')`,
      ),
    ).toThrow()
  })

  it('a group without an entry is put into the history before what comes next', async () => {
    const { record } = rooms.vault
    const cal = definitely(rooms.memberIds[2])
    const groupId = '00000000-0000-4000-8000-00000000abcd'
    write(
      record,
      sql`INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity)
          VALUES (${groupId}, 'From before', 'support', 90, 'none', 12)`,
    )
    write(record, sql`INSERT INTO enrolment (group_id, person_id, position) VALUES (${groupId}, ${cal}, 0)`)
    await act(cal, { kind: 'discharged', day: '2026-01-05', reason })
    expect(valueOf(await rooms.enter().calls['care.read']({ personId: cal }))).toMatchObject([
      { act: { kind: 'enrolled' } },
      { act: { kind: 'enrolled', groupId, day: null }, enteredAtMs: null, enteredById: null },
      { act: { kind: 'discharged' } },
    ])
  })
})
