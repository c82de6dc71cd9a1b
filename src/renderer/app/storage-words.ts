import type { VaultFailureCode } from '../../shared/ipc/failure.ts'
import type { FailureWords } from './failure-words.ts'

type StorageCode = Extract<
  VaultFailureCode,
  'missing-header' | 'linked-vault' | 'other-vault' | 'vault-gone' | 'clock-unset'
>

/** What the computer around a vault can do to it. */
export const storageWords: Readonly<Record<StorageCode, FailureWords>> = {
  'missing-header': {
    happened: 'The file that holds the vault’s lock is missing from the vault folder.',
    safe: 'The records themselves were not touched, but without this file they cannot be opened. Nothing was created in its place.',
    next: 'Put vault.json back where it was: look in the bin. Or copy the one in the folder of your newest backup: it opens all that is here, unless keys were made new since. Otherwise restore that backup, which brings its own lock.',
  },
  'linked-vault': {
    happened: 'A link stands in the place of the vault folder.',
    safe: 'It was not followed, and nothing was changed: whoever can change where it leads could put another vault there.',
    next: 'Put the vault folder itself back in its place, with all that is in it. If it is to be on another drive, set up a folder for backups there instead.',
  },
  'other-vault': {
    happened: 'The vault on the disk is not the one that this session was run in.',
    safe: 'What is not on the disk yet is kept in memory while the console stays open.',
    next: 'Put back the vault folder as it was, then lock and unlock. Do not close the console.',
  },
  'vault-gone': {
    happened: 'The vault is not where it was.',
    safe: 'Nothing was created in its place.',
    next: 'If it is on a drive, plug that in. If the vault folder was moved or deleted, put it back: look in the bin, too. Then try again. If it is lost, restore the newest backup.',
  },
  'clock-unset': {
    happened: 'This computer’s clock has not been set: it says a day before 1980.',
    safe: 'Nothing was opened or written, for every entry would have borne a wrong date. A running session goes on: its minutes are counted without that clock.',
    next: 'Set the date and the time in the computer’s settings, then try again.',
  },
}
