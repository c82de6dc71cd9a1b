import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDoor, type Request, type Sender } from '../../../src/main/ipc/door.ts'
import type { LogEntry } from '../../../src/main/ipc/log.ts'
import { contract, isCallName, type CallName } from '../../../src/shared/ipc/contract.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { roomCalls } from '../../../src/shared/ipc/room-calls.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'

const ours = { window: 'console' } as const
const uuid = '5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1'
const callNames = Object.keys(contract).filter(isCallName)
const openCallNames = callNames.filter((name) => contract[name].needs !== 'nothing')

/** A door with its bell: what came through, and what was logged. */
function doorway({
  role = 'author',
  answer = async () => succeed(null),
}: {
  readonly role?: 'author' | 'reviewer' | null
  readonly answer?: (request: Request) => Promise<Result<unknown, Failure>>
} = {}) {
  const through: Request[] = []
  const logged: LogEntry[] = []
  const door = createDoor({
    readRole: () => role,
    handle(request) {
      through.push(request)
      return answer(request)
    },
    log: (entry) => logged.push(entry),
    now: () => 0,
  })
  return { door, through, logged }
}

describe('in order', () => {
  // Each call is wrong in everything that comes after what it must fail at.
  test.each<[string, Sender['window'], unknown, unknown, Failure['code']]>([
    ['a stranger', 'none', 'no such call', { junk: true }, 'untrusted-sender'],
    ['an unknown name', 'console', 'no such call', { junk: true }, 'unknown-call'],
    ['a wrong shape', 'console', 'session.open', { junk: true }, 'bad-input'],
    ['a locked vault', 'console', 'session.open', { sessionId: uuid }, 'locked'],
  ])('%s', async (_what, window, name, input, code) => {
    const { door, through } = doorway({ role: null })
    expect(await door({ window }, name, input)).toMatchObject({ ok: false, error: { code } })
    expect(through).toEqual([])
  })

  test('then the handler, with what was parsed, and its answer as it is', async () => {
    const { door, through, logged } = doorway({ answer: async () => succeed(['anything']) })
    expect(await door(ours, 'session.open', { sessionId: uuid })).toEqual({ ok: true, value: ['anything'] })
    expect(through).toEqual([{ name: 'session.open', input: { sessionId: uuid } }])
    expect(logged).toEqual([])
  })
})

describe('the room display', () => {
  const room = { window: 'room' } as const

  test('is answered the one call that it has', async () => {
    const { door, through } = doorway()
    expect(await door(room, 'room.read', {})).toEqual(succeed(null))
    expect(through).toEqual([{ name: 'room.read', input: {} }])
    expect(Object.keys(roomCalls)).toEqual(['room.read'])
  })

  test.each(callNames.filter((name) => name !== 'room.read'))('is a stranger to %s', async (name) => {
    const { door, through, logged } = doorway()
    expect(await door(room, name, {})).toEqual(fail({ code: 'untrusted-sender' }))
    expect(through).toEqual([])
    expect(logged).toMatchObject([{ code: 'untrusted-sender' }])
  })

  test('cannot tell a name that exists from one that does not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (name, input) => {
        const { door, through } = doorway()
        expect(await door(room, name, input)).toEqual(fail({ code: 'untrusted-sender' }))
        expect(through).toEqual([])
      }),
    )
  })

  test('is told nothing while the vault is locked', async () => {
    const { door } = doorway({ role: null })
    expect(await door(room, 'room.read', {})).toEqual(fail({ code: 'locked' }))
  })
})

test.each([
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'vault',
  'vault.unlock ',
  'VAULT.UNLOCK',
  'export.facts',
  'export.write',
  'export.note-facts',
  'export.identify',
  'shut-down',
  0,
  null,
  undefined,
  {},
  ['vault.unlock'],
  Symbol('vault.unlock'),
])('no call is named %s', async (name) => {
  const { door, through, logged } = doorway()
  expect(await door(ours, name, {})).toEqual(fail({ code: 'unknown-call' }))
  expect(through).toEqual([])
  expect(logged).toEqual([{ event: 'call-failed', call: 'unknown', code: 'unknown-call', ms: 0 }])
})

test.each(callNames)('locked, %s goes through only if it needs nothing', async (name) => {
  const { door, through } = doorway({ role: null })
  await door(ours, name, {})
  const { needs, input } = contract[name]
  expect(through.map((request) => request.name)).toEqual(
    needs === 'nothing' && input.safeParse({}).success ? [name] : [],
  )
})

test.each(callNames)('to a reviewer, %s goes through only if it is not the author’s alone', async (name) => {
  const { door, through } = doorway({ role: 'reviewer' })
  const answer = await door(ours, name, {})
  const { needs, input } = contract[name]
  const isWellFormed = input.safeParse({}).success
  expect(through.map((request) => request.name)).toEqual(needs !== 'vault' && isWellFormed ? [name] : [])
  if (needs === 'vault' && isWellFormed) expect(answer).toEqual(fail({ code: 'not-allowed' }))
})

test('random JSON never reaches a handler unless it is exactly the input of that call', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...callNames), fc.jsonValue(), async (name, input) => {
      const { door, through } = doorway()
      await door(ours, name, input)
      const parsed = contract[name].input.safeParse(input)
      expect(through).toEqual(parsed.success ? [{ name, input: parsed.data }] : [])
    }),
    { numRuns: 500 },
  )
})

