import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupFailureCode } from '../../../shared/ipc/backup-calls.ts'
import { isoLocalTime } from '../../../shared/iso-time.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { sha256 } from '../effects.ts'
import type { Header } from '../vault/header.ts'
import { readHeaderOf, type HeaderReadFailureCode } from '../vault/unlock-vault.ts'
import { diskFailureOf } from '../vault/vault-failure.ts'
import { databasePath, headerPath, statOf } from '../vault/vault-files.ts'
import { readLabel, type Label } from './label.ts'

const prefix = 'circlekeeper-backup-'
const namePattern = /^circlekeeper-backup-\d{4}-\d{2}-\d{2}-\d{4}(?:-\d{1,3})?$/u
// A label is under a kilobyte.
const maxLabelBytes = 65_536

export function labelPath(folder: string): string {
  return join(folder, 'backup.json')
}

/** The names of the folders that are called as backups are. */
export function listBackupNames(folder: string): string[] {
  return readdirSync(folder).filter((name) => namePattern.test(name))
}

/** A name that no backup in this folder has yet: the minute, as the clocks of `zone` show it. */
export function newBackupName(folder: string, madeAtMs: number, zone: string): string {
  const [day = '', time = ''] = isoLocalTime(madeAtMs, zone).split('T')
  const name = `${prefix}${day}-${time.slice(0, 5).replace(':', '')}`
  const taken = new Set(readdirSync(folder))
  for (let count = 2, next = name; ; count += 1) {
    if (!taken.has(next)) return next
    next = `${name}-${count}`
  }
}

/** What a backup is called until it is whole, and while it is taken away. Another vault's on the same drive is let alone. */
export function unfinishedName(name: string, vaultId: string, what: 'making' | 'removing'): string {
  return `${name}.${what}-${vaultId.slice(0, 8)}`
}

/** Takes away what a crash has left of making or removing a backup of this vault. */
export function removeUnfinished(folder: string, vaultId: string): void {
  for (const left of readdirSync(folder)) {
    const name = left.split('.')[0] ?? ''
    const ours = (['making', 'removing'] as const).map((what) => unfinishedName(name, vaultId, what))
    if (namePattern.test(name) && ours.includes(left))
      rmSync(join(folder, left), { recursive: true, force: true })
  }
}

/** A backup as far as it can be read without a secret. */
export interface FoundBackup {
  readonly folder: string
  readonly label: Label
  readonly header: Header
}

type Unfit = Extract<
  BackupFailureCode,
  | 'not-reachable'
  | 'not-a-backup'
  | 'linked-backup'
  | 'cut-backup'
  | 'damaged-backup'
  | 'newer-version'
  | 'weakened'
>

/** Looks at the folder of a backup: whether its parts are there, as long as they were, and its label and header whole. */
export function readBackup(folder: string): Result<FoundBackup, { readonly code: Unfit }> {
  try {
    const unfit = findUnfitPart(folder)
    return unfit === null ? readParts(folder) : fail({ code: unfit })
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
    return fail({ code: 'not-reachable' })
  }
}

// Before anything is opened: a link would lead elsewhere, and what is neither file nor link may never end.
function findUnfitPart(folder: string): Unfit | null {
  const place = statOf(folder)
  if (place === null) return 'not-reachable'
  if (place.isSymbolicLink()) return 'linked-backup'
  if (!place.isDirectory()) return 'not-a-backup'
  const parts = [labelPath(folder), headerPath(folder), databasePath(folder, 'record')].map(statOf)
  if (parts[0] === null && parts.includes(null)) return 'not-a-backup'
  if (parts.some((part) => part?.isSymbolicLink() === true)) return 'linked-backup'
  if (parts.includes(null)) return 'cut-backup'
  const isPlain = parts.every((part) => part?.isFile() === true)
  return isPlain && (parts[0]?.size ?? 0) <= maxLabelBytes ? null : 'damaged-backup'
}

function readParts(folder: string): Result<FoundBackup, { readonly code: Unfit }> {
  const label = readLabel(readFileSync(labelPath(folder), 'utf8'))
  if (!label.ok) return label
  const { files, vaultId } = label.value
  const isCut =
    statOf(headerPath(folder))?.size !== files.header.bytes ||
    statOf(databasePath(folder, 'record'))?.size !== files.record.bytes
  if (isCut) return fail({ code: 'cut-backup' })
  const header = readHeaderOf(folder)
  if (!header.ok) return fail({ code: unfitAs(header.error.code) })
  const digest = Buffer.from(sha256(readFileSync(headerPath(folder)))).toString('hex')
  if (digest !== files.header.sha256 || header.value.vaultId !== vaultId)
    return fail({ code: 'damaged-backup' })
  return succeed({ folder, label: label.value, header: header.value })
}

function unfitAs(code: HeaderReadFailureCode): Unfit {
  if (code === 'damaged-header' || code === 'missing-header' || code === 'linked-vault')
    return 'damaged-backup'
  return code === 'not-writable' ? 'not-reachable' : code
}
