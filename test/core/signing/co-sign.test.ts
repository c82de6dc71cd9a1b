import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSigningPin } from '../../../src/main/core/signing/signing-pin-repository.ts'
import type { PersonId } from '../../../src/shared/ids.ts'
import { openRooms } from '../support/open-rooms.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const pin = '481516'
let world: World
let session: Prepared
let supervisor: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
  await session.act({ type: 'end' })
  const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  supervisor = (await world.get('roster.create-facilitator', draft)).personId
  const author = { personId: session.leadId, needsCoSignature: true, mayCoSign: false }
  await world.get('roster.set-co-signing', author)
  await world.get('roster.set-co-signing', {
    personId: supervisor,
    needsCoSignature: false,
    mayCoSign: true,
  })
  await world.get('roster.set-signing-pin', { personId: supervisor, pin, oldPin: null, passphrase })
  await world.get('note.sign', {
    sessionId: session.sessionId,
    personId: definitely(session.memberIds[0]),
    overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
  })
})
afterEach(() => world.close())

const failure = (code: string) => ({ ok: false, error: { code } })
const refused = (refusal: string) => ({ ok: false, error: { code: 'refused', refusal } })
const list = () => world.get('note.list', { sessionId: session.sessionId })

async function coSign(change: { signedById?: PersonId; pin?: string; amends?: string } = {}) {
  const [note] = await list()
  return world.ask('note.co-sign', {
    sessionId: session.sessionId,
    amends: definitely(note).noteId,
    signedById: supervisor,
    pin,
    ...change,
  })
}

function setPin(
  change: Partial<Record<'pin' | 'passphrase' | 'personId', string>> & { readonly oldPin?: string },
) {
  const first = { personId: supervisor, pin: '9999', oldPin: null, passphrase }
  return world.ask('roster.set-signing-pin', { ...first, ...change })
}

describe('a co-signature', () => {
  it('stands beside the author’s, with the co-signer’s own name and moment', async () => {
    world.clock.pass(60_000)
    expect(await coSign()).toMatchObject({
      ok: true,
      value: [
        {
          body: {
            type: 'note.signed',
            kind: 'co-signature',
            personId: session.memberIds[0],
            signedById: supervisor,
            needsCoSignature: false,
          },
        },
      ],
    })
    const [note, coSignature] = await list()
    expect(coSignature?.text).toEqual({
      kind: 'co-signature',
      amends: definitely(note).noteId,
      signature: {
        signer: { personId: supervisor, name: 'Noor Haddad', credentials: 'PhD' },
        signedAtMs: world.clock.read().wallMs,
        delayMs: 60_000,
        isLate: false,
      },
    })
  })

  it('is given once, and of an addendum by itself', async () => {
    await coSign()
    expect(await coSign()).toEqual(refused('already-signed'))
    const { sessionId } = session
    const amends = definitely((await list())[0]).noteId
    await world.get('note.amend', { sessionId, amends, kind: 'addendum', text: 'More.', overridden: [] })
    const entries = await list()
    expect(await coSign({ amends: definitely(entries[2]).noteId })).toMatchObject({ ok: true })
    expect(await coSign({ amends: definitely(entries[1]).noteId })).toEqual(refused('unknown-note'))
    expect(await coSign({ amends: crypto.randomUUID() })).toEqual(refused('unknown-note'))
  })

  it('is given by whoever may, with a PIN of their own, and never by the author of the note', async () => {
    const { leadId } = session
    expect(await coSign({ signedById: leadId })).toEqual(failure('not-allowed'))
    await world.get('roster.set-co-signing', { personId: leadId, needsCoSignature: true, mayCoSign: true })
    // No PIN to prove it with.
    expect(await coSign({ signedById: leadId })).toEqual(failure('not-allowed'))
    await world.get('roster.set-signing-pin', { personId: leadId, pin: '1234', oldPin: null, passphrase })
    expect(await coSign({ signedById: leadId })).toEqual(failure('wrong-secret'))
    expect(await coSign({ signedById: leadId, pin: '1234' })).toEqual(refused('may-not-sign'))
    const [stranger] = session.memberIds
    expect(await coSign({ signedById: definitely(stranger) })).toEqual(failure('not-found'))
    expect(await list()).toHaveLength(1)
  })

  it('is asked for by the log where the clinic wants one', async () => {
    const { sessionId, leadId } = session
    const sign = (member: number) =>
      world.get('note.sign', {
        sessionId,
        personId: definitely(session.memberIds[member]),
        overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
      })
    expect((await sign(1))[0]?.body).toMatchObject({ needsCoSignature: true })
    await world.get('roster.set-co-signing', { personId: leadId, needsCoSignature: false, mayCoSign: false })
    expect((await sign(2))[0]?.body).toMatchObject({ needsCoSignature: false })
  })
})

