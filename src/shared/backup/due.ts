import type { BackupSchedule } from '../ipc/backup-calls.ts'
import { calendarDaysBetween } from '../zoned-time.ts'

export const everyDays: Readonly<Record<Exclude<BackupSchedule, 'off'>, number>> = { daily: 1, weekly: 7 }

/** Whether a backup bears a later day than today: it was made before the clock was set back. */
export function isAhead(madeAtMs: number, nowMs: number, zone: string): boolean {
  return calendarDaysBetween(madeAtMs, nowMs, zone) < 0
}

/** The one that counts as the last: of those in the order in which they were made, last first, the first that is not ahead. */
export function lastUntilNow<Backup extends { readonly madeAtMs: number }>(
  backups: readonly Backup[],
  nowMs: number,
  zone: string,
): Backup | undefined {
  return backups.find(({ madeAtMs }) => !isAhead(madeAtMs, nowMs, zone))
}

/**
 * Whether a backup is to be made by itself now: there is none, or the last is of another day, or of another week's time. One
 * that seems to lie ahead was made before the clock was set back, and does not keep the next from being made.
 */
export function isBackupDue(
  schedule: BackupSchedule,
  lastMadeAtMs: number | null,
  nowMs: number,
  zone: string,
): boolean {
  if (schedule === 'off') return false
  if (lastMadeAtMs === null) return true
  const days = calendarDaysBetween(lastMadeAtMs, nowMs, zone)
  return days < 0 || days >= everyDays[schedule]
}
