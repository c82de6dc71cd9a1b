import { basename, isAbsolute, join } from 'node:path'
import { isAhead, isBackupDue } from '../../../shared/backup/due.ts'
import type { BackupFailureCode, Backups, backupCalls } from '../../../shared/ipc/backup-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { isClockUnset } from '../clock-unset.ts'
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
import type { SeenFolder } from './lookout.ts'
import { makeBackup } from './make-backup.ts'
import { adoptBackups, rotateBackups } from './rotate.ts'
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
      'backups.drill': ({ backupId, authorPassphrase }) => {
        const backup = listBackups(record).find((one) => one.backupId === backupId)
        if (backup === undefined) return fail({ code: 'not-found' })
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
    beat: prepareSchedule(sources),
    end: () => bench.cancel(),
  }
}

/** Why no backup can be made into a folder that was looked at; null where one can. */
function awayAs(seen: SeenFolder | null): 'not-answering' | 'not-reachable' | null {
  if (seen === null) return 'not-answering'
  return seen.isUsable ? null : 'not-reachable'
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

type Seen = ReadonlyMap<string | null, SeenFolder | null>

async function lookAtAll({ lookout }: Bench, folders: ReadonlySet<string | null>): Promise<Seen> {
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
    insertBackup(vault.record, made.value)
    saveFailure(vault.record, null, clock.read().wallMs)
    onReachable(() => {
      adoptBackups({ ...sources, folder })
      rotateBackups({ ...sources, folder })
    })
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

/** A drive that is not there is looked for every minute; what failed otherwise is tried again after an hour. */
const patienceMs = { unreachable: 60_000, failed: 3_600_000 } as const

interface Looked {
  readonly folder: string
  /** When that was begun. */
  readonly monoMs: number
  away: ReturnType<typeof awayAs> | 'looking'
}

/** One beat has the folder looked at, and the next does what follows from that: no beat waits for a drive. */
function prepareSchedule(sources: Sources): () => void {
  const { vault, clock, bench } = sources
  // Of one folder: another that is chosen is not to wait for what was tried in this one.
  let waits: { readonly folder: string; readonly untilMs: number } | null = null
  let looked: Looked | null = null
  let awaited: string | null = null
  const begin = async (folder: string, monoMs: number) => {
    const begun: Looked = { folder, monoMs, away: 'looking' }
    looked = begun
    begun.away = awayAs(await bench.lookout.look(folder))
    if (begun.away === 'not-answering') await beginLate(folder)
  }
  // A drive that wakes for each look, and sleeps again until the next, would be found silent every time.
  const beginLate = async (folder: string) => {
    const answer = bench.lookout.lateAnswer(folder)
    if (answer === null || awaited === folder) return
    awaited = folder
    const away = awayAs(await answer)
    awaited = null
    looked = { folder, monoMs: clock.read().monoMs, away }
    waits = null
  }
  return () => {
    const { wallMs, monoMs, zone } = clock.read()
    if (bench.state().stage === 'running') return
    const { folder, schedule } = readRules(vault.record)
    if (waits !== null && waits.folder === folder && monoMs < waits.untilMs) return
    // It would be dated so, and taken for the oldest of all.
    if (isClockUnset(clock)) return
    // One that lies ahead says nothing of today: by it, one would be due at every look until its day has come.
    const newest = listBackups(vault.record).find(
      (one) => one.folder === folder && !isAhead(one.madeAtMs, wallMs, zone),
    )
    if (folder === null || !isBackupDue(schedule, newest?.madeAtMs ?? null, wallMs, zone)) {
      looked = null
      return
    }
    // What was seen before the computer slept says nothing of now.
    const isFresh = looked !== null && monoMs - looked.monoMs < patienceMs.unreachable
    if (looked?.folder !== folder || !isFresh) return void begin(folder, monoMs)
    const { away } = looked
    if (away === 'looking') return
    looked = null
    waits = { folder, untilMs: monoMs + (away === null ? patienceMs.failed : patienceMs.unreachable) }
    if (away === null) beginMaking(sources, folder)
    else saveFailure(vault.record, away, wallMs)
  }
}
