/* oxlint-disable no-await-in-loop -- one after the other is the point */
import fs, { readdirSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { expect, it, onTestFinished } from 'vitest'
import { definitely, startSession } from '../support/world.ts'
import { backUp, beat, ended, openBackupWorld } from './backup-world.ts'

/** The ways of drives and servers to fail. No list of them would be whole. */
const codes = ['EIO', 'ETIMEDOUT', 'ESTALE', 'ENOTCONN', 'EFBIG', 'EBUSY', 'EEXIST', 'EHOSTDOWN', 'UNKNOWN']
const calls = ['write', 'fsync', 'mkdirSync', 'renameSync', 'readdirSync'] as const

/** Has a call of the file system end with an error of the system, until the answer is called. */
function failing(call: (typeof calls)[number], code: string): () => void {
  const error = errorOf(code)
  return replace(fs, call, (...args: readonly unknown[]) => {
    const done = args.at(-1)
    if (typeof done !== 'function') throw error
    process.nextTick(() => done(error))
  })
}

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function replace<Module extends object>(module: Module, call: keyof Module, made: unknown): () => void {
  const real = module[call]
  const put = (each: unknown) => {
    Object.assign(module, { [call]: each })
    syncBuiltinESMExports()
  }
  put(made)
  const putBack = () => put(real)
  onTestFinished(putBack)
  return putBack
}

it('a drive that does not say what is in it is not taken for an empty one', async () => {
  const world = await openBackupWorld()
  await beat(world)
  world.clock.pass(3_600_001)
  const putBack = replace(promises, 'readdir', () => Promise.reject(errorOf('EIO')))
  await beat(world)
  expect(await world.get('backups.read', {})).toMatchObject({ isReachable: false, lastFailure: null })
  putBack()
  expect((await world.get('backups.read', {})).backups).toMatchObject([{ isThere: true }])
})

const told = { stage: 'failed', work: 'making', code: 'not-writable' }

it('whatever a drive answers while a backup is made is told, and a running session goes on', async () => {
  const world = await openBackupWorld()
  const { act, memberIds } = await startSession(world)
  for (const [call, code] of [
    ...codes.map((each) => ['write', each] as const),
    ...calls.map((each) => [each, 'ESTALE'] as const),
  ]) {
    world.pushed.length = 0
    const putBack = failing(call, code)
    await world.get('backups.make', {})
    expect(await ended(world), `${call} ${code}`).toEqual(told)
    putBack()
    expect(await world.get('backups.read', {})).toMatchObject({ lastFailure: { code: 'not-writable' } })
    await act({ type: 'mark', personId: definitely(memberIds[0]), mark: 'shared' })
  }
  world.pushed.length = 0
  await backUp(world)
  expect(readdirSync(world.drive)).toHaveLength(1)
  expect(await world.get('backups.read', {})).toMatchObject({ lastFailure: null })
})
