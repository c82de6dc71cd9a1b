/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPrivateNotes } from '../../src/main/core/private/private-note-repository.ts'
import { listErasures } from '../../src/main/core/retention/retention-repository.ts'
import { findMember } from '../../src/main/core/roster/roster-repository.ts'
import { verifyAll } from '../../src/main/core/session/verify.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { createKeptWorld, rowsOf, type KeptWorld } from '../core/retention/kept-world.ts'
import { passphrase, valueOf } from '../core/support/world.ts'

let kept: KeptWorld
beforeAll(async () => {
  kept = await createKeptWorld()
  await kept.world.get('vault.lock', {})
})
afterAll(() => kept.world.close())

/** Erases in a process of its own; answers what it said, or nothing when it died. */
function eraseInChild(folder: string, fault: NodeJS.ProcessEnv = {}): string | null {
  const preload = join(import.meta.dirname, 'die-at-call.mjs')
  const script = join(import.meta.dirname, 'erase-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, folder, passphrase, kept.goneId],
    { env: { ...process.env, ...fault }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return status === 0 ? stdout : null
}

function copied(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  cpSync(kept.world.folder, folder, { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Whether the chart is gone: of both databases all of it, or nothing. */
async function lookAround(folder: string): Promise<boolean> {
  const vaultDir = join(folder, 'vault')
  const vault = valueOf(await unlockVault(vaultDir, { kind: 'passphrase', secret: passphrase }))
  const { record } = vault
  const isErased = listErasures(record).length === 1
  expect(findMember(record, kept.goneId) === undefined).toBe(isErased)
  expect(rowsOf(record, 'signed_note').includes(kept.goneId)).toBe(!isErased)
  expect(verifyAll(record).map(({ firstBreak }) => firstBreak)).toEqual(isErased ? [null] : [null, null])
  const isPrivateGone = readPrivateNotes(vault.private, kept.alone.sessionId).length === 0
  expect(readPrivateNotes(vault.private, kept.shared.sessionId)).toHaveLength(1)
  vault.close()
  expect(readdirSync(vaultDir).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  expect(isPrivateGone).toBe(isErased)
  // The file goes first, in the same moment.
  if (isErased) expect(existsSync(join(folder, 'exports', kept.file.fileName))).toBe(false)
  return isErased
}

// Each start derives keys several times: every third call a day, and the ones between on the next two.
const apart = 3
const first = 1 + (Math.floor(Date.now() / 86_400_000) % apart)

it('a console killed before any call while it erases leaves what the same act, done again, finishes', async () => {
  const outcomes: boolean[] = []
  for (let dieAt = first, said: string | null = null; said === null; dieAt += apart) {
    const { folder, remove } = copied()
    said = eraseInChild(folder, { DIES_AT: String(dieAt) })
    const isErased = await lookAround(folder)
    outcomes.push(isErased)
    if (!isErased && outcomes.length % 4 === 0) {
      expect(eraseInChild(folder)).toBe('erased')
      expect(await lookAround(folder)).toBe(true)
    }
    remove()
  }
  // First nothing is gone, from one moment on all of it is, and nothing goes back and forth.
  expect(outcomes.length).toBeGreaterThan(8)
  expect(outcomes[0]).toBe(false)
  expect(outcomes.at(-1)).toBe(true)
  expect(outcomes).toEqual(outcomes.toSorted((one, other) => Number(one) - Number(other)))
}, 900_000)