describe('five wrong tries', () => {
  it('lock the vault, and not even the right PIN signs then', async () => {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    for (let time = 0; time < 4; time += 1)
      expect(await coSign({ pin: '0000' })).toEqual(failure('wrong-secret'))
    await world.core.beat()
    expect(await world.get('vault.access', {})).toBe('unlocked')
    expect(await coSign({ pin: '0000' })).toEqual(failure('wrong-secret'))
    expect(await coSign()).toEqual(failure('wrong-secret'))
    await world.core.beat()
    expect(await world.get('vault.access', {})).toBe('locked')
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await coSign()).toMatchObject({ ok: true })
  })

  it('are forgiven by a right one, of the same PIN alone', async () => {
    const draft = { name: 'Lee Roth', initials: 'LR', credentials: '' }
    const { personId: other } = await world.get('roster.create-facilitator', draft)
    await world.get('roster.set-co-signing', { personId: other, needsCoSignature: false, mayCoSign: true })
    await world.get('roster.set-signing-pin', { personId: other, pin: '2222', oldPin: null, passphrase })
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    for (let time = 0; time < 4; time += 1) await coSign({ pin: '0000' })
    expect(await coSign({ signedById: other, pin: '2222' })).toMatchObject({ ok: true })
    await coSign({ pin: '0000' })
    await world.core.beat()
    expect(await world.get('vault.access', {})).toBe('locked')
  })
})

describe('the PIN that a co-signer signs with', () => {
  it('is changed with the passphrase and the PIN before, and with nothing less', async () => {
    expect(await setPin({ passphrase: 'not the passphrase', oldPin: pin })).toEqual(failure('wrong-secret'))
    expect(await setPin({})).toEqual(failure('wrong-secret'))
    expect(await setPin({ oldPin: '0000' })).toEqual(failure('wrong-secret'))
    expect(await setPin({ personId: crypto.randomUUID() })).toEqual(failure('not-found'))
    expect(await setPin({ pin: '12' })).toMatchObject({ error: { code: 'bad-input' } })
    expect(await setPin({ oldPin: pin })).toMatchObject({ ok: true })
    expect(await coSign()).toEqual(failure('wrong-secret'))
    expect(await coSign({ pin: '9999' })).toMatchObject({ ok: true })
    const { facilitators } = await world.get('roster.read', {})
    expect(facilitators.map(({ hasSigningPin }) => hasSigningPin)).toEqual([false, true])
  })

  it('is kept as a salted hash: the same PIN is never the same twice', async () => {
    const rooms = await openRooms()
    const { calls } = rooms.enter()
    const { record } = rooms.vault
    const second = valueOf(
      await calls['roster.create-facilitator']({ name: 'Sam', initials: 'S', credentials: '' }),
    ).personId
    for (const personId of [rooms.leadId, second]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      valueOf(await calls['roster.set-signing-pin']({ personId, pin: '90210', oldPin: null, passphrase }))
    }
    const [one, other] = [rooms.leadId, second].map((personId) =>
      definitely(readSigningPin(record, personId)),
    )
    expect(one?.hash).toHaveLength(32)
    expect(Buffer.from(definitely(one).hash).equals(definitely(other).hash)).toBe(false)
    expect(Buffer.from(definitely(one).hash).toString('latin1')).not.toContain('90210')
    rooms.close()
  })
})
