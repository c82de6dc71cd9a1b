import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { contract, type CallName } from '../../src/shared/ipc/contract.ts'
import { launchConsole, type LaunchedConsole } from '../support/launch.ts'
import { stockVault, type StockedVault } from '../support/vault-jobs.ts'

/** Stands in every input that could end up in an answer or in the log. */
const word = 'seven-herons-under-the-bridge'
const id = '7d3c5a52-8f0e-4a53-9c1e-7d8ea3f2a9c1'

const unknownNames: readonly unknown[] = [
  '',
  word,
  'vault.destroy',
  'VAULT.ACCESS',
  'vault.access ',
  'vault.access\u0000',
  'shut-down',
  'export.facts',
  'export.write',
  'export.note-facts',
  'export.identify',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'x'.repeat(1_000_000),
  null,
  7,
  true,
  ['vault.access'],
  { name: 'vault.access' },
]

/** None of them is the input of any call. As JSON, because a literal's `__proto__` is no property. */
const wrongShapes: readonly string[] = [
  'null',
  '7',
  'true',
  JSON.stringify(word),
  '[]',
  JSON.stringify([word]),
  JSON.stringify({ [word]: word }),
  `{"__proto__":{"isAdmin":true},"${word}":1}`,
  `{"constructor":{"prototype":{"x":"${word}"}}}`,
  JSON.stringify(Array.from({ length: 2_000 }, () => word)),
  `${'['.repeat(200)}${']'.repeat(200)}`,
  JSON.stringify({ kind: 'passphrase', secret: word.repeat(100) }),
]

/** Too much for any call, and a lot to read. */
const hugeShapes: readonly string[] = [
  JSON.stringify(Array.from({ length: 50_000 }, () => word)),
  JSON.stringify({ sessionId: id, text: word.repeat(50_000) }),
]

/** Calls that a locked vault must not answer, in their right shape. */
const needsVault: readonly (readonly [CallName, unknown])[] = [
  ['roster.read', {}],
  ['roster.create-facilitator', { name: word, initials: 'S', credentials: '' }],
  ['roster.withdraw', { groupId: id, personId: id }],
  ['agenda.reset', { groupId: id }],
  ['session.current', {}],
  ['session.open', { sessionId: id }],
  ['session.act', { sessionId: id, command: { type: 'end' } }],
  ['session.record-note', { sessionId: id, text: word }],
  ['session.keep-private-note', { sessionId: id, text: word }],
  ['session.private-notes', { sessionId: id }],
  ['debrief.read', { sessionId: id }],
  ['export.group-summary', { sessionId: id, paper: 'A4' }],
  ['export.de-identified-summary', { sessionId: id, paper: 'A4' }],
  ['export.note', { sessionId: id, personId: id, paper: 'A4', consent: { kind: 'chart' } }],
  ['export.notes', { sessionId: id, paper: 'A4' }],
  ['export.verify', {}],
  ['export.open', { exportId: id }],
  ['export.show-folder', {}],
  ['export.list', { sessionId: id }],
  ['export.list-all', {}],
  ['export.delete', { exportId: id, evenIfChanged: true }],
  ['export.delete-all', { sessionId: null }],
  ['export.undo-delete', {}],
  ['export.read-folder', {}],
  ['export.choose-folder', {}],
]

let userDataDir: string
let vault: StockedVault
let app: LaunchedConsole

test.beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'circlekeeper-door-'))
  vault = stockVault(userDataDir)
  app = await launchConsole({ userDataDir })
  await app.page.getByRole('heading', { name: 'Unlock' }).waitFor()
})
test.afterAll(() => rmSync(userDataDir, { recursive: true, force: true }))

/** As the page itself would call, with whatever it likes. The inputs travel as JSON up to the page. */
function invokeEach(name: unknown, inputsJson: readonly string[]): Promise<readonly unknown[]> {
  return app.page.evaluate(
    ([call, inputs]) =>
      Promise.all(inputs.map((json) => Reflect.get(globalThis, 'api').invoke(call, JSON.parse(json)))),
    [name, inputsJson] as const,
  )
}

async function invoke(name: unknown, input: unknown): Promise<unknown> {
  const [answer] = await invokeEach(name, [JSON.stringify(input)])
  return answer
}

