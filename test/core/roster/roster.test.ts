/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultCareRules } from '../../../src/shared/care/care-rules.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import { groupTypeSchema } from '../../../src/shared/agenda/group-type.ts'
import { totalMinutes } from '../../../src/shared/agenda/phase.ts'
import type { GroupId } from '../../../src/shared/ids.ts'
import type { GroupDraft } from '../../../src/shared/roster/group.ts'
import { createOpenWorld, definitely, groupDraft, memberDraft, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

const failure = (code: string) => ({ ok: false, error: { code } })

let names = 0
async function createGroup(
  change: Partial<GroupDraft> = {},
): Promise<{ groupId: GroupId; draft: GroupDraft }> {
  names += 1
  const draft = { ...groupDraft, name: `Group ${names}`, ...change }
  return { draft, ...(await world.get('roster.create-group', draft)) }
}

async function readGroup(groupId: GroupId) {
  const { groups } = await world.get('roster.read', {})
  return definitely(groups.find(({ id }) => id === groupId))
}

describe('groups', () => {
  it.each(groupTypeSchema.options)('of type %s take their template', async (type) => {
    const template = agendaTemplates[type]
    const { groupId, draft } = await createGroup({ type, lengthMinutes: template.lengthMinutes })
    const { agenda, ...group } = await readGroup(groupId)
    expect(group).toEqual({ ...draft, id: groupId, memberIds: [] })
    expect(agenda).toMatchObject(template.phases)
  })

  it('fit their template to their length, or say that it cannot be so short', async () => {
    const { groupId } = await createGroup({ lengthMinutes: 75 })
    expect(totalMinutes((await readGroup(groupId)).agenda)).toBe(75)
    const before = (await world.get('roster.read', {})).groups.length
    const draft = { ...groupDraft, name: 'Too short', lengthMinutes: 20 }
    expect(await world.ask('roster.create-group', draft)).toEqual(failure('agenda-over-length'))
    expect((await world.get('roster.read', {})).groups).toHaveLength(before)
  })

  it('have each their own name, whatever its case or spelling', async () => {
    const { groupId, draft } = await createGroup({ name: 'Café group' })
    const other = await createGroup()
    const taken = { ...draft, name: 'CAFE\u0301 GROUP' }
    expect(await world.ask('roster.create-group', taken)).toEqual(failure('name-taken'))
    expect(await world.ask('roster.change-group', { groupId: other.groupId, draft: taken })).toEqual(
      failure('name-taken'),
    )
    await world.get('roster.change-group', { groupId, draft: taken })
    expect((await readGroup(groupId)).name).toBe(taken.name)
  })

  it('keep the agenda that was made for them when type or length change', async () => {
    const { groupId, draft } = await createGroup()
    const { agenda } = await readGroup(groupId)
    await world.get('roster.change-group', {
      groupId,
      draft: { ...draft, type: 'trauma', lengthMinutes: 120 },
    })
    expect((await readGroup(groupId)).agenda).toEqual(agenda)
    await world.get('roster.change-group', { groupId, draft: { ...draft, lengthMinutes: 80 } })
    const trimmed = (await readGroup(groupId)).agenda
    expect(trimmed.map(({ id }) => id)).toEqual(agenda.map(({ id }) => id))
    expect(totalMinutes(trimmed)).toBe(80)
    const tooShort = { groupId, draft: { ...draft, lengthMinutes: 30 } }
    expect(await world.ask('roster.change-group', tooShort)).toEqual(failure('agenda-over-length'))
    expect(await readGroup(groupId)).toMatchObject({ lengthMinutes: 80, agenda: trimmed })
  })

  it('change their meetings as a whole', async () => {
    const { groupId, draft } = await createGroup()
    const schedule = [
      { weekday: 4, time: '09:30' },
      { weekday: 1, time: '18:00' },
    ]
    await world.get('roster.change-group', { groupId, draft: { ...draft, schedule } })
    expect((await readGroup(groupId)).schedule).toEqual(schedule)
  })
})

describe('members', () => {
  it('fill a group to its capacity and no further', async () => {
    await world.get('care-rules.change', { ...defaultCareRules, mostMembers: 24 })
    const { groupId, draft } = await createGroup({ capacity: 24 })
    for (let count = 0; count < 24; count += 1) {
      await world.get('roster.create-member', {
        groupId,
        draft: { ...memberDraft, preferredName: `M${count}` },
      })
    }
    const { members } = await world.get('roster.read', {})
    expect((await readGroup(groupId)).memberIds).toHaveLength(24)
    expect(await world.ask('roster.create-member', { groupId, draft: memberDraft })).toEqual(
      failure('group-full'),
    )
    expect((await world.get('roster.read', {})).members).toEqual(members)

    const full = await readGroup(groupId)
    const enrolled = definitely(full.memberIds[0])
    await world.get('roster.enrol', { groupId, personId: enrolled })
    expect((await readGroup(groupId)).memberIds).toEqual(full.memberIds)
    const smaller = { groupId, draft: { ...draft, capacity: 23 } }
    expect(await world.ask('roster.change-group', smaller)).toEqual(failure('group-full'))
  })

  it('join and leave groups, and are changed everywhere at once', async () => {
    const first = await createGroup()
    const second = await createGroup({ capacity: 1 })
    const { personId } = await world.get('roster.create-member', {
      groupId: first.groupId,
      draft: memberDraft,
    })
    await world.get('roster.enrol', { groupId: second.groupId, personId })
    const other = await world.get('roster.create-member', { groupId: first.groupId, draft: memberDraft })
    const enrolOther = { groupId: second.groupId, personId: other.personId }
    expect(await world.ask('roster.enrol', enrolOther)).toEqual(failure('group-full'))
    await world.get('roster.withdraw', { groupId: first.groupId, personId })
    await world.get('roster.change-member', {
      personId,
      draft: { ...memberDraft, agreedOn: null, chartId: '' },
    })
    const { members } = await world.get('roster.read', {})
    expect(members.find(({ id }) => id === personId)).toEqual({
      ...memberDraft,
      id: personId,
      agreedOn: null,
      chartId: '',
      aliases: [],
      groupIds: [second.groupId],
    })
  })

  it('are known by other words too, in their order, until others take their place', async () => {
    const { groupId } = await createGroup()
    const { personId } = await world.get('roster.create-member', { groupId, draft: memberDraft })
    const aliasesOf = async () =>
      (await world.get('roster.read', {})).members.find(({ id }) => id === personId)?.aliases
    const aliases = ['Annie', '555-0142', 'عمتي ليلى', "O'Neil"]
    await world.get('roster.set-aliases', { personId, aliases: [...aliases, ' Annie '] })
    expect(await aliasesOf()).toEqual(aliases)
    // Changing the rest of them leaves these alone.
    await world.get('roster.change-member', { personId, draft: { ...memberDraft, initials: 'B' } })
    expect(await aliasesOf()).toEqual(aliases)
    await world.get('roster.set-aliases', { personId, aliases: ['Ann'] })
    expect(await aliasesOf()).toEqual(['Ann'])
    expect(await world.ask('roster.set-aliases', { personId, aliases: [' '] })).toMatchObject({
      error: { code: 'bad-input', fields: [{ path: 'aliases.0', rule: 'empty' }] },
    })
    expect(await world.ask('roster.set-aliases', { personId: crypto.randomUUID(), aliases })).toEqual(
      failure('not-found'),
    )
  })
})

describe('facilitators', () => {
  it('are added and changed, and there is one author', async () => {
    const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'LPC, CADC' }
    const { personId } = await world.get('roster.create-facilitator', { ...draft, credentials: '' })
    await world.get('roster.change-facilitator', { personId, draft })
    const { facilitators } = await world.get('roster.read', {})
    expect(facilitators.find(({ id }) => id === personId)).toEqual({
      ...draft,
      id: personId,
      isAuthor: false,
      needsCoSignature: false,
      mayCoSign: false,
      hasSigningPin: false,
      signingPinResetAtMs: null,
    })
    expect(facilitators.filter(({ isAuthor }) => isAuthor)).toHaveLength(1)
  })

  it('may need another signature, or give it', async () => {
    const draft = { name: 'Sam Ito', initials: 'SI', credentials: '' }
    const { personId } = await world.get('roster.create-facilitator', draft)
    const flags = { needsCoSignature: true, mayCoSign: true }
    await world.get('roster.set-co-signing', { personId, ...flags })
    await world.get('roster.change-facilitator', { personId, draft })
    const { facilitators } = await world.get('roster.read', {})
    expect(facilitators.find(({ id }) => id === personId)).toMatchObject(flags)
    expect(await world.ask('roster.set-co-signing', { personId: crypto.randomUUID(), ...flags })).toEqual(
      failure('not-found'),
    )
  })
})

it('answers not-found for whoever and whatever is not on file', async () => {
  const { groupId } = await createGroup()
  const { personId } = await world.get('roster.create-member', { groupId, draft: memberDraft })
  const nobody = crypto.randomUUID()
  const notFound = failure('not-found')
  const facilitator = { name: 'X', initials: 'X', credentials: '' }
  expect(await world.ask('roster.change-group', { groupId: nobody, draft: groupDraft })).toEqual(notFound)
  expect(await world.ask('roster.create-member', { groupId: nobody, draft: memberDraft })).toEqual(notFound)
  expect(await world.ask('roster.change-member', { personId: nobody, draft: memberDraft })).toEqual(notFound)
  expect(await world.ask('roster.enrol', { groupId: nobody, personId })).toEqual(notFound)
  expect(await world.ask('roster.enrol', { groupId, personId: nobody })).toEqual(notFound)
  expect(await world.ask('roster.withdraw', { groupId: nobody, personId })).toEqual(notFound)
  expect(await world.ask('roster.withdraw', { groupId, personId: nobody })).toEqual(notFound)
  expect(await world.ask('roster.change-facilitator', { personId, draft: facilitator })).toEqual(notFound)
})
