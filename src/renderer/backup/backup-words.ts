import { everyDays, isAhead, isBackupDue, lastUntilNow } from '../../shared/backup/due.ts'
import { counted } from '../../shared/count.ts'
import type {
  BackupFacts,
  Backups,
  BackupState,
  BackupStep,
  BackupWork,
  ListedBackup,
} from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { calendarDaysBetween } from '../../shared/zoned-time.ts'
import { calendarDay, pastDay, timeOfDay, weekdayName } from '../app/time-words.ts'

type Clock = Pick<Stamp, 'wallMs' | 'zone'>
export type RunningBackup = Extract<BackupState, { readonly stage: 'running' }>

/** Said at every backup, and before the first private note. */
export const neverBackedUp = 'Private notes are in no backup: they never leave this computer.'

/** `today at 14:02`, `Sat 21 Nov at 18:30`. */
export function madeWords(madeAtMs: number, { wallMs, zone }: Clock): string {
  const time = timeOfDay(madeAtMs, zone)
  const days = calendarDaysBetween(madeAtMs, wallMs, zone)
  if (days === 0) return `today at ${time}`
  if (days === 1) return `yesterday at ${time}`
  return `${pastDay(madeAtMs, zone, wallMs)} at ${time}`
}

/** `1 session`, `3,180 signed notes`. */
function figures(count: number, word: string): string {
  return counted(count, word).replace(String(count), count.toLocaleString('en'))
}

/** `412 sessions, 3,180 signed notes, 23 members`. */
export function factsWords({ sessionCount, signedNoteCount, memberCount }: BackupFacts): string {
  return [
    figures(sessionCount, 'session'),
    figures(signedNoteCount, 'signed note'),
    figures(memberCount, 'member'),
  ].join(', ')
}

/** `412 sessions, 3,180 signed notes, newest 21 November`: what there is of sessions and when the last one was. */
export function foundWords(facts: BackupFacts, { wallMs, zone }: Clock): string {
  const { sessionCount, signedNoteCount, newestSessionAtMs } = facts
  const newest = newestSessionAtMs === null ? [] : [`newest ${calendarDay(newestSessionAtMs, zone, wallMs)}`]
  return [figures(sessionCount, 'session'), figures(signedNoteCount, 'signed note'), ...newest].join(', ')
}

