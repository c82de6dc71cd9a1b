import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  createOpenWorld,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../core/support/world.ts'

let world: World
let session: Prepared
let chosen: string

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world, 2)
  await session.act({ type: 'end' })
  chosen = join(world.folder, 'chosen')
  mkdirSync(chosen)
})
afterEach(() => world.close())

/** Has another console export from the same vault, and die at a step of it. */
function exportAndDie(step: string): void {
  const files = ['die-in-write.mjs', 'export-in-child.ts'].map((name) => join(import.meta.dirname, name))
  const { signal } = spawnSync(process.execPath, ['--import', ...files, world.folder, session.sessionId], {
    env: { ...process.env, DIES_AT: step },
    stdio: 'inherit',
  })
  expect(signal, step).toBe('SIGKILL')
}

it.each([
  ['half', 'own'],
  ['half', 'chosen'],
  ['unnamed', 'own'],
  ['unnamed', 'chosen'],
])(
  'what dies with the file %s leaves none in the %s folder once the console is back',
  async (step, where) => {
    if (where === 'chosen') valueOf(await world.core.run('export.set-folder', { path: chosen }))
    const folder = where === 'chosen' ? chosen : world.paths.exportsDir
    mkdirSync(folder, { recursive: true })
    const others = ['.circlekeeper-0a1b2c3d4e5f.unfinished', 'report.pdf.unfinished']
    for (const name of others) writeFileSync(join(folder, name), 'somebody else’s')
    await world.get('vault.lock', {})
    exportAndDie(step)
    // There was something to sweep, or this would prove nothing.
    expect(readdirSync(folder)).toHaveLength(others.length + 1)
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['report.pdf.unfinished'])

    await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(readdirSync(folder).toSorted()).toEqual(others)
    expect(await world.get('export.list', { sessionId: session.sessionId })).toEqual([])
    const { stamp } = valueOf(await world.core.run('export.facts', { sessionId: session.sessionId }))
    const { fileName } = valueOf(await world.core.run('export.write', { stamp, bytes: Buffer.from('%PDF') }))
    expect(readdirSync(folder).toSorted()).toEqual([...others, fileName].toSorted())
  },
)
