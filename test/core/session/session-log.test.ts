import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import type { MemberDraft } from '../../../src/shared/roster/member.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import {
  createOpenWorld,
  definitely,
  memberDraft,
  passphrase,
  prepareSession,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

async function endSession(): Promise<void> {
  await session.act({ type: 'end' })
}

async function events(): Promise<SessionEvent[]> {
  return readLog((await world.get('session.open', { sessionId: session.sessionId })).log)
}

// On file, and in no group.
async function createOutsider(draft: MemberDraft): Promise<PersonId> {
  const { groupId } = session
  const { personId } = await world.get('roster.create-member', { groupId, draft })
  await world.get('roster.withdraw', { groupId, personId })
  return personId
}

describe('a prepared session', () => {
  it('expects everyone enrolled, has its facilitators there and the agenda of its group', async () => {
    session = await prepareSession(world)
    const state = foldAll(await events())
    expect(state.stage).toBe('prepared')
    expect(state.people.map(({ personId, role, presence }) => [personId, role, presence])).toEqual([
      [session.leadId, 'lead', 'present'],
      ...session.memberIds.map((personId) => [personId, 'member', 'expected']),
    ])
    const { groups } = await world.get('roster.read', {})
    const group = definitely(groups.find(({ id }) => id === session.groupId))
    expect(state.phases.map(({ id, minutes }) => [id, minutes])).toEqual(
      group.agenda.map(({ id, minutes }) => [id, minutes]),
    )
    expect([state.number, state.part2, state.lengthMinutes]).toEqual([1, 'part2', 90])
  })

  it('can be discarded, gives its number back and is not there any more', async () => {
    session = await prepareSession(world)
    await world.get('session.discard', { sessionId: session.sessionId })
    const notFound = { ok: false, error: { code: 'not-found' } }
    const { sessionId } = session
    expect(await world.ask('session.open', { sessionId })).toEqual(notFound)
    expect(await world.ask('session.act', { sessionId, command: { type: 'arrive-all' } })).toEqual(notFound)
    expect(await world.ask('session.discard', { sessionId })).toEqual(notFound)
    expect((await world.get('session.current', {})).map((row) => row.sessionId)).not.toContain(sessionId)
  })

  it('is numbered on, and the number of a discarded one in between stays free', async () => {
    session = await prepareSession(world)
    const input = {
      groupId: session.groupId,
      topic: '',
      leadId: session.leadId,
      coLeadIds: [],
      plannedStartMs: null,
    }
    const second = await world.get('session.prepare', input)
    await world.get('session.discard', { sessionId: session.sessionId })
    const third = await world.get('session.prepare', input)
    const numbers = new Map(
      (await world.get('session.current', {})).map((row) => [row.sessionId, row.number]),
    )
    expect([numbers.get(second.sessionId), numbers.get(third.sessionId)]).toEqual([2, 3])
  })

  it('needs facilitators and a group that are on file', async () => {
    session = await prepareSession(world)
    const input = {
      groupId: session.groupId,
      topic: '',
      leadId: session.leadId,
      coLeadIds: [],
      plannedStartMs: null,
    }
    const stranger = definitely(session.memberIds[0])
    const notFound = { ok: false, error: { code: 'not-found' } }
    expect(await world.ask('session.prepare', { ...input, leadId: stranger })).toEqual(notFound)
    expect(await world.ask('session.prepare', { ...input, coLeadIds: [stranger] })).toEqual(notFound)
    expect(await world.ask('session.prepare', { ...input, groupId: stranger })).toEqual(notFound)
  })
})

describe('a running session', () => {
  beforeEach(async () => {
    session = await startSession(world)
    return endSession
  })

  it('numbers events without gaps and names each act by its first event', async () => {
    await session.act({ type: 'pause', kind: 'break' })
    const all = await events()
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
    const starts = all.filter(({ seq, act }) => seq === act)
    expect(new Set(all.map(({ act }) => act))).toEqual(new Set(starts.map(({ act }) => act)))
  })

  it('answers and pushes what it appended, and what it appended is what it reads', async () => {
    world.pushed.length = 0
    const appended = await session.act({ type: 'give-floor', personId: session.leadId })
    expect((await events()).slice(-appended.length)).toEqual(appended)
    expect(world.pushed).toEqual([
      { name: 'session.appended', push: { sessionId: session.sessionId, events: appended } },
    ])
  })

  it('writes nothing for a refused command', async () => {
    const before = await events()
    const answer = await world.ask('session.act', {
      sessionId: session.sessionId,
      command: { type: 'resume' },
    })
    expect(answer).toEqual({ ok: false, error: { code: 'refused', refusal: 'not-paused' } })
    expect(await events()).toEqual(before)
  })

  it('lets no second session run beside it', async () => {
    const sessionOpen = { ok: false, error: { code: 'session-open' } }
    const { groupId, leadId, sessionId } = session
    const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
    expect(await world.ask('session.prepare', input)).toEqual(sessionOpen)
    await session.act({ type: 'end' })
    const other = await startSession(world)
    expect(await world.ask('session.act', { sessionId, command: { type: 'undo' } })).toEqual(sessionOpen)
    await other.act({ type: 'end' })
    await session.act({ type: 'undo' })
  })

  it('records a jump of the clocks before what came next, as an act of its own', async () => {
    world.clock.pass(10_000)
    world.clock.moveWall(-3_600_000)
    const appended = await session.act({ type: 'give-floor', personId: session.leadId })
    expect(appended.map(({ body }) => body.type)).toEqual(['clock.jumped', 'floor.given'])
    expect(appended[0]?.body).toEqual({ type: 'clock.jumped', byMs: -3_600_000 })
    expect(appended.map(({ seq, act }) => act - seq)).toEqual([0, 0])
    expect(foldAll(await events()).elapsedMs).toBe(10_000)
  })

  it('notices a jump at its heartbeat, once', async () => {
    world.clock.moveWall(3_600_000)
    const before = (await events()).length
    await world.core.beat()
    await world.core.beat()
    expect((await events()).slice(before).map(({ body }) => body)).toEqual([
      { type: 'clock.jumped', byMs: 3_600_000 },
    ])
  })

  it('takes nobody to have talked while the vault was locked', async () => {
    await session.act({ type: 'give-floor', personId: session.leadId })
    world.clock.pass(5_000)
    await world.get('vault.lock', {})
    world.clock.pass(60_000)
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    const all = await events()
    expect(all.slice(-2).map(({ body }) => body)).toEqual([
      { type: 'console.returned', awayMs: 60_000, watchedMs: 0 },
      { type: 'floor.released', personId: session.leadId },
    ])
    const state = foldAll(all)
    expect(state.time).toMatchObject({ oneMs: 5_000, unobservedMs: 60_000, silenceMs: 0 })
    expect(state.elapsedMs).toBe(65_000)
  })

  it('cannot be discarded', async () => {
    expect(await world.ask('session.discard', { sessionId: session.sessionId })).toEqual({
      ok: false,
      error: { code: 'refused', refusal: 'already-started' },
    })
  })
})

