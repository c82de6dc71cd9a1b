/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultCareRules } from '../../src/shared/care/care-rules.ts'
import {
  createOpenWorld,
  groupDraft,
  memberDraft,
  prepareSession,
  type Prepared,
  type World,
} from './support/world.ts'

let world: World
let session: Prepared

beforeAll(async () => {
  world = await createOpenWorld()
  session = await prepareSession(world)
})
afterAll(() => world.close())

function refusedFor(path: string, rule: string) {
  return { ok: false, error: { code: 'bad-input', fields: [{ path, rule }] } }
}

describe('names', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \t\n ', 'empty'],
    ['more than 80 characters', 'x'.repeat(81), 'too-long'],
    ['a line break inside', 'Ana\nBen', 'control-character'],
    ['a nought', 'Ana\u0000', 'control-character'],
    ['a line separator', 'Ana\u2028Ben', 'control-character'],
  ])('that are %s are refused, and nothing is written', async (_, name, rule) => {
    const before = await world.get('roster.read', {})
    const { groupId } = session
    expect(await world.ask('roster.create-group', { ...groupDraft, name })).toEqual(refusedFor('name', rule))
    const draft = { ...memberDraft, preferredName: name }
    expect(await world.ask('roster.create-member', { groupId, draft })).toEqual(
      refusedFor('draft.preferredName', rule),
    )
    const who = { preferredName: name, initials: 'X', role: 'member' } as const
    expect((await world.ask('session.walk-in', { sessionId: session.sessionId, who })).ok).toBe(false)
    expect(await world.get('roster.read', {})).toEqual(before)
  })

  it.each([
    '👩🏽‍⚕️ Zoë 🧭',
    'محمد بن سلمان',
    'שרה־לאה',
    '李小龍',
    "D'Arcy-O'Neil",
    "'; DROP TABLE member; --",
    'x'.repeat(80),
  ])('like %s are kept as they are', async (preferredName) => {
    const draft = { ...memberDraft, preferredName, initials: '🧭' }
    const { groupId } = await world.get('roster.create-group', { ...groupDraft, name: preferredName })
    const { personId } = await world.get('roster.create-member', { groupId, draft })
    const roster = await world.get('roster.read', {})
    expect(roster.members.find(({ id }) => id === personId)).toMatchObject(draft)
    expect(roster.groups.find(({ id }) => id === groupId)?.name).toBe(preferredName)
  })
})

describe('notes', () => {
  const longest = 'שלום '.repeat(2_000)

  it.each(['session.record-note', 'session.keep-private-note'] as const)(
    '%s takes 10,000 characters and not one more',
    async (name) => {
      const { sessionId } = session
      expect(longest).toHaveLength(10_000)
      const kept = await world.get(name, { sessionId, text: longest })
      expect(kept.text === longest).toBe(true)
      expect(await world.ask(name, { sessionId, text: `${longest}x` })).toEqual(
        refusedFor('text', 'too-long'),
      )
      expect(await world.ask(name, { sessionId, text: ' \n ' })).toEqual(refusedFor('text', 'empty'))
      const recordNotes = (await world.get('session.open', { sessionId })).recordNotes
      const privateNotes = await world.get('session.private-notes', { sessionId })
      expect(name === 'session.record-note' ? recordNotes : privateNotes).toEqual([kept])
    },
  )
})

describe('a circle of 24', () => {
  it('is prepared and run, and its 25th member is refused', async () => {
    await world.get('care-rules.change', { ...defaultCareRules, mostMembers: 24 })
    const draft = { ...groupDraft, name: 'Twenty-four', capacity: 24 }
    const { groupId } = await world.get('roster.create-group', draft)
    for (let count = 1; count <= 24; count += 1) {
      await world.get('roster.create-member', {
        groupId,
        draft: { ...memberDraft, preferredName: `M ${count}` },
      })
    }
    expect(await world.ask('roster.create-member', { groupId, draft: memberDraft })).toEqual({
      ok: false,
      error: { code: 'group-full' },
    })
    expect(await world.ask('roster.create-group', { ...draft, name: 'Bigger', capacity: 25 })).toMatchObject({
      error: { code: 'bad-input', fields: [{ path: 'capacity' }] },
    })
    const input = { groupId, topic: '', leadId: session.leadId, coLeadIds: [], plannedStartMs: null }
    const { sessionId } = await world.get('session.prepare', input)
    await world.get('session.act', { sessionId, command: { type: 'arrive-all' } })
    await world.get('session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
    await world.get('session.act', { sessionId, command: { type: 'end' } })
    expect((await world.get('session.current', {})).find((row) => row.sessionId === sessionId)).toMatchObject(
      {
        memberCount: 24,
        presentCount: 24,
      },
    )
  })
})

it('refuses an agenda that is longer than its group, and keeps the old one', async () => {
  const { groupId } = await world.get('roster.create-group', { ...groupDraft, name: 'Over' })
  const read = async () =>
    (await world.get('roster.read', {})).groups.find(({ id }) => id === groupId)?.agenda ?? []
  const agenda = await read()
  const phases = agenda.map((phase) => ({ ...phase, minutes: phase.minutes + 1 }))
  expect(await world.ask('agenda.change', { groupId, phases })).toEqual({
    ok: false,
    error: { code: 'agenda-over-length' },
  })
  expect(await read()).toEqual(agenda)
})
