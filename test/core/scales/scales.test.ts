import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { FollowUpId, PersonId } from '../../../src/shared/ids.ts'
import type { ScaleDraft } from '../../../src/shared/measures/scale-result.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import {
  createOpenWorld,
  definitely,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared
let ana: PersonId

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

const takenOn = '2026-11-20'

function phq(...items: readonly (number | null)[]): ScaleDraft {
  return { scale: 'phq-9', takenOn, difficulty: null, answers: { given: 'items', items: [...items] } }
}

const quiet = phq(1, 1, 1, 1, 1, 1, 1, 1, 0)
const atRisk = phq(2, 2, 2, 2, 1, 1, 1, 0, 1)

async function newMember(): Promise<PersonId> {
  session = await startSession(world, 2)
  await session.act({ type: 'end' })
  ana = definitely(session.memberIds[0])
  return ana
}

const enter = (personId: PersonId, draft: ScaleDraft) => world.get('scales.enter', { personId, draft })
const read = (personId: PersonId) => world.get('scales.read', { personId })
const openOf = async (personId: PersonId) =>
  (await world.get('follow-up.list-open', {})).filter((one) => one.personId === personId)

async function openFollowUp(): Promise<FollowUpId> {
  await newMember()
  return definitely((await enter(ana, atRisk)).followUpId)
}

describe('a questionnaire that is entered', () => {
  it('is scored, and kept with who entered it and when', async () => {
    await newMember()
    const { resultId, followUpId } = await enter(ana, quiet)
    expect(followUpId).toBeNull()
    expect(await read(ana)).toEqual([
      {
        resultId,
        personId: ana,
        scale: 'phq-9',
        name: 'PHQ-9',
        lowest: 0,
        highest: 27,
        takenOn,
        total: 8,
        items: [1, 1, 1, 1, 1, 1, 1, 1, 0],
        item9: 0,
        difficulty: null,
        enteredAtMs: world.clock.read().wallMs,
        enteredById: session.leadId,
        correctsId: null,
        correctedById: null,
        isStruck: false,
        followUpId: null,
      },
    ])
    expect(await openOf(ana)).toEqual([])
  })

  it('has no total while items are missing, and is kept as it was filled in', async () => {
    await newMember()
    await enter(ana, phq(3, null, 3, 3, 3, 3, 3, 3, 0))
    expect(await read(ana)).toMatchObject([{ total: null, items: [3, null, 3, 3, 3, 3, 3, 3, 0] }])
  })

  it('may be of the clinic’s own, by its name and range alone', async () => {
    await newMember()
    const own = { scale: 'own', takenOn, name: 'Outcome', lowest: 0, highest: 40, total: 31.5 } as const
    await enter(ana, own)
    expect(await read(ana)).toMatchObject([{ scale: 'own', name: 'Outcome', total: 31.5, items: null }])
  })

  it('is of no day that is still to come, and of nobody who is not on file', async () => {
    await newMember()
    const draft: ScaleDraft = { ...quiet, takenOn: '2999-01-01' }
    expect(await world.ask('scales.enter', { personId: ana, draft })).toEqual({
      ok: false,
      error: { code: 'bad-input', fields: [{ path: 'draft.takenOn', rule: 'still-to-come' }] },
    })
    const nobody = { personId: crypto.randomUUID(), draft: quiet }
    expect(await world.ask('scales.enter', nobody)).toEqual({ ok: false, error: { code: 'not-found' } })
  })

  it('is corrected by another entry, and never changed', async () => {
    await newMember()
    const { resultId } = await enter(ana, quiet)
    const corrected = await world.get('scales.correct', { resultId, draft: phq(2, 1, 1, 1, 1, 1, 1, 1, 0) })
    expect(await read(ana)).toMatchObject([
      { total: 8, correctedById: corrected.resultId },
      { total: 9, correctsId: resultId },
    ])
    expect(await world.ask('scales.correct', { resultId, draft: quiet })).toEqual({
      ok: false,
      error: { code: 'already-corrected' },
    })
    await world.get('scales.correct', { resultId: corrected.resultId, draft: null })
    expect((await read(ana)).at(-1)).toMatchObject({ isStruck: true, total: null, items: null, takenOn })
  })
})

