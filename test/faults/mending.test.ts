/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settleRestored } from '../../src/main/core/backup/place-restored.ts'
import { listMembers } from '../../src/main/core/roster/roster-repository.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { spoilPages } from '../core/mend/mend-world.ts'
import { createOpenWorld, passphrase, prepareSession, valueOf, type World } from '../core/support/world.ts'

let world: World
beforeAll(async () => {
  world = await createOpenWorld()
  await prepareSession(world)
  await world.get('vault.lock', {})
  spoilPages(world.paths.vaultDir, 'record.db', [1])
})
afterAll(() => world.close())

it.each(['DIES_AT', 'IS_FULL_AT'])(
  'whatever call it ends in, the damaged vault is as it was, or what could be read has its place: %s',
  async (fault) => {
    const before = readFileSync(join(world.paths.vaultDir, 'record.db'))
    const ends: string[] = []
    for (let at = 1, said: string | null = null; said !== 'done'; at += 1) {
      const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
      cpSync(world.folder, home, { recursive: true })
      said = workInChild(join(home, 'vault'), { [fault]: String(at) })
      settleRestored(join(home, 'vault'))
      const aside = readdirSync(home).find((name) => name.startsWith('vault.damaged-'))
      const damaged = readFileSync(join(home, aside ?? 'vault', 'record.db'))
      expect(damaged.equals(before), `${fault} ${at}`).toBe(true)
      if (aside !== undefined) {
        const vault = valueOf(
          await unlockVault(join(home, 'vault'), { kind: 'passphrase', secret: passphrase }),
        )
        expect(listMembers(vault.record)).toHaveLength(3)
        vault.close()
      }
      expect(readdirSync(home).filter((name) => /making|\.restored$/u.test(name))).toEqual([])
      ends.push(aside === undefined ? 'old' : 'new')
      rmSync(home, { recursive: true })
    }
    expect([ends[0], ends.at(-1)]).toEqual(['old', 'new'])
    expect(ends.length).toBeGreaterThan(15)
  },
  900_000,
)

/** What it said, or null when it died. */
function workInChild(vaultDir: string, fault: NodeJS.ProcessEnv): string | null {
  const preload = join(import.meta.dirname, 'die-in-backup.mjs')
  const script = join(import.meta.dirname, 'mend-in-child.ts')
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--import', preload, script, vaultDir, passphrase],
    { env: { ...process.env, ...fault }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  expect(status === 0 || signal === 'SIGKILL').toBe(true)
  return status === 0 ? stdout : null
}
