import { readFileSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { writeFileWhole } from '../write-file.ts'
import { writeHeader, type Header, type NewestHeader } from './header.ts'
import { StoreError } from './store-error.ts'
import { isUnchanged } from './unlock-vault.ts'
import { diskFailureOf } from './vault-failure.ts'
import { headerPath } from './vault-files.ts'

/** Why `vault.json` did not get another content, or may not have. */
export interface HeaderChangeFailure {
  readonly code: 'in-use' | 'change-unsettled' | 'disk-full' | 'not-writable'
}

/** Surrounds the moment at which a new header counts: what it throws before that keeps the old one. */
export type EnterHeader = (writeHeaderNow: () => void) => void

/**
 * Gives `vault.json` another content. Fails with `in-use` where somebody else has done so since it was read, with what the disk
 * did, and with `change-unsettled` where the disk failed after the moment that counts, so that either may be what lasts. Throws
 * what `entering` throws before the new one counts, and `StoreError` where somebody else was quicker after it had begun.
 */
export function replaceHeader(
  folder: string,
  oldHeader: Header,
  header: NewestHeader,
  entering: EnterHeader = (writeHeaderNow) => writeHeaderNow(),
): Result<null, HeaderChangeFailure> {
  if (!isUnchanged(folder, oldHeader)) return fail({ code: 'in-use' })
  const text = writeHeader(header)
  try {
    entering(() => {
      // What was begun is undone with it.
      if (!isUnchanged(folder, oldHeader)) throw new StoreError('record', 'in-use', null)
      writeFileWhole(headerPath(folder), text)
    })
    return succeed(null)
  } catch (error) {
    const code = diskFailureOf(error)
    const isAccountLost = error instanceof StoreError && !isStillOld(folder, text)
    if (code === null && !isAccountLost) throw error
    return fail({ code: code !== null && isStillOld(folder, text) ? code : 'change-unsettled' })
  }
}

/** Whether it is certain that a new header, of this text, did not get its name. */
export function isStillOld(folder: string, text: string): boolean {
  try {
    return readFileSync(headerPath(folder), 'utf8') !== text
  } catch {
    return false
  }
}
