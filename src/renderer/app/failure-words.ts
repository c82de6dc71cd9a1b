import type { Failure, VaultFailureCode } from '../../shared/ipc/failure.ts'
import { backupFailureWords } from './backup-failure-words.ts'
import { computerKeyWords } from './computer-key-words.ts'
import { figureWords, type WithFigure } from './figure-failure-words.ts'
import { importFailureWords } from './import-failure-words.ts'
import { refusalWords } from './refusal-words.ts'
import { sessionFailureWords } from './session-failure-words.ts'
import { storageWords } from './storage-words.ts'

/** What a person reads when something did not happen. */
export interface FailureWords {
  readonly happened: string
  /** Whether what they wrote is safe. */
  readonly safe: string
  readonly next: string
}

const nothingChanged = 'Nothing was changed and nothing was lost.'
const nothingTouched = 'Your records were not touched.'

const general: Readonly<
  Record<
    Exclude<Failure['code'], 'bad-input' | 'refused' | WithFigure['code'] | VaultFailureCode>,
    FailureWords
  >
> = {
  'untrusted-sender': {
    happened: 'The console refused a request that did not come from its own window.',
    safe: nothingTouched,
    next: 'Close the console and open it again.',
  },
  'unknown-call': {
    happened: 'The window asked for something that this version does not know.',
    safe: nothingTouched,
    next: 'Close the console and open it again, so that all of it is the same version.',
  },
  locked: {
    happened: 'The vault is locked.',
    safe: 'Everything saved before is safe. A running session goes on.',
    next: 'Unlock with your passphrase, then try again.',
  },
  concealed: {
    happened: 'The names are concealed.',
    safe: nothingChanged,
    next: 'Press Esc, type your PIN or your passphrase, then try again.',
  },
  cancelled: {
    happened: 'You cancelled it.',
    safe: nothingChanged,
    next: 'Begin again whenever you want to.',
  },
  'keys-changing': {
    happened: 'The vault is being written under new keys.',
    safe: nothingTouched,
    next: 'Wait until that has ended, or cancel it.',
  },
  'not-allowed': {
    happened: 'This is not allowed here.',
    safe: nothingChanged,
    next: 'Unlock with the passphrase of the person whose vault this is.',
  },
  'core-gone': {
    happened: 'The part of the console that keeps the vault has stopped.',
    safe: 'Everything shown as saved is on the disk.',
    next: 'Copy anything unsaved on this screen, then close the console and open it again. A running session goes on.',
  },
  'not-found': {
    happened: 'This is not there any more.',
    safe: nothingChanged,
    next: 'Go back and choose it again from the list.',
  },
  'group-full': {
    happened: 'The group has all the members that it may hold.',
    safe: nothingChanged,
    next: 'Raise the number of places in the group, or take someone out of it first.',
  },
  'name-taken': {
    happened: 'There is already one with this name.',
    safe: 'What you typed is still here.',
    next: 'Choose a name that tells the two apart.',
  },
  'agenda-over-length': {
    happened: 'The phases add up to more minutes than the session has.',
    safe: 'Your changes are still here, and the agenda in use is as it was.',
    next: 'Take minutes from a phase, or make the group’s session longer.',
  },
  'already-corrected': {
    happened: 'Another entry has corrected this one already.',
    safe: 'Both are as they were. What you typed is still here.',
    next: 'Correct the entry that took its place.',
  },
  'same-passphrase': {
    happened: 'This passphrase opens the vault already.',
    safe: nothingChanged,
    next: 'Choose another one for the reviewer.',
  },
  'reviews-already': {
    happened: 'They can review already.',
    safe: nothingChanged,
    next: 'Revoke their way in first, to give them another passphrase.',
  },
  'too-many-reviewers': {
    happened: 'A vault has room for six reviewers.',
    safe: nothingChanged,
    next: 'Revoke a way in that nobody uses any more.',
  },
  'not-past': {
    happened: 'One of these charts is not past its date.',
    safe: 'Nothing was erased.',
    next: 'Look at the list once more, and choose from it again.',
  },
  'on-hold': {
    happened: 'A legal hold stands.',
    safe: 'Nothing was erased.',
    next: 'Lift the hold first, once whoever asked for it says so.',
  },
  'change-unsettled': {
    happened:
      'The disk failed in the moment in which a way into the vault was changed, so it is not certain that the change lasts.',
    safe: 'The record and the private notes were not touched.',
    next: 'Keep what opened it before, and what is to open it now. Lock the vault, unlock it again, and look at the ways in.',
  },
  'group-closed': {
    happened: 'This group is closed: it takes new members only where somebody decides it.',
    safe: nothingChanged,
    next: 'Say so when you enrol them, or put them on the waiting list.',
  },
  'needs-readmission': {
    happened: 'This member is no longer in care here.',
    safe: nothingChanged,
    next: 'Admit them again on their own page, with the reason; then they can join a group.',
  },
  'stands-otherwise': {
    happened: 'Things have changed since this was shown.',
    safe: nothingChanged,
    next: 'Look at the member’s history again, and enter what still fits.',
  },
  'not-a-patient': {
    happened: 'A FHIR document goes into a patient’s chart, and this person has none here.',
    safe: nothingChanged,
    next: 'Print their note as a PDF instead.',
  },
  'disk-full': {
    happened: 'The disk is full, so this could not be saved.',
    safe: 'Everything saved before is safe. What is not saved yet is only on this screen.',
    next: 'Free some space on this computer, then save again.',
  },
  'not-writable': {
    happened: 'The computer did not let the console write its files.',
    safe: 'Everything saved before is safe. What is not saved yet is only on this screen.',
    next: 'Ask whoever looks after this computer to allow writing to the console’s folder, then try again.',
  },
  'no-viewer': {
    happened: 'No program on this computer opens it.',
    safe: 'It is where it was, as it was.',
    next: 'Go to its folder with the computer’s own file manager, or take it to a computer that can read it.',
  },
  'print-failed': {
    happened: 'The document could not be made.',
    safe: 'The record is as it was. No half-finished document was kept.',
    next: 'Try again. If it fails again, close the console and open it again.',
  },
  'folder-unfit': {
    happened: 'The console cannot write into that folder.',
    safe: 'The record is as it was, and nothing was left half made.',
    next: 'If it is on a drive, plug that in and see that it may be written to. Or choose another folder.',
  },
  'file-changed': {
    happened: 'This file is not as the console wrote it: somebody has changed it.',
    safe: 'It was not deleted.',
    next: 'Look at it first. Delete it again if nobody needs it.',
  },
  ...backupFailureWords,
  ...sessionFailureWords,
  ...importFailureWords,
  'not-readable': {
    happened: 'This file could not be read.',
    safe: 'The file and the record are as they were.',
    next: 'Choose a PDF, a FHIR document (JSON) or a table (CSV) that lies on this computer and that you may open.',
  },
}

