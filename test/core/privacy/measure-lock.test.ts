import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { measureMemory } from '../../../src/main/core/privacy/measure-memory.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, valueOf, type World } from '../support/world.ts'

let reviewed: ReviewedWorld
let world: World

beforeEach(async () => {
  reviewed = await createReviewedWorld()
  ;({ world } = reviewed)
  await reviewed.unlock()
})
afterEach(() => world.close())

const lock = async () => definitely((await world.get('privacy.measure', {})).lock)

const lyingSchema = z.object({
  slots: z.array(z.object({ kind: z.string(), argon2id: z.object({ memoryKiB: z.int(), passes: z.int() }) })),
})

it('what is said of the lock is what stands in it: every way in, with the work of one guess', async () => {
  const text = readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8')
  const lying = lyingSchema.parse(JSON.parse(text)).slots.map(({ kind, argon2id }) => ({
    kind,
    guess: { memoryKiB: argon2id.memoryKiB, passes: argon2id.passes },
  }))
  expect(lying.map(({ kind }) => kind).toSorted()).toEqual(['passphrase', 'recovery', 'reviewer'])
  expect((await lock()).ways).toEqual(lying)
  const revoked = await world.ask('reviewer.revoke', {
    personId: reviewed.reviewerId,
    authorPassphrase: passphrase,
  })
  expect(revoked.ok).toBe(true)
  expect((await lock()).ways.map(({ kind }) => kind).toSorted()).toEqual(['passphrase', 'recovery'])
})

it('the pages are said to be of the published format, as far as some prove under it', async () => {
  const { pages } = await lock()
  expect(pages).toEqual({ cipher: 'AES-256-CBC', mac: 'HMAC-SHA-512' })
  const format = readFileSync(join(import.meta.dirname, '../../../docs/vault-format.md'), 'utf8')
  for (const name of Object.values(definitely(pages))) expect(format).toContain(name)
})

it('a folder that somebody chose for documents is counted apart, and what stands there', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  try {
    valueOf(await world.core.run('export.set-folder', { path: elsewhere }))
    const { sessionId } = reviewed.session
    const personId = reviewed.memberId
    await world.get('export.note-bundle', { sessionId, personId, consent: { kind: 'chart' } })
    const before = await world.get('privacy.measure', {})
    expect(before.exported.elsewhere).toEqual({ folderCount: 1, madeCount: 1, onDiskCount: 1 })
    expect(before.files.exports.fileCount).toBe(0)
    rmSync(elsewhere, { recursive: true })
    const after = await world.get('privacy.measure', {})
    expect(after.exported.elsewhere).toEqual({ folderCount: 1, madeCount: 1, onDiskCount: 0 })
  } finally {
    rmSync(elsewhere, { recursive: true, force: true })
  }
})

it.runIf(process.platform === 'linux')(
  'what becomes of the memory of a crash is what the system says of each process',
  async () => {
    const held = spawn('sh', ['-c', 'ulimit -S -c 0; echo up; cat'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const freed = spawn('sh', ['-c', 'ulimit -S -c 8; echo up; cat'], { stdio: ['pipe', 'pipe', 'inherit'] })
    await Promise.all([held, freed].map(({ stdout }) => once(stdout, 'data')))
    const pids = [held, freed].map(({ pid }) => definitely(pid))
    const isPiped = readFileSync('/proc/sys/kernel/core_pattern', 'utf8').startsWith('|')
    expect(measureMemory(pids.slice(0, 1)).dumps).toBe(isPiped ? 'handed-over' : 'none')
    expect(measureMemory(pids).dumps).toBe(isPiped ? 'handed-over' : 'written')
    expect(measureMemory(pids).swappedBytes).not.toBeNull()
    held.stdin.end()
    freed.stdin.end()
    await Promise.all([held, freed].map((child) => once(child, 'close')))
    // Of what has ended nothing is known, and that is no nought.
    expect(measureMemory(pids)).toEqual({ swappedBytes: null, dumps: isPiped ? 'handed-over' : null })
  },
)
