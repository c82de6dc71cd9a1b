import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { privateMigrations } from '../../src/main/core/vault/migrations/private-migrations.ts'
import { recordMigrations } from '../../src/main/core/vault/migrations/record-migrations.ts'
import { chooseStrength } from '../../src/main/core/vault/slot-strength.ts'
import { projectionVersion } from '../../src/main/core/session/projection-repository.ts'
import { growVault, sessionsPerYear } from '../grow/grow-vault.ts'
import { yearsOf, type Age } from './ages.ts'
import { say } from './lines.ts'
import { passphrase, valueOf } from './long-session.ts'

const seed = 1
const grower = join(import.meta.dirname, '../grow')

/**
 * A folder with a vault of this age, kept from the last run: growing twenty years takes minutes. Another schema, another
 * fold or another grower has a vault of its own.
 */
export async function keptVault(age: Age): Promise<string> {
  const userDataDir = join(tmpdir(), 'circlekeeper-grown', `${age}-${fingerprint()}`)
  if (existsSync(join(userDataDir, 'vault'))) return userDataDir
  mkdirSync(userDataDir, { recursive: true, mode: 0o700 })
  say(`growing a vault of ${age}, once`)
  const grown = await growVault({
    vaultDir: join(userDataDir, 'vault'),
    passphrase,
    strength: await chooseStrength(() => performance.now()),
    sessionCount: yearsOf[age] * sessionsPerYear,
    seed,
    endsAtMs: Date.now(),
  })
  const { sessionCount, eventCount } = valueOf(grown)
  say(`${sessionCount} sessions, ${eventCount} events`)
  return userDataDir
}

function fingerprint(): string {
  const hash = createHash('sha256').update(String(projectionVersion))
  for (const { script } of [...recordMigrations, ...privateMigrations]) hash.update(script)
  for (const name of readdirSync(grower).toSorted()) hash.update(readFileSync(join(grower, name)))
  return hash.digest('hex').slice(0, 12)
}