describe('item 9 above 0', () => {
  it.each([
    ['answered', atRisk],
    ['answered while others are missing', phq(null, null, null, null, null, null, null, null, 1)],
    [
      'told with a total',
      { scale: 'phq-9', takenOn, difficulty: null, answers: { given: 'total', total: 9, item9: 1 } },
    ] as const,
  ] as const)('opens a risk follow-up with its score: %s', async (_, draft) => {
    await newMember()
    const { followUpId } = await enter(ana, draft)
    expect(await openOf(ana)).toEqual([
      {
        followUpId,
        item9: 1,
        personId: ana,
        openedAtMs: world.clock.read().wallMs,
        ownerId: session.leadId,
      },
    ])
    expect(await read(ana)).toMatchObject([{ followUpId }])
  })

  it('stands in the one list with the follow-ups of marks, oldest first, and in the pre-flight', async () => {
    session = await startSession(world, 2)
    ana = definitely(session.memberIds[0])
    const [event] = await session.act({ type: 'mark', personId: ana, mark: 'risk' })
    await session.act({ type: 'end' })
    world.clock.pass(60_000)
    const { followUpId } = await enter(ana, atRisk)
    const both = [{ mark: definitely(event).seq }, { followUpId }]
    expect(await openOf(ana)).toMatchObject(both)
    const { sessionId } = await world.get('session.prepare', {
      groupId: session.groupId,
      topic: '',
      leadId: session.leadId,
      coLeadIds: [],
      plannedStartMs: null,
    })
    expect((await world.get('session.preflight', { sessionId })).followUps).toMatchObject(both)
  })

  it('opens another one only when a correction tells of more, and a correction closes none', async () => {
    await newMember()
    const first = await enter(ana, atRisk)
    const same = await world.get('scales.correct', { resultId: first.resultId, draft: atRisk })
    expect(same.followUpId).toBeNull()
    const less = await world.get('scales.correct', { resultId: same.resultId, draft: quiet })
    expect(less.followUpId).toBeNull()
    expect(await openOf(ana)).toMatchObject([{ followUpId: first.followUpId, item9: 1 }])
    const more = phq(2, 2, 2, 2, 1, 1, 1, 0, 3)
    const { followUpId } = await world.get('scales.correct', { resultId: less.resultId, draft: more })
    expect(followUpId).not.toBeNull()
    expect(await openOf(ana)).toHaveLength(2)
  })
})

