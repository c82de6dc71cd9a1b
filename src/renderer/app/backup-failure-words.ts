import type { BackupOnlyFailureCode } from '../../shared/ipc/failure.ts'
import type { FailureWords } from './failure-words.ts'

const nothingChanged = 'Nothing was changed and nothing was lost.'

/** Why a backup was not made, tried out or restored. */
export const backupFailureWords: Readonly<Record<BackupOnlyFailureCode, FailureWords>> = {
  'no-folder': {
    happened: 'No folder for backups was chosen yet.',
    safe: nothingChanged,
    next: 'Choose one, best on a drive that is kept elsewhere.',
  },
  'not-reachable': {
    happened: 'The folder with the backups is not there now.',
    safe: 'The record is as it was, and so are the backups.',
    next: 'Plug in the drive that it is on, then try again.',
  },
  'not-answering': {
    happened: 'The folder for backups does not answer.',
    safe: 'The record is as it was, and the console goes on without it.',
    next: 'It is looked at further. If it is on another computer or in a network, see that this computer reaches it, or choose another folder.',
  },
  'not-a-backup': {
    happened: 'This folder is no backup of the console’s.',
    safe: nothingChanged,
    next: 'Choose a folder whose name begins with “circlekeeper-backup”, as a whole.',
  },
  'linked-backup': {
    happened: 'This backup holds a link to something else. The console writes none, and follows none.',
    safe: nothingChanged,
    next: 'Choose another backup. Keep this one, and ask who had access to the drive.',
  },
  'cut-backup': {
    happened: 'A file of this backup is missing, or not as long as it was written.',
    safe: nothingChanged,
    next: 'Choose another backup. If it was copied from somewhere, copy it once more.',
  },
  'damaged-backup': {
    happened: 'This backup is not as the console wrote it: some of its bytes were changed or lost.',
    safe: nothingChanged,
    next: 'Choose another backup. Keep this one until you have restored one that is whole.',
  },
  'private-notes-locked': {
    happened: 'The private notes on this computer do not open with what you typed.',
    safe: nothingChanged,
    next: 'Try the recovery code, or a newer passphrase. Or let them be set aside: they stay on this computer, in a folder of their own.',
  },
}
