import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findSurplus, leftBehindForMs } from '../../../shared/backup/rotation.ts'
import { backupIdSchema } from '../../../shared/ids.ts'
import { listRestores } from '../access-log/access-repository.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { readHeaderOf } from '../vault/unlock-vault.ts'
import { syncFolder } from '../vault/vault-files.ts'
import { listBackupNames, readBackup, unfinishedName, type FoundBackup } from './backup-files.ts'
import {
  forgetBackup,
  insertBackup,
  insertEarlierBackup,
  listBackups,
  type StoredBackup,
} from './backup-repository.ts'
import { isSealed } from './label.ts'

interface Sources {
  readonly vault: OpenVault
  readonly vaultDir: string
  readonly folder: string
  readonly clock: Clock
  readonly random: Random
}

/**
 * Enters the backups of this vault that stand in the folder and are not on the list: another restored copy has made them, or
 * the console ended right after. Only those that the present record key has sealed: their names say that they were verified.
 * Only their dates tell in which order they were made: those that are later than all on the list were made after them, and
 * the others count as made before, so that what was known stays as it was.
 */
export function adoptBackups(sources: Sources): void {
  const { vault, folder, random } = sources
  const known = listBackups(vault.record)
  const names = new Set(known.flatMap((one) => (one.folder === folder ? [one.name] : [])))
  const latestMs = Math.max(...known.map(({ madeAtMs }) => madeAtMs))
  const found = findOwn(sources)
    .filter(({ name, found: { label } }) => !names.has(name) && isSealed(label, vault.recordFile.backupKey))
    .map(({ name, found: { label } }) => ({
      backupId: backupIdSchema.parse(random.uuid()),
      folder,
      name,
      madeAtMs: label.madeAtMs,
      bytes: label.files.record.bytes + label.files.header.bytes,
      verifiedAtMs: label.madeAtMs,
      drilledAtMs: null,
      facts: label.facts,
    }))
    .toSorted(newestFirst)
  const isLater = ({ madeAtMs }: Dated) => madeAtMs > latestMs
  for (const one of found.filter((each) => !isLater(each))) insertEarlierBackup(vault.record, one)
  for (const one of found.filter(isLater).toReversed()) insertBackup(vault.record, one)
}

/**
 * Takes the backups away that the rule does not keep: folders that bear our name and say that they are of this vault, and
 * nothing else. One that goes loses its name first, so that a crash leaves none that is half there.
 */
export function rotateBackups(sources: Sources): void {
  const { vault, folder, clock } = sources
  const listed = listBackups(vault.record).filter((one) => one.folder === folder)
  const own = findOwn(sources)
  const rotating = own
    .map(({ name, found }) => ({ name, madeAtMs: found.label.madeAtMs, place: placeOf(name, listed) }))
    .toSorted((one, other) => one.place - other.place || newestFirst(one, other))
    .map(({ name, madeAtMs, place }) => ({ name, madeAtMs, isVerified: place < listed.length }))
  const vaultIds = new Map(own.map(({ name, found }) => [name, found.label.vaultId]))
  const { wallMs, zone } = clock.read()
  const leftBehind = listRestores(vault.record, wallMs - leftBehindForMs)
  for (const name of findSurplus(rotating, zone, leftBehind)) {
    const leaving = join(folder, unfinishedName(name, vaultIds.get(name) ?? '', 'removing'))
    renameSync(join(folder, name), leaving)
    syncFolder(folder)
    forgetBackup(vault.record, folder, name)
    rmSync(leaving, { recursive: true, force: true })
  }
}

/** Where a backup stands on the list, which is last first; behind all of it where it is not on it. */
function placeOf(name: string, listed: readonly StoredBackup[]): number {
  const place = listed.findIndex((one) => one.name === name)
  return place === -1 ? listed.length : place
}

type Dated = Pick<StoredBackup, 'name' | 'madeAtMs'>

function newestFirst(one: Dated, other: Dated): number {
  return other.madeAtMs - one.madeAtMs || (one.name < other.name ? 1 : -1)
}

function findOwn({ vaultDir, folder }: Sources): { readonly name: string; readonly found: FoundBackup }[] {
  const header = readHeaderOf(vaultDir)
  if (!header.ok) return []
  const { vaultId } = header.value
  return listBackupNames(folder).flatMap((name) => {
    const found = readBackup(join(folder, name))
    return found.ok && found.value.label.vaultId === vaultId ? [{ name, found: found.value }] : []
  })
}
