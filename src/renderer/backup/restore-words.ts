import type { OfferedBackup, Restored } from '../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { failureWords, type FailureWords } from '../app/failure-words.ts'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { foundWords, madeWords, neverBackedUp, sizeWords } from './backup-words.ts'

/** At the foot of each of its screens. */
export const restorePromise = [
  'Private notes are in no backup.',
  'What is on this computer is set aside, and never deleted.',
] as const

/** When it was made and what it holds. `now` is null until the core has told the time. */
export function offeredWords({ madeAtMs, bytes, facts }: OfferedBackup, now: Stamp | null): string {
  // The computer's zone is the core's, which may not have told it yet.
  const zone = now?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  const clock = { wallMs: now?.wallMs ?? madeAtMs, zone }
  const made =
    now === null ? `${shortDay(madeAtMs, zone)} at ${timeOfDay(madeAtMs, zone)}` : madeWords(madeAtMs, clock)
  return `Made ${made}: ${foundWords(facts, clock)}; ${sizeWords(bytes)}.`
}

/** What becomes of the vault that is here; null where there is none. */
export function presentWords({ present, isSameVault }: OfferedBackup): string | null {
  switch (present) {
    case 'none':
      return null
    case 'whole':
      return isSameVault === true
        ? 'The vault that is here is set aside in a folder beside it, with what was written in it since. The two are not put together. A chart that was erased since comes back.'
        : 'Another vault is here. It is set aside as it is, in a folder beside it: nothing of it is deleted.'
    case 'damaged':
      return 'What is left of the vault that is here is set aside as it is, in a folder beside it: nothing of it is deleted.'
  }
}

/** What becomes of private notes, which no backup holds. */
export function privateWords({ present, isSameVault, hasPrivateNotes }: OfferedBackup): string {
  if (!hasPrivateNotes)
    return present === 'none'
      ? `${neverBackedUp} Those of the computer that this backup was made on are not in it.`
      : `${neverBackedUp} There are none here that could be kept.`
  if (isSameVault === false)
    return `${neverBackedUp} Those that are here belong to another vault, and are set aside with it.`
  return `${neverBackedUp} Those that are here are kept, if what you type opens them.`
}

/** Why a backup was not restored. */
export function restoreFailureWords(failure: Failure): FailureWords {
  const safe = 'Nothing was put in the vault’s place: everything here is as it was.'
  switch (failure.code) {
    case 'disk-full':
      return {
        happened: 'There is not enough room on this computer.',
        safe,
        next: 'The backup needs its own size beside the vault. Free some room, then try again.',
      }
    case 'not-found':
      return { happened: 'This backup has to be chosen once more.', safe, next: 'Choose it again.' }
    case 'damaged-record':
      return {
        happened: 'The record in this backup cannot be read as a whole.',
        safe,
        next: 'Choose an older backup.',
      }
    // Only a new start lets go of the session that the lock still watches, and of what waits for the disk.
    case 'session-open':
      return {
        happened: 'A session goes on behind the lock.',
        safe,
        next: 'Unlock the vault and close the session, then try again. If the vault does not open, close the console, start it again, and restore then.',
      }
    default:
      return { ...failureWords(failure), safe }
  }
}

/** `The log of one session is not as the console wrote it.` */
export function brokenWords(brokenCount: number): string {
  const logs =
    brokenCount === 1
      ? 'The log of one session is'
      : `The logs of ${brokenCount.toLocaleString('en')} sessions are`
  return `${logs} not as the console wrote it.`
}

/** What is different now, and where what was there has gone. */
export function restoredFacts({ brokenCount, privateNotes, setAsideAs }: Restored): readonly string[] {
  return [
    ...(brokenCount === 0
      ? []
      : [
          `${brokenWords(brokenCount)} All of it came back as it stands in the backup; an older backup may be whole.`,
        ]),
    ...(setAsideAs === null
      ? []
      : [
          `What was here before is in the folder “${setAsideAs}”, beside the vault’s. To go back to it, close the console, and give that folder the name “vault” in place of the one that has it.`,
        ]),
    {
      kept: 'Your private notes are in this vault as they were: they never left this computer.',
      'set-aside':
        'The private notes that were here are in that folder, and open with the passphrase that they had.',
      none: 'There are no private notes: no backup holds them.',
    }[privateNotes],
    ...(setAsideAs === null
      ? []
      : ['If you erased a chart or made new keys after this backup, that is undone: do it again.']),
    'See under Vault & privacy that backups still go to the right folder.',
  ]
}
