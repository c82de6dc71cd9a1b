import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import type { DisclosureDraft } from '../../../src/shared/record/disclosure.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared
let ana: PersonId
let ben: PersonId

const draft: DisclosureDraft = {
  disclosedOn: '2026-11-20',
  what: 'Attendance in October, by telephone',
  recipient: 'Riverbend Primary Care, 4 Elm Street',
  purpose: 'care coordination',
  consentReference: '0417-3 of 2 September 2026',
}

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  session = await startSession(world, 3)
  await session.act({ type: 'end' })
  ana = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
})

const listOf = (personId: PersonId | null) => world.get('disclosures.list', { personId })

async function enter(personId: PersonId, changed: Partial<DisclosureDraft> = {}) {
  return (await world.get('disclosures.enter', { personId, draft: { ...draft, ...changed } })).disclosureId
}

describe('a disclosure that is entered by hand', () => {
  it('holds what was said of it, who entered it, and when', async () => {
    const disclosureId = await enter(ana)
    expect(await listOf(ana)).toEqual([
      {
        ...draft,
        disclosureId,
        personId: ana,
        sessionId: null,
        exportId: null,
        correctsId: null,
        correctedById: null,
        enteredAtMs: world.clock.read().wallMs,
        enteredById: session.leadId,
      },
    ])
  })

  it('stands in the ledger of its member alone, the last day first, and of one day the last entry', async () => {
    await enter(ana, { disclosedOn: '2026-11-18', what: 'first' })
    await enter(ana, { disclosedOn: '2026-11-20', what: 'second' })
    await enter(ben, { disclosedOn: '2026-11-19', what: 'of another' })
    await enter(ana, { disclosedOn: '2026-11-18', what: 'third' })
    expect((await listOf(ana)).map(({ what }) => what)).toEqual(['second', 'third', 'first'])
    expect((await listOf(ben)).map(({ what }) => what)).toEqual(['of another'])
    const all = await listOf(null)
    const ours = all.filter(({ personId }) => personId === ana || personId === ben)
    expect(ours.map(({ what }) => what)).toEqual(['second', 'of another', 'third', 'first'])
  })

  it.each(['what', 'recipient', 'purpose', 'consentReference'] as const)(
    'is refused without its %s, whatever the group is under',
    async (field) => {
      const wrong = { ...draft, [field]: ' ' }
      expect(await world.ask('disclosures.enter', { personId: ana, draft: wrong })).toEqual({
        ok: false,
        error: { code: 'bad-input', fields: [{ path: `draft.${field}`, rule: 'empty' }] },
      })
      expect(await listOf(ana)).toEqual([])
    },
  )

  it('is refused on a day that is still to come, where the clinic is, and for whoever is not on file', async () => {
    // 19:00 in Chicago: in UTC it is the next day already.
    world.clock.pass(7 * 3_600_000)
    const today = '2026-11-24'
    expect(
      await world.ask('disclosures.enter', { personId: ana, draft: { ...draft, disclosedOn: '2026-11-25' } }),
    ).toEqual({
      ok: false,
      error: { code: 'bad-input', fields: [{ path: 'draft.disclosedOn', rule: 'still-to-come' }] },
    })
    await enter(ana, { disclosedOn: today })
    const nobody = { personId: crypto.randomUUID(), draft }
    expect(await world.ask('disclosures.enter', nobody)).toEqual({ ok: false, error: { code: 'not-found' } })
    const dayless = { ...draft, disclosedOn: '2026-02-30' }
    expect((await world.ask('disclosures.enter', { personId: ana, draft: dayless })).ok).toBe(false)
    expect(await listOf(ana)).toHaveLength(1)
  })

  it('is there after the vault was locked, and while the names are concealed nobody is told', async () => {
    await enter(ana)
    const before = await listOf(ana)
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await listOf(ana)).toEqual(before)
    await world.get('conceal.begin', {})
    const concealed = { ok: false, error: { code: 'concealed' } }
    expect(await world.ask('disclosures.list', { personId: ana })).toEqual(concealed)
    expect(await world.ask('disclosures.enter', { personId: ana, draft })).toEqual(concealed)
    expect(await world.ask('export.disclosure-table', { personId: ana })).toEqual(concealed)
    await world.get('conceal.reveal', { kind: 'passphrase', secret: passphrase })
  })
})

describe('an entry that was wrong', () => {
  it('is followed by one that corrects it, and stays as it was', async () => {
    const wrongId = await enter(ana)
    const [wrong] = await listOf(ana)
    world.clock.pass(60_000)
    const { disclosureId } = await world.get('disclosures.correct', {
      disclosureId: wrongId,
      draft: { ...draft, recipient: 'Riverbend Dental Care' },
    })
    const [correction, kept] = await listOf(ana)
    expect(kept).toEqual({ ...wrong, correctedById: disclosureId })
    expect(correction).toMatchObject({
      disclosureId,
      personId: ana,
      correctsId: wrongId,
      correctedById: null,
      recipient: 'Riverbend Dental Care',
      enteredAtMs: world.clock.read().wallMs,
    })
  })

  it('is corrected once; the correction can be corrected in turn', async () => {
    const first = await enter(ana)
    const correct = (disclosureId: string) => world.ask('disclosures.correct', { disclosureId, draft })
    const second = valueOf(await correct(first)).disclosureId
    expect(await correct(first)).toEqual({ ok: false, error: { code: 'already-corrected' } })
    expect((await correct(second)).ok).toBe(true)
    expect(await correct(crypto.randomUUID())).toEqual({ ok: false, error: { code: 'not-found' } })
    const late = { ...draft, disclosedOn: '2027-01-01' }
    const last = definitely((await listOf(ana)).find(({ correctedById }) => correctedById === null))
    const answer = await world.ask('disclosures.correct', { disclosureId: last.disclosureId, draft: late })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await listOf(ana)).toHaveLength(3)
  })
})
