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
import { forgetBackup, insertBackup, listBackups } from './backup-repository.ts'
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
 */
export function adoptBackups(sources: Sources): void {
  const { vault, folder, random } = sources
  const known = new Set(listBackups(vault.record).flatMap((one) => (one.folder === folder ? [one.name] : [])))
  for (const { name, found } of findOwn(sources)) {
    const { label } = found
    if (known.has(name) || !isSealed(label, vault.recordFile.backupKey)) continue
    const { madeAtMs, files, facts } = label
    insertBackup(vault.record, {
      backupId: backupIdSchema.parse(random.uuid()),
      folder,
      name,
      madeAtMs,
      bytes: files.record.bytes + files.header.bytes,
      verifiedAtMs: madeAtMs,
      drilledAtMs: null,
      facts,
    })
  }
}

/**
 * Takes the backups away that the rule does not keep: folders that bear our name and say that they are of this vault, and
 * nothing else. One that goes loses its name first, so that a crash leaves none that is half there.
 */
export function rotateBackups(sources: Sources): void {
  const { vault, folder, clock } = sources
  const verified = new Set(
    listBackups(vault.record).flatMap((one) => (one.folder === folder ? [one.name] : [])),
  )
  const own = findOwn(sources)
  const rotating = own.map(({ name, found }) => ({
    name,
    madeAtMs: found.label.madeAtMs,
    isVerified: verified.has(name),
  }))
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

function findOwn({ vaultDir, folder }: Sources): { readonly name: string; readonly found: FoundBackup }[] {
  const header = readHeaderOf(vaultDir)
  if (!header.ok) return []
  const { vaultId } = header.value
  return listBackupNames(folder).flatMap((name) => {
    const found = readBackup(join(folder, name))
    return found.ok && found.value.label.vaultId === vaultId ? [{ name, found: found.value }] : []
  })
}
