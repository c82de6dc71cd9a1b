import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockInstance, type SecondStart } from '../../../src/stand-in/single-instance.ts'

let userData = ''
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'instance-'))
})
afterEach(() => rmSync(userData, { recursive: true }))

const start = (argv: string[]): SecondStart => ({ argv, workingDirectory: '/', additionalData: {} })

it('one start for a folder holds the lock, and hears of another', async () => {
  const heard = Promise.withResolvers<SecondStart>()
  const first = lockInstance(userData, start(['first']), heard.resolve)
  const second = lockInstance(userData, start(['second', '--x=ä\n']), () => undefined)
  expect([first.isHeld, second.isHeld]).toEqual([true, false])
  expect(await heard.promise).toEqual(start(['second', '--x=ä\n']))
  if (first.isHeld) first.release()
})

it('another folder has another lock', () => {
  const other = mkdtempSync(join(tmpdir(), 'instance-'))
  const locks = [userData, other].map((folder) => lockInstance(folder, start([]), () => undefined))
  expect(locks.map(({ isHeld }) => isHeld)).toEqual([true, true])
  for (const lock of locks) if (lock.isHeld) lock.release()
  rmSync(other, { recursive: true })
})
