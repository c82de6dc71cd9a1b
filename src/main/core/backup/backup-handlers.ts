import { basename, isAbsolute, join } from 'node:path'
import type { BackupFailureCode, Backups, backupCalls } from '../../../shared/ipc/backup-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { isWithin } from '../export/export-folder.ts'
import type { Handlers, SlowTaskHandlers } from '../handler.ts'
import { hasPrivateEverWritten } from '../private/private-note-repository.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { StoreError } from '../vault/store-error.ts'
import { diskFailureOf } from '../vault/vault-failure.ts'
import {
  insertBackup,
  listBackups,
  readRules,
  saveDrilled,
  saveFailure,
  saveFolder,
  saveSchedule,
  type StoredBackup,
} from './backup-repository.ts'
import { failureOf, type Bench, type Ended } from './bench.ts'
import { drillBackup } from './drill-backup.ts'
import { awayAs } from './lookout.ts'
import { makeBackup } from './make-backup.ts'
import { adoptBackups, rotateBackups } from './rotate.ts'
import { prepareSchedule } from './schedule.ts'
import { Cancelled, type Task } from './task.ts'

interface Sources {
  readonly vault: OpenVault
  readonly vaultDir: string
  readonly clock: Clock
  readonly random: Random
  readonly bench: Bench
  readonly onWrongSecret: (() => void) | undefined
}

type FreeCallName = 'backups.cancel' | 'backups.restore' | 'backups.choose-to-restore'
type BackupCallName = Exclude<keyof typeof backupCalls, FreeCallName | 'backups.choose-folder'>

/** Backups of an open vault: the calls of their page, and the one that is due. */
export interface OpenBackups {
  readonly calls: Handlers<BackupCallName>
  readonly tasks: SlowTaskHandlers<'backups.set-folder'>
  /** Begins the backup that is due, if its folder is there. To be called every few seconds. */
  beat(): void
  /** To be called before the vault closes. */
  end(): void
}

export function openBackups(sources: Sources): OpenBackups {
  const { vault, vaultDir, bench } = sources
  const { record } = vault
  return {
    calls: {
      'backups.read': async () => succeed(await describe(sources)),
      'backups.set-schedule': async ({ schedule }) => {
        saveSchedule(record, schedule)
        return succeed(await describe(sources))
      },
      'backups.make': async () => {
        const { folder } = readRules(record)
        if (folder === null) return fail({ code: 'no-folder' })
        const away = awayAs(await bench.lookout.look(folder))
        if (away !== null) return fail({ code: away })
        beginMaking(sources, folder)
        return succeed(bench.state())
      },
      'backups.drill': async ({ backupId, authorPassphrase }) => {
        const backup = listBackups(record).find((one) => one.backupId === backupId)
        if (backup === undefined) return fail({ code: 'not-found' })
        const seen = await bench.lookout.look(backup.folder)
        // One that lets nothing be written is good enough for this: it is only read.
        if (seen === null) return fail({ code: 'not-answering' })
        beginDrill(sources, backup, authorPassphrase)
        return succeed(bench.state())
      },
      'backups.private-ever-written': () => succeed(hasPrivateEverWritten(vault.private)),
    },
    tasks: {
      // The dialog has looked into it, and yet its drive may hang by now: nobody else is to wait for that.
      'backups.set-folder': async ({ path }) => {
        if (!isAbsolute(path)) return fail({ code: 'folder-unfit' })
        const seen = await bench.lookout.look(path)
        if (seen === null) return fail({ code: 'not-answering' })
        if (!seen.isUsable || isWithin(path, vaultDir)) return fail({ code: 'folder-unfit' })
        saveFolder(record, path)
        onReachable(() => adoptBackups({ ...sources, folder: path }))
        return succeed(await describe(sources))
      },
    },
    beat: prepareSchedule({ ...sources, begin: (folder) => beginMaking(sources, folder) }),
    end: () => bench.cancel(),
  }
}

async function describe({ vault: { record }, bench }: Sources): Promise<Backups> {
  const { folder, schedule, failure, failedSinceMs } = readRules(record)
  const stored = listBackups(record)
  const seen = await lookAtAll(bench, new Set([folder, ...stored.map((one) => one.folder)]))
  return {
    folderName: folder === null ? null : basename(folder),
    isReachable: seen.get(folder)?.isUsable === true,
    isSilent: folder !== null && seen.get(folder) === null,
    schedule,
    lastFailure:
      failure === null || failedSinceMs === null ? null : { code: failure, sinceMs: failedSinceMs },
    state: bench.state(),
    backups: stored.map(({ folder: place, ...backup }) => ({
      ...backup,
      folderName: basename(place),
      isThere: seen.get(place)?.folderNames.has(backup.name) === true,
      isInChosenFolder: place === folder,
    })),
  }
}

async function lookAtAll({ lookout }: Bench, folders: ReadonlySet<string | null>) {
  const looked = [...folders].map(
    async (folder) => [folder, folder === null ? null : await lookout.look(folder)] as const,
  )
  return new Map(await Promise.all(looked))
}

function beginMaking(sources: Sources, folder: string): void {
  const { vault, bench } = sources
  void bench.run(
    'making',
    () => !vault.isOpen(),
    (task) => make(sources, folder, task),
  )
}

async function make(sources: Sources, folder: string, task: Task): Promise<Ended> {
  const { vault, clock } = sources
  try {
    const made = await makeBackup({ ...sources, folder, task })
    if (!made.ok) return noteFailure(sources, made.error.code)
    // Locked in this very moment: the next rotation finds it in its folder.
    if (!vault.isOpen()) return { backupId: null, found: null }
    onReachable(() => adoptBackups({ ...sources, folder }))
    // After those that were found beside it: it is the last one, whatever the clock says.
    insertBackup(vault.record, made.value)
    saveFailure(vault.record, null, clock.read().wallMs)
    onReachable(() => rotateBackups({ ...sources, folder }))
    return { backupId: made.value.backupId, found: null }
  } catch (error) {
    if (error instanceof Cancelled) throw error
    const code = failureOf(error)
    return noteFailure(sources, awayAs(await sources.bench.lookout.look(folder)) ?? code)
  }
}

function noteFailure({ vault, clock }: Sources, code: BackupFailureCode): Ended {
  if (vault.isOpen()) saveFailure(vault.record, code, clock.read().wallMs)
  return { code }
}

/** Rotating is no part of the backup that was made: a drive that does not let go of an old one is asked again the next time. */
function onReachable(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (error instanceof StoreError || diskFailureOf(error) === null) throw error
  }
}

function beginDrill(sources: Sources, backup: StoredBackup, authorPassphrase: string): void {
  const { vault, vaultDir, clock, bench, onWrongSecret } = sources
  const secret = { kind: 'passphrase', secret: authorPassphrase } as const
  void bench.run(
    'drilling',
    () => !vault.isOpen(),
    async (task): Promise<Ended> => {
      const found = await drillBackup({ vaultDir, backupDir: join(backup.folder, backup.name), secret, task })
      if (!found.ok) {
        if (found.error.code === 'wrong-secret') onWrongSecret?.()
        return found.error
      }
      task.check()
      if (found.value.brokenCount === 0) saveDrilled(vault.record, backup.backupId, clock.read().wallMs)
      return { backupId: backup.backupId, found: found.value }
    },
  )
}