const vault: Readonly<Record<VaultFailureCode, FailureWords>> = {
  ...storageWords,
  ...computerKeyWords,
  'no-vault': {
    happened: 'There is no vault on this computer yet.',
    safe: 'Nothing was lost.',
    next: 'Create one, or open the console where your vault is.',
  },
  'vault-exists': {
    happened: 'There is already a vault on this computer.',
    safe: 'It was not touched.',
    next: 'Unlock it with its passphrase.',
  },
  'weak-passphrase': {
    happened: 'This passphrase is too short.',
    safe: 'Nothing was created yet.',
    next: 'Use at least twelve characters, or four words.',
  },
  'wrong-secret': {
    happened: 'That does not open the vault.',
    safe: 'The vault is as it was, and no number of tries closes it for good.',
    next: 'Look at the keyboard layout and the Caps Lock key, and for a blank before or after it, then type it again.',
  },
  weakened: {
    happened: 'The lock of this vault has been made weaker than the console allows.',
    safe: 'The vault stays closed, so your passphrase was not put at risk. Your records were not touched.',
    next: 'Someone or something changed the file vault.json. Restore the newest backup, or put the file back from a copy, and ask who had access to this computer.',
  },
  'damaged-header': {
    happened: 'The file that holds the vault’s lock is damaged.',
    safe: 'The records themselves were not touched, but without this file they cannot be opened.',
    next: 'Try the vault.json in the folder of your newest backup first: a copy of it in this one’s place opens all that is here, unless keys were made new since. Otherwise restore that backup: it brings its own lock, and keeps your private notes where what you type opens them.',
  },
  'damaged-record': {
    happened: 'The record is damaged on the disk.',
    safe: 'The console stopped at once and changed nothing. Private notes are in another file.',
    next: 'Lock the vault and see what can be read: every page that is whole can be saved, and you are told what is lost. Or restore the newest backup: it brings the record back as it was when that was made, and keeps your private notes. What is here is set aside and not deleted.',
  },
  'damaged-private': {
    happened: 'The private notes are damaged on the disk.',
    safe: 'The console stopped at once and changed nothing. The record is in another file.',
    next: 'Lock the vault and see what can be read: every note on a page that is whole can be saved. The console’s backups hold no private notes. If this computer’s own backup has an older private.db, that can be put back instead. What is here is set aside and not deleted.',
  },
  'newer-version': {
    happened: 'This vault was last used with a newer version of the console.',
    safe: 'It was not touched, so nothing in it is lost.',
    next: 'Open it with that newer version, or install it here.',
  },
  'older-version': {
    happened: 'This vault was last used with an older version of the console.',
    safe: 'It was not touched. A reviewer changes nothing in it.',
    next: 'Ask its author to open it once with this version.',
  },
  'in-use': {
    happened: 'This vault is open in another window of the console.',
    safe: 'Everything is safe there.',
    next: 'Go on in that window, or close it and try again here.',
  },
  'missing-record': {
    happened: 'The file of the record is missing from the vault folder.',
    safe: 'Nothing was created in its place. Private notes are in another file.',
    next: 'Look in the bin, and put record.db back where it was. If it is gone, restore the newest backup: it brings the record back as it was when that was made, and keeps your private notes.',
  },
  'missing-private': {
    happened: 'The file of the private notes is missing from the vault folder.',
    safe: 'Nothing was created in its place. The record is in another file.',
    next: 'Look in the bin and in this computer’s own backup, and put private.db back where it was: the console’s backups hold no private notes. If it is gone, see what can be read: you can go on with the record as it is, and without them.',
  },
}

/** The words for any failure. They hold nothing that anybody typed. */
export function failureWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'bad-input':
      return {
        happened: 'Something in what you typed cannot be saved like this.',
        safe: 'All of it is still here.',
        next: 'Look at the fields that are marked.',
      }
    case 'refused':
      return { ...refusalWords[failure.refusal], safe: nothingChanged }
    case 'damaged-record-log':
    case 'damaged-private-log':
    case 'too-many-tries':
      return figureWords(failure)
    case 'no-vault':
    case 'vault-exists':
    case 'weak-passphrase':
    case 'wrong-secret':
    case 'weakened':
    case 'damaged-header':
    case 'missing-header':
    case 'linked-vault':
    case 'other-vault':
    case 'vault-gone':
    case 'clock-unset':
    case 'damaged-record':
    case 'damaged-private':
    case 'newer-version':
    case 'older-version':
    case 'in-use':
    case 'missing-record':
    case 'missing-private':
    case 'no-key-store':
    case 'key-store-changed':
    case 'key-store-away':
    case 'computer-key-lost':
    case 'passphrase-first':
      return vault[failure.code]
    default:
      return general[failure.code]
  }
}