describe('the follow-up of a questionnaire', () => {
  it('keeps what is begun, and is given to a facilitator on file and to nobody else', async () => {
    const followUpId = await openFollowUp()
    await world.get('follow-up.save-draft', { followUpId, text: 'Spoke' })
    expect(await world.get('follow-up.drafts', {})).toContainEqual({ followUpId, text: 'Spoke' })
    const maya = await world.get('roster.create-facilitator', { name: 'M', initials: 'M', credentials: '' })
    await world.get('scale-follow-up.assign', { followUpId, ownerId: maya.personId })
    expect(await openOf(ana)).toMatchObject([{ ownerId: maya.personId }])
    expect(await world.ask('scale-follow-up.assign', { followUpId, ownerId: ana })).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('is signed by the author at the core’s time, once and for good', async () => {
    const followUpId = await openFollowUp()
    await world.get('follow-up.save-draft', { followUpId, text: 'Spoke' })
    const text = 'Spoke with her at noon; the plan for tonight is agreed.'
    await world.get('scale-follow-up.close', { followUpId, text })
    expect(await openOf(ana)).toEqual([])
    expect(await world.get('scale-follow-up.of-member', { personId: ana })).toMatchObject([
      {
        followUpId,
        closed: {
          text,
          signedById: session.leadId,
          closedAtMs: world.clock.read().wallMs,
          isAsSigned: true,
        },
      },
    ])
    const drafts = await world.get('follow-up.drafts', {})
    expect(drafts.some((draft) => 'followUpId' in draft && draft.followUpId === followUpId)).toBe(false)
    const refused = { ok: false, error: { code: 'refused', refusal: 'follow-up-closed' } }
    expect(await world.ask('scale-follow-up.close', { followUpId, text })).toEqual(refused)
    expect(await world.ask('follow-up.save-draft', { followUpId, text })).toEqual(refused)
    const again = { followUpId, ownerId: session.leadId }
    expect(await world.ask('scale-follow-up.assign', again)).toEqual(refused)
    expect(await world.ask('scale-follow-up.close', { followUpId, text: ' ' })).toMatchObject({
      error: { fields: [{ path: 'text', rule: 'empty' }] },
    })
  })
})

describe('in the file', () => {
  let rooms: OpenRooms
  let personId: PersonId
  beforeAll(async () => {
    rooms = await openRooms()
    personId = definitely(rooms.memberIds[0])
    const { calls } = rooms.enter()
    const { followUpId } = valueOf(await calls['scales.enter']({ personId, draft: atRisk }))
    valueOf(await calls['scale-follow-up.close']({ followUpId: definitely(followUpId), text: 'Seen today.' }))
  })
  afterAll(() => rooms.close())

  it.each([
    sql`UPDATE scale_result SET total = 3`,
    sql`DELETE FROM scale_result`,
    sql`INSERT OR REPLACE INTO scale_result SELECT * FROM scale_result`,
    sql`UPDATE scale_follow_up SET item9 = 1`,
    sql`DELETE FROM scale_follow_up`,
    sql`INSERT OR REPLACE INTO scale_follow_up SELECT * FROM scale_follow_up`,
    sql`UPDATE scale_follow_up_owner SET owner_id = 'x'`,
    sql`DELETE FROM scale_follow_up_owner`,
    sql`INSERT OR REPLACE INTO scale_follow_up_owner SELECT * FROM scale_follow_up_owner`,
    sql`UPDATE scale_follow_up_closing SET text = 'Not needed.'`,
    sql`DELETE FROM scale_follow_up_closing`,
    sql`INSERT OR REPLACE INTO scale_follow_up_closing SELECT * FROM scale_follow_up_closing`,
  ])('nothing of it is changed, deleted or replaced: $text', (query) => {
    expect(() => write(rooms.vault.record, query)).toThrow()
  })

  it('it shows when what stands there is not what was signed', async () => {
    const { record } = rooms.vault
    const closedOf = async () =>
      valueOf(await rooms.enter().calls['scale-follow-up.of-member']({ personId }))[0]?.closed
    expect(await closedOf()).toMatchObject({ text: 'Seen today.', isAsSigned: true })
    write(record, sql`DROP TRIGGER scale_follow_up_closing_is_not_changed`)
    write(record, sql`UPDATE scale_follow_up_closing SET text = 'Not needed.'`)
    expect(await closedOf()).toMatchObject({ text: 'Not needed.', isAsSigned: false })
  })

  it('twenty years of one member’s scores are read whole, in the order of entering', async () => {
    const { calls } = rooms.enter()
    const ben = definitely(rooms.memberIds[1])
    const count = 2_000
    for (let index = 0; index < count; index += 1) {
      const draft = { ...quiet, takenOn: `20${String(10 + (index % 17)).padStart(2, '0')}-03-04` }
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      valueOf(await calls['scales.enter']({ personId: ben, draft }))
    }
    const results = valueOf(await calls['scales.read']({ personId: ben }))
    expect(results).toHaveLength(count)
    expect(results[17]?.takenOn).toBe('2010-03-04')
  })
})