test('nothing passes while locked, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...openCallNames), fc.anything(), async (name, input) => {
      const { door, through } = doorway({ role: null })
      expect(await door(ours, name, input)).toMatchObject({ ok: false })
      expect(through).toEqual([])
    }),
    { numRuns: 500 },
  )
})

const nothing: CallName = 'session.current'
test.each<[string, CallName, unknown]>([
  ['an own __proto__ key', nothing, JSON.parse('{"__proto__":{"isAdmin":true}}')],
  ['an own constructor key', nothing, { constructor: { prototype: {} } }],
  ['an unknown key', nothing, { extra: 1 }],
  ['an array', nothing, []],
  ['nothing at all', nothing, undefined],
  ['null', nothing, null],
  ['a text', nothing, '{}'],
  [
    'NaN as a number',
    'session.act',
    { sessionId: uuid, command: { type: 'extend-phase', minutes: Number.NaN } },
  ],
  ['infinity', 'session.act', { sessionId: uuid, command: { type: 'extend-phase', minutes: Infinity } }],
  ['a fraction', 'session.act', { sessionId: uuid, command: { type: 'extend-phase', minutes: 1.5 } }],
  [
    'a command of the core’s own',
    'session.act',
    { sessionId: uuid, command: { type: 'come-back', awayMs: 1 } },
  ],
  ['an id that is a path', 'export.open', { exportId: '../../etc/passwd' }],
  ['an id in an array', 'export.open', { exportId: [uuid] }],
  ['a secret of megabytes', 'vault.unlock', { kind: 'passphrase', secret: 'x'.repeat(2_000_000) }],
])('%s is bad input', async (_what, name, input) => {
  const { door, through } = doorway()
  expect(await door(ours, name, input)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  expect(through).toEqual([])
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
})

test('a huge array is refused for its length', async () => {
  const { door, through } = doorway()
  const coLeadIds = Array.from({ length: 50_000 }, () => 'nobody')
  const input = { groupId: uuid, topic: '', leadId: uuid, coLeadIds, plannedStartMs: null }
  expect(await door(ours, 'session.prepare', input)).toEqual(
    fail({ code: 'bad-input', fields: [{ path: 'coLeadIds', rule: 'too_big' }] }),
  )
  expect(through).toEqual([])
})

test('however much is wrong, a handful of fields is told', async () => {
  const { door } = doorway()
  const phases = Array.from({ length: 24 }, () => ({ id: uuid, name: '', kind: 'plain', minutes: 0 }))
  const result = await door(ours, 'agenda.change', { groupId: uuid, phases })
  expect(result).toMatchObject({ ok: false, error: { code: 'bad-input', fields: { length: 20 } } })
})

describe('bad input is told by field and rule', () => {
  const group = {
    name: ' ',
    type: 'support',
    lengthMinutes: 90,
    schedule: [{ weekday: 8, time: '18:00' }],
    part2: 'none',
    capacity: 12,
    modality: 'in-person',
  }

  test('our own rules by their names, the others by their kind', async () => {
    const { door } = doorway()
    expect(await door(ours, 'roster.create-group', { ...group, type: 'choir', extra: 1 })).toEqual(
      fail({
        code: 'bad-input',
        fields: [
          { path: 'name', rule: 'empty' },
          { path: 'type', rule: 'invalid_value' },
          { path: 'schedule.0.weekday', rule: 'too_big' },
          { path: '', rule: 'unrecognized_keys' },
        ],
      }),
    )
  })

  test.each([
    ['x'.repeat(81), 'too-long'],
    ['Tues\u0007day', 'control-character'],
  ])('name rule %#', async (name, rule) => {
    const { door } = doorway()
    expect(await door(ours, 'roster.create-group', { ...group, schedule: [], name })).toEqual(
      fail({ code: 'bad-input', fields: [{ path: 'name', rule }] }),
    )
  })

  test('a minimum above the minutes is told at the minimum', async () => {
    const { door } = doorway()
    const phase = {
      id: uuid,
      name: 'Topic',
      kind: 'plain',
      minutes: 5,
      minimumMinutes: 6,
      isProtected: false,
    }
    expect(await door(ours, 'agenda.change', { groupId: uuid, phases: [phase] })).toEqual(
      fail({
        code: 'bad-input',
        fields: [{ path: 'phases.0.minimumMinutes', rule: 'minimum-above-minutes' }],
      }),
    )
  })

  test('neither what was written nor an unknown key is ever in an answer or a log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...callNames), fc.anything(), async (name, other) => {
        const canary = 'Zebra crossing 7'
        const { door, logged } = doorway({ role: null })
        const answers = [
          await door(ours, name, { [canary]: other, sessionId: canary, command: { type: canary } }),
          await door(ours, canary, other),
          await door({ window: 'none' }, canary, canary),
        ]
        expect(JSON.stringify([answers, logged])).not.toContain('Zebra')
      }),
      { numRuns: 300 },
    )
  })
})

test('a handler that throws is a bug without a word of its message', async () => {
  const { door, logged } = doorway({
    answer: async () => {
      throw new Error('Zebra crossing 7\n    at Zebra (zebra.js:1:1)')
    },
  })
  expect(await door(ours, 'session.current', {})).toEqual(fail({ code: 'core-gone' }))
  expect(logged).toMatchObject([{ event: 'call-threw', call: 'session.current' }])
  expect(JSON.stringify(logged)).not.toMatch(/zebra/i)
})
