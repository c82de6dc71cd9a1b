import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NoteId, PersonId } from '../../../src/shared/ids.ts'
import type { Finding } from '../../../src/shared/record/guards/finding.ts'
import {
  amendmentKindSchema,
  guardKindSchema,
  type AmendmentKind,
  type GuardKind,
} from '../../../src/shared/record/note-kinds.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import {
  createOpenWorld,
  definitely,
  memberDraft,
  prepareSession,
  responseOf,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared
let ida: PersonId
let ben: PersonId
let idasNote: NoteId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await prepareSession(world)
  const names = ['Ida Brandvold', 'Ben Farrow', 'Will Tanaka']
  for (const [index, personId] of session.memberIds.entries()) {
    const preferredName = definitely(names[index])
    const initials = preferredName.replaceAll(/[^A-Z]/gu, '')
    await world.get('roster.change-member', { personId, draft: { ...memberDraft, preferredName, initials } })
  }
  ida = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
  const aliases = ['Benno', '312 555 0142', 'husband Tobias']
  await world.get('roster.set-aliases', { personId: ben, aliases })
  await session.act({ type: 'arrive-all' })
  await session.act({ type: 'start', end: 'full-length' })
  await world.get('session.keep-private-note', {
    sessionId: session.sessionId,
    text: 'Ida: sertraline was raised to 100 mg.',
  })
  world.clock.pass(3_600_000)
  await session.act({ type: 'end' })
  idasNote = await sign(ida)
})
afterEach(() => world.close())

const guardsOpen = { ok: false, error: { code: 'refused', refusal: 'guards-open' } }

async function sign(personId: PersonId): Promise<NoteId> {
  const { sessionId } = session
  await world.get('note.sign', { sessionId, personId, overridden: guardKindSchema.options })
  const entries = await world.get('note.list', { sessionId })
  return definitely(entries.find((one) => one.personId === personId)).noteId
}

function check(text: string, amends = idasNote): Promise<readonly Finding[]> {
  return world.get('note.check-amendment', { sessionId: session.sessionId, amends, text })
}

function amend(kind: AmendmentKind, text: string, overridden: GuardKind[], amends = idasNote) {
  return world.ask('note.amend', { sessionId: session.sessionId, amends, kind, text, overridden })
}

async function signedCount(): Promise<number> {
  return (await world.get('note.list', { sessionId: session.sessionId })).length
}

it('finds others by their names, nicknames, initials, numbers and relations, and never the member or who leads', async () => {
  const text = 'Dana Reyes: Ida met Will, Benno and BF; 555-0142 is the husband’s number, Tobias said.'
  const named = (await check(text)).filter((finding) => finding.guard === 'names')
  expect(named.map(({ words, isAnotherMember }) => [words, isAnotherMember])).toEqual([
    ['Will', true],
    ['Benno', true],
    ['BF', true],
    ['555-0142', false],
    ['Tobias', false],
  ])
  for (const { place, words } of named) {
    expect(place).toMatchObject({ field: 'amendment', index: 0 })
    expect(text.slice(place.start, place.end)).toBe(words)
  }
})

it.each(amendmentKindSchema.options)('a name in a text of the kind “%s” is asked about', async (kind) => {
  const text = 'The lift home was with Ben Farrow.'
  expect(await amend(kind, text, [])).toEqual(guardsOpen)
  expect(await amend(kind, text, ['copied', 'judgement', 'missing', 'private-only'])).toEqual(guardsOpen)
  expect(await signedCount()).toBe(1)
  // What was not asked is not kept.
  expect(await amend(kind, text, ['names', 'copied'])).toMatchObject({
    ok: true,
    value: [{ body: { type: 'note.signed', kind, overridden: ['names'] } }],
  })
  const { log } = await world.get('session.open', { sessionId: session.sessionId })
  expect(foldAll(readLog(log)).signed.at(-1)).toMatchObject({ kind, overridden: ['names'] })
})

it('shows a sentence that was written about somebody else of the session', async () => {
  const sentence = 'She named two triggers and a plan for Friday.'
  await world.get('debrief.save-response', {
    sessionId: session.sessionId,
    response: responseOf(ben, { response: 'He named two triggers and a plan for Friday.' }),
  })
  expect(await check(`More. ${sentence}`)).toMatchObject([
    {
      guard: 'copied',
      place: { field: 'amendment', start: 6 },
      sentence,
      source: { from: 'another-note', personId: ben },
    },
  ])
})

it('shows a sentence that was added to another note, but no attestation, which says the same of each', async () => {
  const added = 'The lab result came in on Thursday morning.'
  const attested = 'I was there for the whole of the session.'
  const bensNote = await sign(ben)
  expect(await amend('addendum', added, [], bensNote)).toMatchObject({ ok: true })
  expect(await amend('attestation', attested, [], bensNote)).toMatchObject({ ok: true })
  expect(await check(attested)).toEqual([])
  expect(await check(added)).toMatchObject([
    { guard: 'copied', source: { from: 'another-note', personId: ben }, original: { text: added } },
  ])
  expect(await amend('addendum', added, [])).toEqual(guardsOpen)
})

it('asks for the behaviour behind a judgement', async () => {
  expect(await check('Was resistant throughout.')).toMatchObject([{ guard: 'judgement', words: 'resistant' }])
  expect(await check('Was resistant: “I will not go in.”')).toEqual([])
  expect(await amend('late-entry', 'Was resistant throughout.', [])).toEqual(guardsOpen)
})

it('asks nothing of what the note may lack: that was asked when it was signed', async () => {
  const asked = await world.get('note.check', { sessionId: session.sessionId, personId: ida })
  expect(asked.map(({ guard }) => guard)).toContain('private-only')
  expect(asked.map(({ guard }) => guard)).toContain('missing')
  expect(await check('The lift was on Wednesday.')).toEqual([])
})

it('is of a signed note, and asks nobody about what they cannot sign anyway', async () => {
  const { sessionId } = session
  const stranger = { sessionId, amends: crypto.randomUUID(), text: 'With Ben.' }
  expect(await world.ask('note.check-amendment', stranger)).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  await amend('addendum', 'The lift was on Wednesday.', [])
  const addendum = definitely((await world.get('note.list', { sessionId })).at(-1)).noteId
  expect(await amend('correction', 'With Ben.', [], addendum)).toMatchObject({
    error: { code: 'refused', refusal: 'unknown-note' },
  })
})

it('keeps what was begun while it is asked about, and what is signed late is asked about as well', async () => {
  const { sessionId } = session
  const text = 'With Ben Farrow.'
  world.clock.pass(90 * 24 * 3_600_000)
  await world.get('debrief.save-amendment', {
    sessionId,
    amendment: { amends: idasNote, kind: 'late-entry', text },
  })
  expect(await amend('late-entry', text, [])).toEqual(guardsOpen)
  expect((await world.get('debrief.read', { sessionId })).amendments).toEqual([
    { amends: idasNote, kind: 'late-entry', text },
  ])
  await world.get('debrief.save-response', { sessionId, response: responseOf(ben, { response: 'Met Ida.' }) })
  expect(await world.ask('note.sign', { sessionId, personId: ben, overridden: ['missing'] })).toEqual(
    guardsOpen,
  )
  expect(
    await world.ask('note.sign', { sessionId, personId: ben, overridden: ['missing', 'names'] }),
  ).toMatchObject({ ok: true, value: [{ body: { overridden: ['names', 'missing'] } }] })
  const late = (await world.get('note.list', { sessionId })).at(-1)
  expect(late?.text.signature.isLate).toBe(true)
})
