import { isBackupDue, lastUntilNow } from '../../../shared/backup/due.ts'
import type { BackupId } from '../../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import { isClockUnset } from '../clock-unset.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { listBackups, readRules, saveFailure, type StoredBackup } from './backup-repository.ts'
import type { Bench } from './bench.ts'
import { awayAs, type SeenFolder } from './lookout.ts'

interface Sources {
  readonly vault: OpenVault
  readonly clock: Clock
  readonly bench: Bench
  /** Begins a backup into the folder. */
  readonly begin: (folder: string) => void
}

/** A drive that is not there is looked for every minute; what failed otherwise is tried again after an hour. */
const patienceMs = { unreachable: 60_000, failed: 3_600_000 } as const
/** For how long a look tells whether a backup can begin, and whether those that were made are there still. */
const goodForMs = { beginning: 60_000, counting: 3_600_000 } as const

interface Looked {
  readonly folder: string
  /** When that was begun. */
  readonly monoMs: number
  /** Null while it is being looked at. */
  found: Found | null
}

interface Found {
  readonly away: ReturnType<typeof awayAs>
  /** Those that were on the list when the look was begun, and are not in their folder. */
  readonly gone: ReadonlySet<BackupId>
}

/**
 * Begins the backup that is due. One beat has the folder looked at, and the next does what follows from that: no beat waits for
 * a drive. A backup that is gone from its folder keeps none from being made: the drive was emptied, or another is in its place.
 */
export function prepareSchedule(sources: Sources): () => void {
  const { vault, clock, bench, begin } = sources
  // Of one folder: another that is chosen is not to wait for what was tried in this one.
  let waits: { readonly folder: string; readonly untilMs: number } | null = null
  const sight = createSight(sources, () => {
    waits = null
  })
  return () => {
    const { wallMs, monoMs, zone } = clock.read()
    if (bench.state().stage === 'running') return
    const { folder, schedule } = readRules(vault.record)
    if (waits !== null && waits.folder === folder && monoMs < waits.untilMs) return
    // It would bear a day that nobody lived.
    if (isClockUnset(clock)) return
    if (folder === null || schedule === 'off') return sight.forget()
    const made = listBackups(vault.record).filter((one) => one.folder === folder)
    const looked = sight.of(folder, goodForMs.counting)
    if (looked === null) return sight.look(folder, made)
    if (looked.found === null) return
    const { away, gone } = looked.found
    const there = made.filter(({ backupId }) => !gone.has(backupId))
    // One that lies ahead says nothing of today: by it, one would be due at every look until its day has come.
    const last = lastUntilNow(there, wallMs, zone)
    if (!isBackupDue(schedule, last?.madeAtMs ?? null, wallMs, zone)) return
    // What was seen before the computer slept says nothing of now.
    if (sight.of(folder, goodForMs.beginning) === null) return sight.look(folder, made)
    sight.forget()
    waits = { folder, untilMs: monoMs + (away === null ? patienceMs.failed : patienceMs.unreachable) }
    if (away === null) begin(folder)
    else saveFailure(vault.record, away, wallMs)
  }
}

/** What was seen last of a folder that backups go to. `onLate` hears of what a drive answered at last. */
function createSight({ clock, bench: { lookout } }: Sources, onLate: () => void) {
  let looked: Looked | null = null
  let awaited: string | null = null
  const look = async (folder: string, made: readonly StoredBackup[]) => {
    const begun: Looked = { folder, monoMs: clock.read().monoMs, found: null }
    looked = begun
    const seen = await lookout.look(folder)
    begun.found = findOf(made, seen)
    if (seen === null) await lookLate(folder, made)
  }
  // A drive that wakes for each look, and sleeps again until the next, would be found silent every time.
  const lookLate = async (folder: string, made: readonly StoredBackup[]) => {
    const answer = lookout.lateAnswer(folder)
    if (answer === null || awaited === folder) return
    awaited = folder
    const found = findOf(made, await answer)
    awaited = null
    looked = { folder, monoMs: clock.read().monoMs, found }
    onLate()
  }
  return {
    /** Begins to look at it, and for those that were made into it. */
    look: (folder: string, made: readonly StoredBackup[]) => void look(folder, made),
    /** The look that was begun less than so many milliseconds ago; null where there is none. */
    of: (folder: string, withinMs: number): Looked | null =>
      looked?.folder === folder && clock.read().monoMs - looked.monoMs < withinMs ? looked : null,
    forget() {
      looked = null
    },
  }
}

function findOf(made: readonly StoredBackup[], seen: SeenFolder | null): Found {
  const isSeen = seen !== null && seen.isUsable
  const gone = isSeen ? made.filter(({ name }) => !seen.folderNames.has(name)) : []
  return { away: awayAs(seen), gone: new Set(gone.map(({ backupId }) => backupId)) }
}
