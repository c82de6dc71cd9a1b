/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unfinishedPathOf } from '../../src/main/core/write-file.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { headerPath } from '../../src/main/core/vault/vault-files.ts'
import { makeVault, passphrase, recoveryCode, type MadeVault } from '../core/vault/temporary-vault.ts'

const newPassphrase = 'gravel window thirteen otters'

let made: MadeVault
beforeAll(async () => {
  made = await makeVault()
})
afterAll(() => made.remove())

/** Changes the passphrase in a process of its own; answers what it said, or null when it died. */
function changeInChild(folder: string, fault: NodeJS.ProcessEnv): string | null {
  const preload = join(import.meta.dirname, 'die-at-call.mjs')
  const script = join(import.meta.dirname, 'change-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, folder, passphrase, newPassphrase],
    { env: { ...process.env, ...fault }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return status === 0 ? stdout : null
}

async function opens(folder: string, kind: 'passphrase' | 'recovery', secret: string): Promise<boolean> {
  const vault = await unlockVault(folder, { kind, secret })
  if (vault.ok) vault.value.close()
  else expect(vault.error.code).toBe('wrong-secret')
  return vault.ok
}

/** Whether the passphrase is changed: one of the two opens the vault, never both and never neither. */
async function isChanged(folder: string): Promise<boolean> {
  const opensNow = await opens(folder, 'passphrase', newPassphrase)
  expect(await opens(folder, 'passphrase', passphrase)).toBe(!opensNow)
  expect(await opens(folder, 'recovery', recoveryCode)).toBe(true)
  return opensNow
}

/** Does it with one fault after the other, until there is none left to meet. */
async function withEvery(
  fault: 'DIES_AT' | 'IS_FULL_AT',
  look: (folder: string, said: string | null) => Promise<boolean>,
): Promise<boolean[]> {
  const outcomes: boolean[] = []
  for (let at = 1, said: string | null = null; said !== 'changed'; at += 1) {
    const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
    const folder = join(home, 'vault')
    cpSync(made.folder, folder, { recursive: true })
    said = changeInChild(folder, { [fault]: String(at) })
    outcomes.push(await look(folder, said))
    rmSync(home, { recursive: true })
  }
  // Until some moment nothing is changed, and from then on it is.
  expect(outcomes.length).toBeGreaterThan(6)
  expect(outcomes[0]).toBe(false)
  expect(outcomes.at(-1)).toBe(true)
  expect(outcomes).toEqual(outcomes.toSorted((one, other) => Number(one) - Number(other)))
  return outcomes
}

it('a console killed before any call while it changes the passphrase leaves the old one or the new one', async () => {
  await withEvery('DIES_AT', async (folder, said) => {
    const hasChanged = await isChanged(folder)
    if (said !== null) expect(hasChanged).toBe(true)
    // What a crash left half written is written over by the next change.
    expect(changeInChild(folder, {})).toBe(hasChanged ? 'wrong-secret' : 'changed')
    expect(await opens(folder, 'passphrase', newPassphrase)).toBe(true)
    return hasChanged
  })
}, 600_000)

it('a disk that is full in any call leaves the old passphrase, or says that either may last', async () => {
  const told = new Set<string | null>()
  await withEvery('IS_FULL_AT', async (folder, said) => {
    told.add(said)
    const hasChanged = await isChanged(folder)
    expect(hasChanged).toBe(said !== 'disk-full')
    expect(readdirSync(folder).map((name) => join(folder, name))).not.toContain(
      unfinishedPathOf(headerPath(folder)),
    )
    return hasChanged
  })
  expect(told).toEqual(new Set(['disk-full', 'change-unsettled', 'changed']))
}, 600_000)