/** `14.2 MB`, as file managers count. */
export function sizeWords(bytes: number): string {
  const [unit, name] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB']
  const amount = bytes / unit
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount).toLocaleString('en')}\u00a0${name}`
}

const steps: Readonly<Record<BackupWork, Partial<Record<BackupStep, string>>>> = {
  making: { copy: 'Copying the record', verify: 'Reading it back' },
  drilling: {
    copy: 'Copying it to a place of its own',
    verify: 'Comparing every byte',
    open: 'Opening the copy',
    read: 'Reading every page and every log',
  },
  restoring: {
    copy: 'Copying it here',
    verify: 'Comparing every byte',
    open: 'Opening the copy',
    read: 'Reading every page and every log',
  },
}

/** What is being done; null stands for a beginning of which nothing is told yet. */
export function stepWords(running: RunningBackup | null): string {
  return running === null ? 'Looking at what you typed' : (steps[running.work][running.step] ?? 'Going on')
}

export function percentWords(running: RunningBackup | null): string {
  return `${running === null ? 0 : Math.round(fractionDone(running) * 100)}\u00a0%`
}

/** How far all of it is, 0 to 1: each step is an equal part of the way. */
export function fractionDone({ work, step, doneBytes, totalBytes }: RunningBackup): number {
  const names = Object.keys(steps[work])
  const within = totalBytes === 0 ? 0 : Math.min(1, doneBytes / totalBytes)
  return (Math.max(0, names.indexOf(step)) + within) / names.length
}

/** Whether a backup is not where it was put, though its folder is there: the drive was emptied, or another is in its place. */
export function isGone(
  { isInChosenFolder, isThere }: ListedBackup,
  { isReachable }: Pick<Backups, 'isReachable'>,
): boolean {
  return isInChosenFolder && isReachable && !isThere
}

/** Those that count as backups, in their order: one on a drive that is away does, and one that is gone does not. */
export function countedBackups(backups: Backups): readonly ListedBackup[] {
  return backups.backups.filter((each) => !isGone(each, backups))
}

/** The one that is taken for the last: one that lies ahead only where there is no other. */
export function lastBackup(
  backups: readonly ListedBackup[],
  { wallMs, zone }: Clock,
): ListedBackup | undefined {
  return lastUntilNow(backups, wallMs, zone) ?? backups[0]
}

/** The last one that was made, where it is gone; null where it is not. */
export function lastIfGone(backups: Backups, clock: Clock): ListedBackup | null {
  const last = lastBackup(backups.backups, clock)
  return last !== undefined && isGone(last, backups) ? last : null
}

/** Said where no backup counts as one. */
export function noneWords({ folderName, backups }: Backups): string {
  return backups.length === 0 || folderName === null
    ? 'There is no backup yet'
    : `No backup is in “${folderName}” any more`
}

/** Said of a backup that seems to be made in the days to come; null of any other. */
export function aheadWords({ madeAtMs }: ListedBackup, { wallMs, zone }: Clock): string | null {
  return isAhead(madeAtMs, wallMs, zone)
    ? 'It bears a later day than today: this computer’s clock stood ahead when it was made.'
    : null
}

/** When the next one is made by itself. */
export function nextWords(backups: Backups, { wallMs, zone }: Clock): string {
  const { schedule, isReachable, isSilent } = backups
  if (schedule === 'off') return 'None is made by itself.'
  if (isSilent) return 'The next one is made by itself once the folder answers.'
  if (!isReachable) return 'The next one is made by itself once the folder is there again.'
  const those = countedBackups(backups)
  const last = lastUntilNow(
    those.filter(({ isInChosenFolder }) => isInChosenFolder),
    wallMs,
    zone,
  )
  if (last === undefined || isBackupDue(schedule, last.madeAtMs, wallMs, zone)) {
    // The core looks once an hour for those that were made.
    return those.length < backups.backups.length
      ? 'The next one is made by itself within the hour, while the vault is open.'
      : 'The next one is made by itself within minutes.'
  }
  const days = everyDays[schedule] - calendarDaysBetween(last.madeAtMs, wallMs, zone)
  const day = days === 1 ? 'tomorrow' : `on ${weekdayName(wallMs + days * dayMs, zone)}`
  return `The next one is made by itself ${day}, while the vault is open.`
}

const dayMs = 86_400_000

/** The folder is not at hand, which a drive that is kept elsewhere mostly is not. */
export function isAway(code: string): code is 'not-reachable' | 'not-answering' {
  return code === 'not-reachable' || code === 'not-answering'
}

/**
 * What is worth a quiet line on Today. `failed`: the last try by itself came to nothing, for another reason than a drive
 * that is not there; `gone`: there were backups, and none is in its folder any more; `late`: the last one is older than twice
 * its rhythm.
 */
export function backupConcern(
  backups: Backups,
  { wallMs, zone }: Clock,
): 'no-folder' | 'failed' | 'gone' | 'late' | null {
  const { folderName, schedule, lastFailure } = backups
  if (folderName === null) return 'no-folder'
  if (schedule === 'off') return null
  if (lastFailure !== null && !isAway(lastFailure.code)) return 'failed'
  const those = countedBackups(backups)
  if (those.length === 0 && backups.backups.length > 0) return 'gone'
  // Before there is any, it is late since the first try that found no drive.
  const sinceMs = lastUntilNow(those, wallMs, zone)?.madeAtMs ?? lastFailure?.sinceMs ?? wallMs
  return calendarDaysBetween(sinceMs, wallMs, zone) > 2 * everyDays[schedule] ? 'late' : null
}

/** How often a backup was asked for in vain, one after the other, and whether one is asked for now. */
interface Asking {
  readonly count: number
  readonly isAsking: boolean
}

/**
 * The answer to each “Back up now” while the folder is away; null where the page says so in another place. No two that
 * follow each other are the same: somebody has pressed, and is to see and hear that it was done.
 */
export function vainWords(
  { folderName, isReachable, isSilent }: Pick<Backups, 'folderName' | 'isReachable' | 'isSilent'>,
  { count, isAsking }: Asking,
): string | null {
  if (folderName === null || isReachable) return null
  if (isAsking) return `Looking for “${folderName}” …`
  if (count === 0) return null
  const found = isSilent ? 'still does not answer' : 'is still not there'
  return `No backup was made: “${folderName}” ${found}. Looked for ${count === 1 ? 'once' : `${count} times`}.`
}
