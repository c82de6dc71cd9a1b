import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { ForkOptions, UtilityProcess } from 'electron'
import { createUtilityProcess } from '../../../src/stand-in/utility-process.ts'

const echo = join(import.meta.dirname, 'fixtures/echo-process.mjs')
const utilityProcess = createUtilityProcess()
const running: UtilityProcess[] = []

afterEach(async () => {
  const ended = running.splice(0).filter((child) => child.kill())
  await Promise.all(ended.map((child) => once(child, 'exit')))
})

function start(args: string[] = [], options: ForkOptions = {}): UtilityProcess {
  const child = utilityProcess.fork(echo, args, options)
  running.push(child)
  return child
}

async function ask(child: UtilityProcess, ...values: unknown[]): Promise<unknown[]> {
  const answers: unknown[] = []
  const heard = on(child, 'message')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  for (const value of values) child.postMessage(value)
  for await (const [answer] of heard) if (answers.push(answer) === values.length) break
  return answers
}

it('carries values both ways as a structured clone keeps them, in order, from before the process runs', async () => {
  const bytes = new Uint8Array([0, 255, 7])
  const values = [bytes, 12n, new Map([['one', new Set([1])]]), new Date(0), { nothing: undefined }, 'ä']
  const answers = await ask(start(), ...values)
  expect(answers).toEqual([
    { data: bytes, kind: '[object Uint8Array]', ports: [] },
    { data: 12n, kind: '[object BigInt]', ports: [] },
    { data: values[2], kind: '[object Map]', ports: [] },
    { data: values[3], kind: '[object Date]', ports: [] },
    { data: values[4], kind: '[object Object]', ports: [] },
    { data: 'ä', kind: '[object String]', ports: [] },
  ])
  expect(() => start().postMessage(() => 1, [])).toThrow('could not be cloned')
})

it('gives the process what it was asked to give, and nothing of the stand-in but its port', async () => {
  const [told] = await ask(start(['one'], { execArgv: ['--no-warnings'], env: { OWN: 'yes' } }), 'who')
  expect(told).toMatchObject({ argv: ['one'], env: { OWN: 'yes' } })
  expect(told).not.toHaveProperty('env.PATH')
  expect(told).toHaveProperty('execArgv', [
    '--import',
    expect.stringMatching(/parent-port\.ts$/),
    '--no-warnings',
  ])
})

it('tells of the end, which it can be brought to, and of none twice', async () => {
  const child = start()
  await once(child, 'spawn')
  expect(child.pid).toBeGreaterThan(0)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  child.postMessage('end')
  expect(await once(child, 'exit')).toEqual([3])
  expect([child.pid, child.kill()]).toEqual([undefined, false])
  const other = start()
  await once(other, 'spawn')
  expect(other.kill()).toBe(true)
  await once(other, 'exit')
})

it('a process ends by itself when the one that forked it is gone, by a kill too', async () => {
  const parent = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { createUtilityProcess } from ${JSON.stringify(join(import.meta.dirname, '../../../src/stand-in/utility-process.ts'))}
       const child = createUtilityProcess().fork(${JSON.stringify(echo)})
       child.on('message', () => console.log(child.pid))
       child.postMessage('who')`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [pid] = await once(parent.stdout, 'data')
  expect(isThere(Number(pid))).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isThere(Number(pid))).toBe(false)
})

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each<[string, ForkOptions]>([
  ["the option 'partition'", { partition: 'x' }],
  ["the stdio 'pipe'", { stdio: 'pipe' }],
])('refuses what it does not carry: %s', (_what, options) => {
  expect(() => start([], options)).toThrow('is not carried by the stand-in')
})
