import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPin } from '../../../src/main/core/conceal/conceal-repository.ts'
import type { CoreCallName } from '../../../src/main/core/protocol.ts'
import { contract, isCallName } from '../../../src/shared/ipc/contract.ts'
import { printCalls } from '../../../src/shared/ipc/print-calls.ts'
import { displayCalls } from '../../../src/shared/ipc/room-calls.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { openRooms } from '../support/open-rooms.ts'
import { createOpenWorld, definitely, passphrase, startSession, type World } from '../support/world.ts'

const pin = '4711'
let world: World

beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

const reveal = (kind: 'pin' | 'passphrase', secret: string) => world.get('conceal.reveal', { kind, secret })

async function miss(times: number): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one try after the other
  for (let time = 0; time < times; time += 1) await reveal('pin', '0000')
}

describe('setting a PIN', () => {
  it('takes the passphrase, and only that', async () => {
    expect(await world.ask('conceal.set-pin', { pin, passphrase: 'not the passphrase' })).toEqual({
      ok: false,
      error: { code: 'wrong-secret' },
    })
    expect(await world.get('conceal.read', {})).toEqual({ hasPin: false, isConcealed: false, triesLeft: 5 })
    await world.get('conceal.set-pin', { pin, passphrase })
    expect(await world.get('conceal.read', {})).toMatchObject({ hasPin: true })
    expect(await world.ask('conceal.remove-pin', { passphrase: pin })).toMatchObject({ ok: false })
    await world.get('conceal.remove-pin', { passphrase })
    expect(await world.get('conceal.read', {})).toMatchObject({ hasPin: false })
  })

  it('keeps a salted hash: the same PIN is never the same twice, and itself nowhere', async () => {
    const rooms = await openRooms()
    const { calls } = rooms.enter()
    const kept: string[] = []
    for (const time of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await calls['conceal.set-pin']({ pin: '90210', passphrase })
      const row = readPin(rooms.vault.record)
      kept.push(Buffer.from(row?.hash ?? []).toString('hex'))
      expect(Buffer.from(row?.hash ?? []).toString('latin1'), String(time)).not.toContain('90210')
      expect(row?.salt).toHaveLength(16)
    }
    expect(kept[0]).toHaveLength(64)
    expect(kept[0]).not.toBe(kept[1])
    rooms.close()
  })
})

describe('without a PIN', () => {
  it('the core conceals as well, and the passphrase alone brings the names back', async () => {
    expect(await world.get('conceal.begin', {})).toEqual({ hasPin: false, isConcealed: true, triesLeft: 5 })
    expect(await world.ask('roster.read', {})).toEqual({ ok: false, error: { code: 'concealed' } })
    expect(await reveal('pin', '0000')).toEqual({ isRevealed: false, triesLeft: 4 })
    expect(await reveal('passphrase', 'not the passphrase')).toEqual({ isRevealed: false, triesLeft: 3 })
    expect((await world.ask('roster.read', {})).ok).toBe(false)
    expect(await reveal('passphrase', passphrase)).toEqual({ isRevealed: true, triesLeft: 5 })
    expect((await world.ask('roster.read', {})).ok).toBe(true)
  })

  it('no PIN is set to get around it, and five wrong tries lock the vault', async () => {
    await world.get('conceal.begin', {})
    expect(await world.ask('conceal.set-pin', { pin, passphrase })).toEqual({
      ok: false,
      error: { code: 'concealed' },
    })
    await miss(5)
    expect(await reveal('passphrase', passphrase)).toEqual({ isRevealed: false, triesLeft: 0 })
    await world.core.beat()
    expect(await world.get('vault.access', {})).toBe('locked')
  })

  it('a PIN that is removed brings nothing back', async () => {
    await world.get('conceal.set-pin', { pin, passphrase })
    await world.get('conceal.remove-pin', { passphrase })
    await world.get('conceal.begin', {})
    expect(await reveal('pin', pin)).toMatchObject({ isRevealed: false })
  })
})

