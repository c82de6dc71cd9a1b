import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { removeLeftovers } from '../vault/create-vault.ts'
import { isNothing, statOf, syncFolder } from '../vault/vault-files.ts'

/** Where a restored vault stands whole, from when it is until it takes its place. */
function restoredPath(vaultDir: string): string {
  return `${vaultDir}.restored`
}

/**
 * Puts a vault that was made beside another one in its place. What stood there is set aside under another name, which is
 * answered; null where nothing did. The moment that counts is when that is set aside: a crash before it leaves the old vault,
 * and `settleRestored` ends what a crash after it has left. Throws the file system's error, with the old vault in its place.
 */
export function placeRestored(
  making: string,
  vaultDir: string,
  stamp: string,
  word: 'replaced' | 'damaged' = 'replaced',
): string | null {
  const restored = restoredPath(vaultDir)
  const aside = isNothing(vaultDir) ? null : freeName(`${vaultDir}.${word}-${stamp}`)
  try {
    move(making, restored)
    if (aside === null) removeEmpty(vaultDir)
    else move(vaultDir, aside)
    move(restored, vaultDir)
  } catch (error) {
    putBack(vaultDir, aside)
    throw error
  }
  return aside === null ? null : basename(aside)
}

/** Ends, or takes back, a restore that was cut short. To be called before anything else looks at the vault. */
export function settleRestored(vaultDir: string): void {
  const restored = restoredPath(vaultDir)
  if (statOf(dirname(vaultDir)) === null) return
  if (statOf(restored) !== null) {
    if (isNothing(vaultDir)) {
      removeEmpty(vaultDir)
      move(restored, vaultDir)
    } else rmSync(restored, { recursive: true })
  }
  removeLeftovers(vaultDir)
}

function putBack(vaultDir: string, aside: string | null): void {
  const restored = restoredPath(vaultDir)
  const isInPlace = !existsSync(restored) && (aside === null || existsSync(aside))
  if (isInPlace && existsSync(vaultDir)) renameSync(vaultDir, restored)
  if (aside !== null && existsSync(aside)) move(aside, vaultDir)
  rmSync(restored, { recursive: true, force: true })
}

function move(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

// Windows lets nothing take the place of a folder, empty or not.
function removeEmpty(folder: string): void {
  if (statOf(folder) !== null) rmdirSync(folder)
}

function freeName(name: string): string {
  for (let count = 2, next = name; ; count += 1) {
    if (statOf(next) === null) return next
    next = `${name}-${count}`
  }
}
