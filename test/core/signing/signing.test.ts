import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import type { SignedEntry } from '../../../src/shared/ipc/note-calls.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  passphrase,
  responseOf,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

const hourMs = 3_600_000
let world: World
let session: Prepared
let ana: PersonId
let ben: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
  ana = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
  world.clock.pass(hourMs)
})
afterEach(() => world.close())

const refused = (refusal: string) => ({ ok: false, error: { code: 'refused', refusal } })
const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const

function sign(personId: PersonId) {
  return world.ask('note.sign', { sessionId: session.sessionId, personId, overridden: [...overridden] })
}

function list(): Promise<SignedEntry[]> {
  return world.get('note.list', { sessionId: session.sessionId })
}

async function signatureOf(personId: PersonId) {
  return (await list()).find((entry) => entry.personId === personId)?.text.signature
}

function nowMs(): number {
  return world.clock.read().wallMs
}

describe('signing a note', () => {
  it('puts together what is on the disk, and signs it as the author at the moment of the event', async () => {
    const { sessionId, leadId, act } = session
    await act({ type: 'mark', personId: ana, mark: 'skill' })
    await act({ type: 'end' })
    const endedAtMs = nowMs()
    const shared = {
      ...emptyShared,
      interventions: [{ personId: leadId, text: 'Urge surfing.' }],
      groupProcess: 'Warm.',
      homePractice: 'A log.',
    }
    await world.get('debrief.save-shared', { sessionId, shared })
    const { goalId } = await world.get('goals.set', { personId: ana, text: 'Sleep at home' })
    await world.get('debrief.save-response', {
      sessionId,
      response: responseOf(ana, {
        response: 'Named two cues.',
        plan: 'Call first.',
        goals: [{ goalId, progress: 'Two nights.' }],
      }),
    })
    world.clock.pass(2 * hourMs)
    const signed = await sign(ana)
    expect(signed).toMatchObject({
      ok: true,
      value: [
        {
          stamp: { wallMs: nowMs() },
          body: {
            type: 'note.signed',
            personId: ana,
            kind: 'note',
            amends: null,
            signedById: leadId,
            needsCoSignature: false,
          },
        },
      ],
    })
    const [entry] = await list()
    expect(entry).toMatchObject({
      personId: ana,
      text: {
        kind: 'note',
        facts: {
          clinic: 'Harbour Clinic',
          topic: 'High-risk evenings',
          endedAtMs,
          member: { name: 'Member 1', chartId: 'C-1', presentMs: hourMs },
          memberCount: 3,
          marks: [{ mark: 'skill', count: 1 }],
          facilitators: [{ name: 'Dana Reyes', credentials: 'LCSW', interventions: 'Urge surfing.' }],
          groupProcess: 'Warm.',
          homePractice: 'A log.',
        },
        words: {
          format: 'DAP',
          response: 'Named two cues.',
          plan: 'Call first.',
          goals: [{ text: 'Sleep at home', progress: 'Two nights.' }],
        },
        signature: {
          signer: { personId: leadId, name: 'Dana Reyes', credentials: 'LCSW' },
          signedAtMs: endedAtMs + 2 * hourMs,
          delayMs: 2 * hourMs,
          isLate: false,
        },
      },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Member [23]/)
  })

  it('is for ended sessions, for members, and once', async () => {
    expect(await sign(ana)).toEqual({ ok: false, error: { code: 'not-closed' } })
    await session.act({ type: 'end' })
    const notFound = { ok: false, error: { code: 'not-found' } }
    expect(await sign(session.leadId)).toEqual(notFound)
    const stranger = { sessionId: session.sessionId, personId: crypto.randomUUID(), overridden: [] }
    expect(await world.ask('note.sign', stranger)).toEqual(notFound)
    const elsewhere = { sessionId: crypto.randomUUID(), personId: ana, overridden: [] }
    expect(await world.ask('note.sign', elsewhere)).toEqual(notFound)
    expect(await world.ask('note.list', { sessionId: crypto.randomUUID() })).toEqual(notFound)
    expect(await list()).toEqual([])
    expect(await sign(ana)).toMatchObject({ ok: true })
    expect(await sign(ana)).toEqual(refused('already-signed'))
    expect(await sign(ben)).toMatchObject({ ok: true })
    expect((await list()).map(({ personId }) => personId)).toEqual([ana, ben])
  })

  it('ends the draft of this member, and of nobody else', async () => {
    const { sessionId } = session
    await session.act({ type: 'end' })
    const save = (personId: PersonId, response: string) =>
      world.ask('debrief.save-response', { sessionId, response: responseOf(personId, { response }) })
    await save(ana, 'As it was signed.')
    await sign(ana)
    expect(await save(ana, 'Otherwise.')).toEqual(refused('already-signed'))
    expect(await save(ben, 'Still writing.')).toMatchObject({ ok: true })
    expect((await world.get('debrief.read', { sessionId })).responses[0]?.response).toBe('As it was signed.')
  })

  it('stands: nothing takes it back, and what is renamed afterwards changes no word of it', async () => {
    const { sessionId, act, leadId } = session
    await act({ type: 'end' })
    await sign(ana)
    const before = await list()
    expect(await world.ask('session.act', { sessionId, command: { type: 'undo' } })).toEqual(
      refused('signed'),
    )
    await act({ type: 'set-topic', topic: 'Something else' })
    await world.get('debrief.save-shared', { sessionId, shared: { ...emptyShared, plan: 'Another.' } })
    const draft = { name: 'Somebody Else', initials: 'SE', credentials: 'PhD' }
    await world.get('roster.change-facilitator', { personId: leadId, draft })
    expect(await list()).toEqual(before)
  })

  it('survives a lock, and what was signed is whole then', async () => {
    await session.act({ type: 'end' })
    await sign(ana)
    const before = await list()
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await list()).toEqual(before)
    expect(await sign(ana)).toEqual(refused('already-signed'))
  })

  it('is by somebody who led: who only sat in attests', async () => {
    await session.act({ type: 'end' })
    const { groupId, leadId } = session
    const { personId: other } = await world.get('roster.create-facilitator', {
      name: 'Noor Haddad',
      initials: 'NH',
      credentials: 'LPC',
    })
    const { sessionId } = await world.get('session.prepare', {
      groupId,
      topic: '',
      leadId: other,
      coLeadIds: [],
      observerIds: [leadId],
      plannedStartMs: null,
    })
    for (const command of [
      { type: 'arrive-all' },
      { type: 'start', end: 'full-length' },
      { type: 'end' },
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await world.get('session.act', { sessionId, command })
    }
    const signed = await world.ask('note.sign', { sessionId, personId: ana, overridden: [] })
    expect(signed).toEqual(refused('may-not-sign'))
    expect(await world.get('note.list', { sessionId })).toEqual([])
  })
})

describe('a note is a late entry', () => {
  it('after the third business day, and after a day where risk was marked', async () => {
    await session.act({ type: 'mark', personId: ben, mark: 'risk' })
    // Tuesday, 1 PM.
    await session.act({ type: 'end' })
    const cal = definitely(session.memberIds[2])
    world.clock.pass(24 * hourMs)
    await sign(ben)
    expect(await signatureOf(ben)).toMatchObject({ isLate: true, delayMs: 24 * hourMs })
    // The last minute of Friday, and the first of Saturday.
    world.clock.pass(58 * hourMs + 59 * 60_000)
    await sign(ana)
    expect(await signatureOf(ana)).toMatchObject({ isLate: false })
    world.clock.pass(60_000)
    await sign(cal)
    expect(await signatureOf(cal)).toMatchObject({ isLate: true })
  })

  it('by the rules of the clinic', async () => {
    expect(await world.get('record-rules.read', {})).toEqual(defaultRecordRules)
    const rules = { ...defaultRecordRules, format: 'GIRP', dueBusinessDays: 1 } as const
    await world.get('record-rules.change', { ...rules, required: ['plan', 'goal', 'plan'] })
    expect(await world.get('record-rules.read', {})).toEqual({ ...rules, required: ['plan', 'goal'] })
    expect(await world.ask('record-rules.change', { ...rules, dueBusinessDays: 0 })).toMatchObject({
      error: { code: 'bad-input' },
    })
    await session.act({ type: 'end' })
    world.clock.pass(36 * hourMs)
    await sign(ana)
    expect(await signatureOf(ana)).toMatchObject({ isLate: true })
    expect((await list())[0]?.text).toMatchObject({ words: { format: 'GIRP' } })
  })

  it('never before the session ended, whatever the wall clock says', async () => {
    await session.act({ type: 'end' })
    world.clock.moveWall(-5 * hourMs)
    await sign(ana)
    expect(await signatureOf(ana)).toMatchObject({ isLate: false, delayMs: 0, signedAtMs: nowMs() })
  })
})

it('tells of each session how many notes are signed, await another signature, and are urgent', async () => {
  const summary = async () =>
    (await world.get('session.current', {})).find((row) => row.sessionId === session.sessionId)
  await session.act({ type: 'mark', personId: ana, mark: 'risk' })
  await session.act({ type: 'end' })
  expect(await summary()).toMatchObject({ signedCount: 0, awaitingCount: 0, hasRiskUnsigned: true })
  await sign(ben)
  await world.get('roster.set-co-signing', {
    personId: session.leadId,
    needsCoSignature: true,
    mayCoSign: false,
  })
  await sign(ana)
  const { sessionId } = session
  const amends = definitely((await list())[1]).noteId
  await world.get('note.amend', { sessionId, amends, kind: 'addendum', text: 'More.', overridden: [] })
  expect(await summary()).toMatchObject({
    presentCount: 3,
    signedCount: 2,
    awaitingCount: 2,
    hasRiskUnsigned: false,
  })
  const supervisor = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  const { personId } = await world.get('roster.create-facilitator', supervisor)
  await world.get('roster.set-co-signing', { personId, needsCoSignature: false, mayCoSign: true })
  await world.get('roster.set-signing-pin', { personId, pin: '4711', oldPin: null, passphrase })
  await world.get('note.co-sign', { sessionId, amends, signedById: personId, pin: '4711' })
  expect(await summary()).toMatchObject({ signedCount: 2, awaitingCount: 1 })
})