function codeOf(answer: unknown): unknown {
  const isObject = typeof answer === 'object' && answer !== null
  if (!isObject || !('ok' in answer)) return 'no answer'
  if (answer.ok === true) return 'answered'
  return 'error' in answer ? Reflect.get(Object(answer.error), 'code') : 'no code'
}

/** Every byte of the vault's folder. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(vault.folder).toSorted()) {
    hash.update(name).update(readFileSync(join(vault.folder, name)))
  }
  return hash.digest('hex')
}

async function refuseAll(): Promise<void> {
  for (const name of unknownNames) {
    expect(await invoke(name, {})).toEqual({ ok: false, error: { code: 'unknown-call' } })
  }
  for (const name of Object.keys(contract)) {
    const answers = await invokeEach(name, wrongShapes)
    expect([name, ...answers.map(codeOf)]).toEqual([name, ...wrongShapes.map(() => 'bad-input')])
    expect(JSON.stringify(answers)).not.toContain(word)
  }
  const answers = await invokeEach('session.record-note', hugeShapes)
  expect(answers.map(codeOf)).toEqual(['bad-input', 'bad-input'])
  expect(JSON.stringify(answers).length).toBeLessThan(1_000)
}

test('an unknown name and a wrong shape are refused before the vault is asked', async () => {
  const before = fingerprint()
  await refuseAll()
  expect(fingerprint()).toBe(before)
})

test('while the vault is locked, every call that needs it is refused', async () => {
  const before = fingerprint()
  for (const [name, input] of needsVault) {
    expect([name, await invoke(name, input)]).toEqual([name, { ok: false, error: { code: 'locked' } }])
  }
  expect(fingerprint()).toBe(before)
})

test('what no message can carry is refused in the page itself', async () => {
  const outcomes = await app.page.evaluate(async () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    const inputs: unknown[] = [() => 1, Symbol('x'), loop, Number.NaN, new WeakMap(), document]
    const calls = inputs.map(async (input) => {
      try {
        return await Reflect.get(globalThis, 'api').invoke('vault.access', input)
      } catch {
        return 'refused'
      }
    })
    return Promise.all(calls)
  })
  for (const outcome of outcomes) {
    if (outcome !== 'refused') expect(codeOf(outcome)).toBe('bad-input')
  }
})

test('with the vault open, the same are refused and nothing of it changes', async () => {
  expect(codeOf(await invoke('vault.unlock', { kind: 'passphrase', secret: vault.passphrase }))).toBe(
    'answered',
  )
  const read = async () => [await invoke('roster.read', {}), await invoke('session.current', {})]
  const before = await read()
  await refuseAll()
  expect(await read()).toEqual(before)
  for (const [name, input] of needsVault.filter(([, one]) => JSON.stringify(one).includes(id))) {
    expect([name, codeOf(await invoke(name, input))]).toEqual([name, 'not-found'])
  }
})

test('a frame of the page has no bridge', async () => {
  const names = await app.page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const found = Object.keys(frame.contentWindow ?? {}).filter((name) => name === 'api')
    frame.remove()
    return found
  })
  expect(names).toEqual([])
})

test('another page in the same window is not answered', async () => {
  // Past every policy, as only a debugger can.
  await app.page.goto('about:blank')
  const answer = await app.page.evaluate(async () => {
    const api: unknown = Reflect.get(globalThis, 'api')
    return api === undefined ? 'no bridge' : Reflect.get(globalThis, 'api').invoke('roster.read', {})
  })
  expect(answer === 'no bridge' ? 'untrusted-sender' : codeOf(answer)).toBe('untrusted-sender')
})

test('the log names codes and calls alone, and nothing that was sent', async () => {
  await app.close()
  const stderr = await app.stderr
  expect(stderr).not.toContain(word)
  expect(stderr).not.toContain(vault.passphrase)
  expect(stderr).not.toContain(id)
  expect(stderr).not.toContain(userDataDir)
  const entries = stderr
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
  expect(entries.length).toBeGreaterThan(500)
  const calls = new Set<unknown>(['unknown', ...Object.keys(contract)])
  for (const { event, call, code, ms, ...rest } of entries) {
    expect(rest).toEqual({})
    expect(event).toBe('call-failed')
    expect(calls.has(call)).toBe(true)
    expect(code).toMatch(/^(?:unknown-call|bad-input|locked|not-found|untrusted-sender)$/)
    expect(ms).toEqual(expect.any(Number))
  }
})
