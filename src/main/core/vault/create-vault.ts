import { randomBytes as systemRandomBytes, randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { satisfiesPassphraseRule } from '../../../shared/vault/passphrase-rule.ts'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import { hangKeys } from './hang-keys.ts'
import { writeHeader } from './header.ts'
import { forgetKeys, makeSlot, type AuthorKeys, type RandomBytes, type VaultKeys } from './key-slots.ts'
import { openWithKeys, type OpenVault } from './open-vault.ts'
import { keyBytes, type Strength } from './slot-key.ts'
import { diskFailureOf, errorCode, type VaultFailure } from './vault-failure.ts'
import {
  databasePath,
  fileMode,
  folderMode,
  headerPath,
  isNothing,
  syncFolder,
  writeNewFile,
} from './vault-files.ts'

/** What a new vault is made of. */
export interface NewVault {
  readonly passphrase: string
  readonly recoveryCode: string
  /** Of both slots: each alone opens the vault. */
  readonly strength: Strength
  /** Writes the first rows. They are there as soon as the vault is, or neither. */
  readonly fill: (vault: OpenVault) => void
  readonly randomBytes?: RandomBytes
}

/**
 * Creates a vault in a folder that does not exist yet, and opens it. It is made beside its place and moved there whole,
 * so no crash leaves half of one. Failures: `vault-exists`, `weak-passphrase`, `bad-input` (the recovery code is none)
 * and those of the disk.
 */
export async function createVault(folder: string, vault: NewVault): Promise<Result<OpenVault, VaultFailure>> {
  if (!satisfiesPassphraseRule(vault.passphrase)) return fail({ code: 'weak-passphrase' })
  if (parseRecoveryCode(vault.recoveryCode) === null) {
    return fail({ code: 'bad-input', fields: [{ path: 'recoveryCode', rule: 'not-a-code' }] })
  }
  const randomBytes = vault.randomBytes ?? systemRandomBytes
  const draw = () => randomBytes(keyBytes)
  const keys: AuthorKeys = { record: draw(), private: draw(), root: draw() }
  try {
    if (!isNothing(folder)) return fail({ code: 'vault-exists' })
    return await createWithKeys(folder, vault, keys, randomBytes)
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  } finally {
    forgetKeys(keys)
  }
}

async function createWithKeys(
  folder: string,
  vault: NewVault,
  keys: AuthorKeys,
  randomBytes: RandomBytes,
): Promise<Result<OpenVault, VaultFailure>> {
  mkdirSync(dirname(folder), { recursive: true, mode: folderMode })
  removeLeftovers(folder)
  const making = `${folder}.making-${randomUUID()}`
  mkdirSync(making, { mode: folderMode })
  try {
    const filled = fillDatabases(making, keys, vault.fill)
    if (!filled.ok) return filled
    writeNewFile(headerPath(making), writeHeader(await headerFor(vault, keys, randomBytes)))
    syncFolder(making)
    if (!moveInto(making, folder)) return fail({ code: 'vault-exists' })
    syncFolder(dirname(folder))
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return openWithKeys(folder, keys, 'kept')
}

// Closed again before the move: an open file keeps its folder from being moved on Windows.
function fillDatabases(folder: string, keys: VaultKeys, fill: NewVault['fill']): Result<null, VaultFailure> {
  // SQLite would make the files readable to others, and gives its write-ahead log the rights of the database.
  for (const store of ['record', 'private'] as const) {
    closeSync(openSync(databasePath(folder, store), 'wx', fileMode))
  }
  const opened = openWithKeys(folder, keys, 'fresh')
  if (!opened.ok) return opened
  try {
    fill(opened.value)
  } finally {
    opened.value.close()
  }
  return succeed(null)
}

async function headerFor(vault: NewVault, keys: AuthorKeys, randomBytes: RandomBytes) {
  const vaultId = randomUUID()
  const slotFor = (kind: 'passphrase' | 'recovery', secret: string) =>
    makeSlot(vaultId, randomUUID(), { kind, secret }, vault.strength, keys.root, randomBytes)
  const passphraseSlot = await slotFor('passphrase', vault.passphrase)
  const recoverySlot = await slotFor('recovery', vault.recoveryCode)
  return hangKeys(vaultId, [passphraseSlot, recoverySlot], keys, randomBytes)
}

// A rename takes the place of an empty folder, and of nothing else.
function moveInto(making: string, folder: string): boolean {
  try {
    renameSync(making, folder)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].some((code) => code === errorCode(error))) return false
    throw error
  }
}

/** What a crash in the middle of an earlier creation left. Nothing in it was ever used. */
export function removeLeftovers(folder: string): void {
  const parent = dirname(folder)
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(folder)}.making-`)) rmSync(join(parent, name), { recursive: true })
  }
}
