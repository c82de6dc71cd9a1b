import type { BackupFailureCode } from '../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { failureWords, type FailureWords } from '../app/failure-words.ts'

const asBefore = 'The record is as it was, and so are the backups from before.'

/** Why a backup was not made. The general words speak of what is typed and not yet saved; here all of it is on record. */
export function makeFailureWords(code: BackupFailureCode): FailureWords {
  switch (code) {
    case 'disk-full':
      return {
        happened: 'There is not enough room for a backup in that folder.',
        safe: asBefore,
        next: 'Free some room on the drive, or choose another folder.',
      }
    case 'not-writable':
    case 'folder-unfit':
      return {
        happened: 'The console cannot write into the folder for backups.',
        safe: asBefore,
        next: 'See that the drive is plugged in and may be written to, or choose another folder.',
      }
    case 'cut-backup':
    case 'damaged-backup':
      return {
        happened: 'The backup was written, but did not read back as it was.',
        safe: `It was thrown away. ${asBefore}`,
        next: 'The drive may be failing: choose another one.',
      }
    case 'damaged-record':
      return {
        happened: 'The record’s file is damaged, so no backup was made of it.',
        safe: 'A backup of damage takes no good one’s place: those from before are as they were.',
        next: 'Try out the newest of them below, and restore it when it is good. What was written since then can still be read here, as far as it opens.',
      }
    // Told when it is over: meanwhile the folder may be there again, and where it is not the page says so.
    case 'not-reachable':
      return {
        happened: 'The folder for backups was not there when one was to be made.',
        safe: asBefore,
        next: 'See that its drive stays plugged in, then back up again.',
      }
    case 'not-answering':
      return {
        happened: 'The folder for backups did not answer when a backup was to be made.',
        safe: asBefore,
        next: 'See that this computer reaches it, then back up again.',
      }
    default:
      return { ...failureWords({ code }), safe: asBefore }
  }
}

const untouched = 'The vault is open and whole, and the copy was thrown away.'

/** Why a backup was not tried out to the end. */
export function trialFailureWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'disk-full':
      return {
        happened: 'There is not enough room on this computer to try it out.',
        safe: untouched,
        next: 'It takes as much room as the record does. Free some, then try again.',
      }
    case 'damaged-record':
    case 'damaged-backup':
    case 'cut-backup':
    case 'linked-backup':
    case 'not-a-backup':
      return {
        happened: 'This backup is not good: it is not as the console wrote it.',
        safe: untouched,
        next: 'Make a new one now, best on another drive, and try that out.',
      }
    // Nothing was begun.
    case 'not-answering':
      return {
        happened: 'The folder with this backup does not answer.',
        safe: 'The vault is open and whole, and the console goes on without that folder.',
        next: 'It is looked at further. See that this computer reaches it, then try again.',
      }
    default:
      return { ...failureWords(failure), safe: untouched }
  }
}
