import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Store } from '../../src/main/core/vault/store-error.ts'
import type { SessionEvent } from '../../src/shared/session/events.ts'
import { proposeRecoveryCode } from '../../src/shared/vault/recovery-code.ts'
import type { Author } from './drive.ts'

/** What the core's own code does with a vault in another process, apart from any console. */

export interface StockedVault {
  readonly folder: string
  readonly passphrase: string
  readonly recoveryCode: string
}

export interface ToldLogs {
  /** Every event of every session. */
  readonly events: readonly SessionEvent[]
  /** What does not follow from the one before. */
  readonly breaks: readonly object[]
}

/** The name of the group in a stocked vault. */
export const stockedGroup = 'Harbour evening'

/** Its members, all of whom have agreed to confidentiality. */
export const stockedMembers = ['Ana', 'Ben', 'Cal'] as const

const script = join(import.meta.dirname, 'vault-job.ts')

/**
 * Makes a vault in which its author stands and nothing else, where the console will look for it: much quicker than through the
 * first run, since it is locked as weakly as is allowed.
 */
export function foundVault(
  userDataDir: string,
  { name, credentials = '', clinic = '', passphrase }: Author,
): void {
  run('found', userDataDir, passphrase, newRecoveryCode(), name, credentials, clinic)
}

/** Makes a vault with one group where the console will look for it. */
export function stockVault(userDataDir: string): StockedVault {
  return JSON.parse(run('stock', userDataDir, 'copper meadow lantern tide', newRecoveryCode()))
}

/** Adds so many megabytes to a database of a locked vault. */
export function weighDown(
  userDataDir: string,
  { passphrase }: Pick<StockedVault, 'passphrase'>,
  megabytes: number,
  store: Store = 'record',
): void {
  run('weigh', userDataDir, passphrase, '', String(megabytes), store)
}

function newRecoveryCode(): string {
  return proposeRecoveryCode((count) => randomBytes(count))
}

/** What three sessions that are on file spent in their first two phases; see {@link leadSessions}. */
export const ledMinutes = [
  [6, 12],
  [7, 14],
  [8, 13],
] as const

/** Leads the sessions of {@link ledMinutes} in a stocked vault, long before. */
export function leadSessions(userDataDir: string, passphrase: string): void {
  run('lead', userDataDir, passphrase)
}

/** Takes an entry out of the log of every session of a vault that nobody has open. */
export function tearLogs(userDataDir: string, passphrase: string): void {
  run('tear', userDataDir, passphrase)
}

/** Reads the logs of a vault that nobody has open. */
export function readLogs(userDataDir: string, passphrase: string): ToldLogs {
  return JSON.parse(run('read-logs', userDataDir, passphrase))
}

/** Another program that holds the vault open until it is killed. */
export async function holdVault(userDataDir: string, passphrase: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, 'hold', userDataDir, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
