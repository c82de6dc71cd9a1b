import { afterEach, beforeEach, expect, it } from 'vitest'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { PersonId } from '../../../src/shared/ids.ts'
import { openRooms } from '../support/open-rooms.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  startSession,
  valueOf,
  type World,
} from '../support/world.ts'

const wrong = { ok: false, error: { code: 'wrong-secret' } }

let world: World
let supervisor: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  supervisor = (await world.get('roster.create-facilitator', draft)).personId
  await world.get('roster.set-co-signing', { personId: supervisor, needsCoSignature: false, mayCoSign: true })
})
afterEach(() => world.close())

const set = (pin: string, oldPin: string | null = null) =>
  world.ask('roster.set-signing-pin', { personId: supervisor, pin, oldPin, passphrase })
const reset = (pin: string, secret = passphrase) =>
  world.ask('roster.reset-signing-pin', { personId: supervisor, pin, passphrase: secret })
const resetAtMs = async () =>
  (await world.get('roster.read', {})).facilitators.find(({ id }) => id === supervisor)?.signingPinResetAtMs

it('takes the passphrase alone, and is seen with the PIN from then on, whatever PIN comes after', async () => {
  expect(await reset('2222')).toEqual({ ok: false, error: { code: 'not-found' } })
  valueOf(await set('1111'))
  expect(await resetAtMs()).toBeNull()
  world.clock.pass(60_000)
  const { wallMs } = world.clock.read()
  expect(await reset('2222', 'not the passphrase')).toEqual(wrong)
  valueOf(await reset('2222'))
  expect(await resetAtMs()).toBe(wallMs)
  world.clock.pass(60_000)
  expect(await set('3333', '1111')).toEqual(wrong)
  valueOf(await set('3333', '2222'))
  expect(await resetAtMs()).toBe(wallMs)
})

it('stands in what is co-signed afterwards, and in nothing before', async () => {
  const session = await startSession(world)
  const { sessionId, leadId } = session
  await session.act({ type: 'end' })
  await world.get('roster.set-co-signing', { personId: leadId, needsCoSignature: true, mayCoSign: false })
  valueOf(await set('1111'))
  const coSigned = async (member: number, pin: string) => {
    const personId = definitely(session.memberIds[member])
    const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
    await world.get('note.sign', { sessionId, personId, overridden: [...overridden] })
    const amends = definitely((await world.get('note.list', { sessionId })).at(-1)).noteId
    valueOf(await world.ask('note.co-sign', { sessionId, amends, signedById: supervisor, pin }))
    return (await world.get('note.list', { sessionId })).at(-1)?.text
  }
  expect(await coSigned(0, '1111')).not.toHaveProperty('pinResetAtMs')
  valueOf(await reset('2222'))
  const { wallMs } = world.clock.read()
  expect(await coSigned(1, '2222')).toMatchObject({ kind: 'co-signature', pinResetAtMs: wallMs })
})

it('is tried five times at most, and forgives wrong PINs when it is right', async () => {
  valueOf(await set('1111'))
  // oxlint-disable-next-line no-await-in-loop -- one try after the other
  for (let time = 0; time < 4; time += 1) expect(await reset('2222', `guess ${time}`)).toEqual(wrong)
  valueOf(await reset('2222'))
  // oxlint-disable-next-line no-await-in-loop -- one try after the other
  for (let time = 0; time < 5; time += 1) expect(await reset('3333', `guess ${time}`)).toEqual(wrong)
  expect(await reset('3333')).toEqual(wrong)
  await world.core.beat()
  expect(await world.get('vault.access', {})).toBe('locked')
})

it('is never taken back from the record by SQL', async () => {
  const rooms = await openRooms()
  const { calls } = rooms.enter()
  const { record } = rooms.vault
  const personId = rooms.leadId
  valueOf(await calls['roster.set-signing-pin']({ personId, pin: '1111', oldPin: null, passphrase }))
  valueOf(await calls['roster.reset-signing-pin']({ personId, pin: '2222', passphrase }))
  for (const query of [
    sql`UPDATE facilitator_pin SET reset_at_ms = NULL`,
    sql`UPDATE facilitator_pin SET reset_at_ms = 0`,
    sql`DELETE FROM facilitator_pin`,
    sql`INSERT OR REPLACE INTO facilitator_pin (person_id, salt, hash)
        SELECT person_id, salt, hash FROM facilitator_pin`,
  ])
    expect(() => write(record, query)).toThrow(/never/u)
  rooms.close()
})
