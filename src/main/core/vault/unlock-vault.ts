import { readFileSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { BrokenLog } from './connect.ts'
import { isAuthentic, readHeader, writeHeader, type Header, type HeaderFailureCode } from './header.ts'
import type { ComputerSecret } from './computer-slot.ts'
import { forgetKeys, unwrapKeys, type AuthorKeys, type Secret } from './key-slots.ts'
import { openWithKeys, type OpenVault } from './open-vault.ts'
import { areReviewersLetIn } from './reviewer-slots.ts'
import { settleDatabase } from './settle-database.ts'
import { diskFailureOf, onDisk, type VaultFailure } from './vault-failure.ts'
import { closeToOthers, folderMode, fileMode, headerPath, isNothing, statOf } from './vault-files.ts'

// A header of eight slots is under 8 KiB; what is far larger is no header, and is not read into memory.
const maxHeaderBytes = 65_536

/** Why it is not known what `vault.json` says. */
export type HeaderReadFailureCode = HeaderFailureCode | 'missing-header' | 'linked-vault' | 'not-writable'

/** Whether a vault stands in this place, whole or damaged. Where nobody can look, one may: unlocking tells what is wrong. */
export function vaultExists(folder: string): boolean {
  try {
    return !isNothing(folder)
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
    return true
  }
}

/**
 * Opens the vault of a folder with the author's passphrase, the recovery code or their computer's key, and migrates it. Takes
 * half a second or more, but by the computer's key. Failures, in the order in which they are found: `no-vault`,
 * `missing-header`, `damaged-header`, `newer-version`, `weakened`, `wrong-secret`, `missing-…`, `damaged-…`, `in-use`, and
 * those of the disk. Nothing is changed by a failure. With `set-aside`, a write-ahead log that is damaged before its end is no
 * failure.
 */
export async function unlockVault(
  folder: string,
  secret: Secret | ComputerSecret,
  brokenLog?: BrokenLog,
): Promise<Result<OpenVault, VaultFailure>> {
  return onDisk<OpenVault, VaultFailure>(async () =>
    isNothing(folder) ? fail({ code: 'no-vault' }) : unlock(folder, secret, brokenLog),
  )
}

/**
 * Whether a secret of the author's opens this vault, without opening it. Takes as long as unlocking. False also when the header
 * cannot be read: then nothing can be proved.
 */
export async function checkSecret(folder: string, secret: Secret): Promise<boolean> {
  const checked = await withKeys(folder, secret, () => succeed(null))
  return checked.ok
}

async function unlock(
  folder: string,
  secret: Secret | ComputerSecret,
  brokenLog: BrokenLog | undefined,
): Promise<Result<OpenVault, VaultFailure>> {
  return withKeys(folder, secret, (keys) => {
    closeToOthers(folder, folderMode)
    closeToOthers(headerPath(folder), fileMode)
    settleDatabase(folder, 'record', keys.record)
    settleDatabase(folder, 'private', keys.private)
    return openWithKeys(folder, keys, 'kept', brokenLog)
  })
}

/** Lets `work` have the keys of a vault, which are forgotten when it returns. Fails like `unlockVault` until then. */
export async function withKeys<Value, Reason>(
  folder: string,
  secret: Secret | ComputerSecret,
  work: (keys: AuthorKeys, header: Header) => Result<Value, Reason> | Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | VaultFailure>> {
  const header = readHeaderOf(folder)
  if (!header.ok) return header
  const keys = await unwrapKeys(header.value, secret)
  if (!keys.ok) return keys
  try {
    if (!isOurs(header.value, keys.value)) return fail({ code: 'damaged-header' })
    return await work(keys.value, header.value)
  } finally {
    forgetKeys(keys.value)
  }
}

/** Whether a header that gave these keys is one that the author has written. */
export function isOurs(header: Header, keys: AuthorKeys): boolean {
  return isAuthentic(header, keys.record) && areReviewersLetIn(header, keys.root)
}

/** What `vault.json` says. Fails like `readHeader`, with `missing-header`, `linked-vault`, and `not-writable` where nobody can look. */
export function readHeaderOf(folder: string): Result<Header, { readonly code: HeaderReadFailureCode }> {
  try {
    if (statOf(folder)?.isSymbolicLink() === true) return fail({ code: 'linked-vault' })
    const text = readHeaderText(folder)
    if (text !== null) return readHeader(text)
    return isHeaderMissing(folder) ? fail({ code: 'missing-header' }) : fail({ code: 'damaged-header' })
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
    return fail({ code: 'not-writable' })
  }
}

/**
 * Whether `vault.json` still says what it said. Between reading it and writing another one a secret is derived, and a key that
 * was changed in that time must not come back.
 */
export function isUnchanged(folder: string, header: Header): boolean {
  return readHeaderText(folder) === writeHeader(header)
}

function isHeaderMissing(folder: string): boolean {
  return statOf(folder)?.isDirectory() === true && statOf(headerPath(folder)) === null
}

// A link is not followed: the vault is a folder of plain files, as it was made.
function readHeaderText(folder: string): string | null {
  if (statOf(folder)?.isDirectory() !== true) return null
  const stat = statOf(headerPath(folder))
  if (stat === null || !stat.isFile() || stat.size > maxHeaderBytes) return null
  return readFileSync(headerPath(folder), 'utf8')
}
