import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import { guardKindSchema } from '../../../src/shared/record/note-kinds.ts'
import {
  definitely,
  createOpenWorld,
  responseOf,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

const nobody = '99999999-9999-4999-8999-999999999999'
const overridden = [...guardKindSchema.options]
let world: World
let session: Prepared
let ana: PersonId
let ben: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
  ana = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
})
afterEach(() => world.close())

async function signFor(
  personId: PersonId,
  response: string,
  goals: { goalId: string; progress: string }[] = [],
) {
  const { sessionId } = session
  const input = { sessionId, response: responseOf(personId, { response }) }
  await world.get('debrief.save-response', { ...input, response: { ...input.response, goals } })
  await world.get('note.sign', { sessionId, personId, overridden })
}

const read = (personId: PersonId) => world.get('member.notes', { personId })

test('a session that goes on has no note to write yet, and one that is over has', async () => {
  expect((await read(ana)).notes).toEqual([])
  await session.act({ type: 'mark', personId: ana, mark: 'risk' })
  await session.act({ type: 'end' })
  expect((await read(ana)).notes).toMatchObject([
    { sessionId: session.sessionId, hasRisk: true, hasDraft: false, signedAtMs: null },
  ])
  const input = { sessionId: session.sessionId, response: responseOf(ana, { response: 'Came early.' }) }
  await world.get('debrief.save-response', input)
  expect((await read(ana)).notes).toMatchObject([{ hasDraft: true, signedAtMs: null }])
  expect((await read(ben)).notes).toMatchObject([{ hasRisk: false, hasDraft: false }])
})

test('a signed note has its beginning, what it says of goals, and the amendments that followed', async () => {
  const { goalId } = await world.get('goals.set', { personId: ana, text: 'Walk home' })
  await session.act({ type: 'end' })
  await signFor(ana, 'Named the walk home as a trigger.', [{ goalId, progress: 'Twice this week.' }])
  const signedAtMs = world.clock.read().wallMs
  const texts = await world.get('member.signed-texts', { personId: ana, sessionId: session.sessionId })
  const { noteId } = definitely(texts.entries[0])
  await world.get('note.amend', {
    sessionId: session.sessionId,
    amends: noteId,
    kind: 'addendum',
    text: 'More.',
    overridden,
  })
  const { notes, openings, progress } = await read(ana)
  expect(notes).toMatchObject([{ signedAtMs, amendedCount: 1, awaitingCount: 0 }])
  expect(openings).toEqual([
    { sessionId: session.sessionId, noteId, words: 'Named the walk home as a trigger.' },
  ])
  expect(progress).toMatchObject([{ text: 'Walk home', under: null, progress: 'Twice this week.' }])
})

test('nothing that is signed of another member is served with it', async () => {
  await session.act({ type: 'end' })
  await signFor(ana, 'Words about the one.')
  await signFor(ben, 'Words about the other.')
  const { entries } = await world.get('member.signed-texts', { personId: ana, sessionId: session.sessionId })
  expect(entries.map(({ personId }) => personId)).toEqual([ana])
  expect(JSON.stringify([entries, await read(ana)])).not.toContain('the other')
})

test('a signature that is awaited is said, until it is given', async () => {
  await world.get('roster.set-co-signing', {
    personId: session.leadId,
    needsCoSignature: true,
    mayCoSign: false,
  })
  await session.act({ type: 'end' })
  await signFor(ana, 'Came early.')
  expect((await read(ana)).notes).toMatchObject([{ awaitingCount: 1 }])
  const { entries, coSignedIds } = await world.get('member.signed-texts', {
    personId: ana,
    sessionId: session.sessionId,
  })
  expect(coSignedIds).toEqual(entries.map(({ noteId }) => noteId))
})

test('whoever is not on file has no page; whoever has never come has an empty one', async () => {
  expect(await world.ask('member.review', { personId: nobody })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  expect(await world.ask('member.notes', { personId: nobody })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  const { weekStartsOn, sessions } = await world.get('member.review', { personId: ana })
  expect([weekStartsOn, sessions]).toEqual([1, []])
})

test('whoever left all groups keeps what was seen of them', async () => {
  await session.act({ type: 'end' })
  await world.get('roster.withdraw', { groupId: session.groupId, personId: ana })
  const { sessions } = await world.get('member.review', { personId: ana })
  expect(sessions.map(({ sessionId }) => sessionId)).toEqual([session.sessionId])
})
