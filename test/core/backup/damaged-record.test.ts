import { closeSync, fstatSync, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { startSession } from '../support/world.ts'
import { backUp, ended, openBackupWorld, type BackupWorld } from './backup-world.ts'

const pageBytes = 4_096
const dayMs = 86_400_000
const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / dayMs))

/** Writes over one byte of the record's file, or over a whole page of it, from outside. Answers what stood there. */
function damage(world: BackupWorld, at: number, bytes: Buffer): Buffer {
  const file = openSync(join(world.paths.vaultDir, 'record.db'), 'r+')
  const old = Buffer.alloc(bytes.length)
  readSync(file, old, 0, old.length, at)
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
  return old
}

function pagesOf(world: BackupWorld): number {
  const file = openSync(join(world.paths.vaultDir, 'record.db'), 'r')
  const { size } = fstatSync(file)
  closeSync(file)
  return size / pageBytes
}

async function openDamagedWorld(): Promise<{ world: BackupWorld; good: string }> {
  const world = await openBackupWorld()
  const session = await startSession(world)
  await session.act({ type: 'end' })
  const good = await backUp(world)
  world.clock.pass(60_000)
  return { world, good }
}

async function backUpAgain(world: BackupWorld): Promise<unknown> {
  world.pushed.length = 0
  await world.get('backups.make', {})
  return ended(world)
}

const refused = { stage: 'failed', work: 'making', code: 'damaged-record' }

it('a record that is damaged anywhere is not backed up, and the good backup of that day stays', async () => {
  const { world, good } = await openDamagedWorld()
  const count = pagesOf(world)
  // That one failed is written once, and with the next try goes from the log into the file: no page is healed by that below.
  const first = damage(world, count * pageBytes - 1, Buffer.from([0]))
  damage(world, count * pageBytes - 1, Buffer.from([(first[0] ?? 0) ^ 1]))
  expect(await backUpAgain(world)).toEqual(refused)
  expect(await backUpAgain(world)).toEqual(refused)
  damage(world, count * pageBytes - 1, first)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: count - 1 }),
      fc.integer({ min: 0, max: pageBytes - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (page, byte, flip) => {
        const at = page * pageBytes + byte
        const old = damage(world, at, Buffer.from([0]))
        damage(world, at, Buffer.from([(old[0] ?? 0) ^ flip]))
        expect(await backUpAgain(world)).toEqual(refused)
        damage(world, at, old)
      },
    ),
    { seed, numRuns: 40 },
  )
  expect(readdirSync(world.drive)).toEqual([good.split('/').at(-1)])
  expect(await backUpAgain(world)).toMatchObject({ stage: 'done', work: 'making' })
})

it('pages that a disk gives back empty are damage too, but for those that are free', async () => {
  const { world, good } = await openDamagedWorld()
  const last = pagesOf(world) - 1
  for (const page of [1, Math.floor(last / 2), last]) {
    const old = damage(world, page * pageBytes, Buffer.alloc(pageBytes))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await backUpAgain(world), String(page)).toEqual(refused)
    damage(world, page * pageBytes, old)
  }
  expect(readdirSync(world.drive)).toEqual([good.split('/').at(-1)])
})