describe.each(['pin', 'passphrase'] as const)('concealed, and brought back by the %s', (kind) => {
  beforeEach(async () => {
    if (kind === 'pin') await world.get('conceal.set-pin', { pin, passphrase })
  })

  it('no call gives a name; the session goes on and what is typed is kept', async () => {
    const { sessionId, act, memberIds } = await startSession(world)
    expect(await world.get('conceal.begin', {})).toMatchObject({ isConcealed: true })
    const answered = new Set<string>()
    for (const name of coreCallNames()) {
      if (contract[name].needs === 'nothing' || name === 'conceal.reveal') continue
      // Whatever is refused is refused before its input matters.
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await world.core.call(name, {}).catch(() => null)
      if (answer === null || answer.ok || answer.error.code !== 'concealed') answered.add(name)
    }
    expect([...answered].toSorted()).toEqual([
      'comments.save-draft',
      'conceal.begin',
      'conceal.read',
      'debrief.save-amendment',
      'debrief.save-response',
      'debrief.save-shared',
      'follow-up.save-draft',
      'interaction.add',
      'room.read',
      'safety.read',
      'seats.place',
      'seats.read',
      'seats.reset',
      'session.act',
      'session.keep-private-note',
      'session.record-note',
    ])
    const told = JSON.stringify([
      await act({ type: 'give-floor', personId: definitely(memberIds[0]) }),
      await world.get('session.record-note', { sessionId, text: 'typed while concealed' }),
      await world.get('room.read', {}),
      await world.get('seats.read', { sessionId }),
      await world.core.run('export.facts', { sessionId }),
    ])
    expect(told).not.toMatch(/Member \d|Dana|High-risk|Group \d/)
    expect(told).toContain('typed while concealed')
    expect(await reveal(kind, kind === 'pin' ? pin : passphrase)).toEqual({ isRevealed: true, triesLeft: 5 })
    const { recordNotes } = await world.get('session.open', { sessionId })
    expect(recordNotes.map(({ text }) => text)).toEqual(['typed while concealed'])
  })
})

describe('concealed behind a PIN', () => {
  beforeEach(() => world.get('conceal.set-pin', { pin, passphrase }))

  it('the right PIN and the passphrase bring them back, anything else does not', async () => {
    for (const [kind, secret] of [
      ['pin', pin],
      ['passphrase', passphrase],
    ] as const) {
      // oxlint-disable no-await-in-loop -- one after the other
      await world.get('conceal.begin', {})
      expect(await reveal('pin', '4712')).toEqual({ isRevealed: false, triesLeft: 4 })
      expect(await reveal('passphrase', pin)).toEqual({ isRevealed: false, triesLeft: 3 })
      expect(await reveal('pin', passphrase)).toEqual({ isRevealed: false, triesLeft: 2 })
      expect((await world.ask('roster.read', {})).ok).toBe(false)
      // A right try forgives the wrong ones.
      expect(await reveal(kind, secret)).toEqual({ isRevealed: true, triesLeft: 5 })
      expect((await world.ask('roster.read', {})).ok).toBe(true)
      // oxlint-enable no-await-in-loop
    }
  })

  it('concealing again gives no new tries', async () => {
    await world.get('conceal.begin', {})
    await miss(3)
    expect(await world.get('conceal.begin', {})).toMatchObject({ isConcealed: true, triesLeft: 2 })
  })

  it('five wrong tries lock the vault, and not even the PIN opens it then', async () => {
    const { sessionId } = await startSession(world)
    await world.get('conceal.begin', {})
    await miss(5)
    expect(await reveal('pin', pin)).toEqual({ isRevealed: false, triesLeft: 0 })
    expect(await reveal('passphrase', passphrase)).toEqual({ isRevealed: false, triesLeft: 0 })
    // What was typed is still kept, until the window or the next beat locks.
    await world.get('session.record-note', { sessionId, text: 'half a sentence' })
    await world.core.beat()
    expect(await world.get('vault.access', {})).toBe('locked')
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await world.get('conceal.read', {})).toEqual({ hasPin: true, isConcealed: false, triesLeft: 5 })
    const { log, recordNotes } = await world.get('session.open', { sessionId })
    expect(recordNotes).toHaveLength(1)
    expect(readLog(log).some(({ body }) => body.type === 'session.ended')).toBe(false)
  })

  it('a PIN stays set when the vault is locked and opened again', async () => {
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await world.get('conceal.begin', {})).toMatchObject({ hasPin: true, isConcealed: true })
    expect(await reveal('pin', '1234')).toMatchObject({ isRevealed: false })
    expect(await reveal('pin', pin)).toMatchObject({ isRevealed: true })
  })
})

const answeredByMain = new Set<string>([
  ...Object.keys(displayCalls),
  ...Object.keys(printCalls),
  'export.notes',
  'export.cancel-notes',
  'export.verify',
  'export.open',
  'export.show-folder',
  'export.choose-folder',
])

function coreCallNames(): CoreCallName[] {
  return Object.keys(contract).filter(
    (name): name is CoreCallName => isCallName(name) && !answeredByMain.has(name),
  )
}
