/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import { databasePath } from '../../../src/main/core/vault/vault-files.ts'
import { renewalStepSchema, type RenewalStep } from '../../../src/shared/ipc/key-calls.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { passphrase, valueOf } from '../support/world.ts'
import { createKeptWorld, eraseGone, letYearsPass, type KeptWorld } from './kept-world.ts'

let kept: KeptWorld
beforeAll(async () => {
  kept = await createKeptWorld()
  letYearsPass(kept.world, 12)
})
afterAll(() => kept.world.close())

const byPassphrase = { kind: 'passphrase', secret: passphrase } as const
const vaultFile = (name: string) => join(kept.world.paths.vaultDir, name)

function stepNow(): RenewalStep | null {
  const told = kept.world.pushed.findLast(({ name }) => name === 'keys.renewal-changed')
  return told?.name === 'keys.renewal-changed' && told.push.stage === 'running' ? told.push.step : null
}

/** Begins to erase, and does something as soon as it is at a step. */
async function eraseUntil(step: RenewalStep, act: () => Promise<unknown>) {
  kept.world.pushed.length = 0
  const progress = { isOver: false }
  const erasing = eraseGone(kept).finally(() => {
    progress.isOver = true
  })
  while (stepNow() !== step) {
    expect(progress.isOver).toBe(false)
    await nextTurn()
  }
  await act()
  return erasing
}

/** That nothing is gone: no chart, no private note, no file; and nothing half made is left. */
async function expectAllThere(header: string): Promise<void> {
  const { world, goneId, alone, file } = kept
  expect(readFileSync(vaultFile('vault.json'), 'utf8')).toBe(header)
  const files = readdirSync(world.paths.vaultDir).filter((name) => !name.endsWith('-wal'))
  expect(files.toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  expect(existsSync(join(world.paths.exportsDir, file.fileName))).toBe(true)
  expect((await world.get('retention.report', {})).charts.map(({ personId }) => personId)).toContain(goneId)
  expect(await world.get('session.private-notes', { sessionId: alone.sessionId })).toHaveLength(1)
}

describe.each(renewalStepSchema.options)('a chart is being erased, at the step “%s”:', (step) => {
  it('cancelled, everything is there, and the vault goes on', async () => {
    const header = readFileSync(vaultFile('vault.json'), 'utf8')
    const erased = await eraseUntil(step, () => kept.world.get('keys.cancel-renewal', {}))
    expect(erased).toEqual(fail({ code: 'cancelled' }))
    expect(await kept.world.get('keys.renewal', {})).toEqual({ stage: 'cancelled', act: 'erase' })
    await expectAllThere(header)
  })

  it('a lock is one at once, and everything is there behind it', async () => {
    const { world } = kept
    const header = readFileSync(vaultFile('vault.json'), 'utf8')
    const erased = await eraseUntil(step, async () => {
      await world.get('vault.lock', {})
      expect(await world.get('vault.access', {})).toBe('locked')
    })
    expect(erased).toEqual(fail({ code: 'locked' }))
    expect(await world.get('keys.renewal', {})).toEqual({ stage: 'idle' })
    await world.get('vault.unlock', byPassphrase)
    await expectAllThere(header)
  })
})

it('meanwhile calls are told so, beats go on, and nothing else is begun', async () => {
  const { world } = kept
  const busy = fail({ code: 'keys-changing' })
  const erased = await eraseUntil('alter', async () => {
    expect(await world.ask('roster.read', {})).toEqual(busy)
    expect(await eraseGone(kept)).toEqual(busy)
    expect(await world.core.run('export.folder', null)).toEqual(busy)
    await world.core.beat()
    expect(await world.get('keys.renewal', {})).toMatchObject({ stage: 'running', act: 'erase' })
    await world.get('keys.cancel-renewal', {})
  })
  expect(erased).toEqual(fail({ code: 'cancelled' }))
})

it('how far it is goes up to all of it', async () => {
  await eraseUntil('check', async () => undefined)
  const told = kept.world.pushed.flatMap((one) => (one.name === 'keys.renewal-changed' ? [one.push] : []))
  const running = told.flatMap((state) => (state.stage === 'running' ? [state] : []))
  const done = running.map(({ doneBytes }) => doneBytes)
  expect(done).toEqual(done.toSorted((one, other) => one - other))
  expect(done.every((bytes, index) => bytes <= (running[index]?.totalBytes ?? 0))).toBe(true)
  expect(told.at(-1)).toEqual({ stage: 'done', act: 'erase' })
})

it('private notes that are destroyed are under a key that is gone: what opened private.db opens it no more', async () => {
  const { world, shared } = kept
  const readKey = async () =>
    valueOf(await withKeys(world.paths.vaultDir, byPassphrase, (keys) => succeed(Buffer.from(keys.private))))
  await world.get('vault.lock', {})
  const oldKey = await readKey()
  await world.get('vault.unlock', byPassphrase)
  const { privateNotes } = await world.get('retention.report', {})
  expect(privateNotes.map(({ sessionId }) => sessionId)).toContain(shared.sessionId)
  const destroying = { sessionIds: [shared.sessionId], authorPassphrase: passphrase }
  expect(await world.get('retention.destroy-private', destroying)).toMatchObject({ noteCount: 1 })
  await world.get('vault.lock', {})
  const path = databasePath(world.paths.vaultDir, 'private')
  expect(connect('private', path, oldKey)).toEqual(fail({ code: 'damaged-private' }))
  const opened = valueOf(connect('private', path, await readKey()))
  opened.close()
})