describe('walk-ins and agreements', () => {
  beforeEach(async () => {
    session = await startSession(world)
    return endSession
  })

  it('puts a new person on file, in no group, and an undone one out of the circle', async () => {
    const who = { preferredName: '  نور 🌙 ', initials: 'ن', role: 'partner' } as const
    await world.get('session.walk-in', { sessionId: session.sessionId, who })
    const { members } = await world.get('roster.read', {})
    const newcomer = definitely(members.find(({ preferredName }) => preferredName === 'نور 🌙'))
    expect(newcomer).toMatchObject({ groupIds: [], agreedOn: null, chartId: '', role: 'partner' })
    expect(foldAll(await events()).people.at(-1)).toMatchObject({
      personId: newcomer.id,
      isWalkIn: true,
      presence: 'present',
      hasAgreed: false,
    })
    await session.act({ type: 'undo' })
    expect(foldAll(await events()).people.map(({ personId }) => personId)).not.toContain(newcomer.id)
  })

  it('knows members on file by their own role, whatever the window says', async () => {
    const other = await createOutsider({ ...memberDraft, role: 'family', agreedOn: null })
    await session.act({ type: 'add-member', attendee: { personId: other, role: 'lead', hasAgreed: true } })
    expect(foldAll(await events()).people.at(-1)).toMatchObject({ role: 'family', hasAgreed: false })
    const stranger = { personId: session.sessionId }
    expect(await world.ask('session.walk-in', { sessionId: session.sessionId, who: stranger })).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('files an agreement with the local day, and takes an undone one back', async () => {
    const personId = await createOutsider({ ...memberDraft, agreedOn: null })
    await world.get('session.walk-in', { sessionId: session.sessionId, who: { personId } })
    const agreedOn = async () =>
      (await world.get('roster.read', {})).members.find(({ id }) => id === personId)?.agreedOn
    await session.act({ type: 'record-agreement', personId })
    expect(await agreedOn()).toBe(
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' }).format(world.clock.read().wallMs),
    )
    await session.act({ type: 'undo' })
    expect(await agreedOn()).toBeNull()
  })
})

describe('record notes', () => {
  beforeEach(async () => {
    session = await startSession(world, 1)
    return endSession
  })

  it('are shown with the session until they are undone', async () => {
    const { sessionId } = session
    const kept = await world.get('session.record-note', { sessionId, text: 'Named two triggers.' })
    await world.get('session.record-note', { sessionId, text: 'A slip of the pen.' })
    await session.act({ type: 'undo' })
    expect((await world.get('session.open', { sessionId })).recordNotes).toEqual([kept])
  })

  it('leave a commitment in the log, and no word', async () => {
    await world.get('session.record-note', { sessionId: session.sessionId, text: 'the lighthouse word' })
    expect(JSON.stringify(await events())).not.toContain('lighthouse')
  })
})

it('lists sessions newest first, with members counted apart from everybody else', async () => {
  world.clock.pass(86_400_000)
  session = await startSession(world, 3)
  const who = { preferredName: 'Sam', initials: 'S', role: 'family' } as const
  await world.get('session.walk-in', { sessionId: session.sessionId, who })
  await session.act({ type: 'leave', personId: definitely(session.memberIds[0]) })
  await session.act({ type: 'end' })
  expect((await world.get('session.current', {}))[0]).toMatchObject({
    sessionId: session.sessionId,
    stage: 'ended',
    topic: 'High-risk evenings',
    memberCount: 3,
    presentCount: 3,
    enteredLateAtMs: null,
    writtenCount: 0,
    signedCount: 0,
    awaitingCount: 0,
    hasRiskUnsigned: false,
  })
})
