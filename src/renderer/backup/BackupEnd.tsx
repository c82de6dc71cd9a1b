import type { Backups } from '../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { FailureWords } from '../app/failure-words.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isAway, lastIfGone, madeWords } from './backup-words.ts'
import styles from './BackupPart.module.css'
import { makeFailureWords, trialFailureWords } from './work-failures.ts'

interface BackupEndProps {
  readonly backups: Backups
  /** Why a backup could not begin. */
  readonly failure: Failure | null
  readonly now: Stamp
}

/** How the last backup ended, or why none was made by itself. */
export function BackupEnd({ backups, failure, now }: BackupEndProps) {
  const { state, folderName, isReachable, isSilent, lastFailure } = backups
  if (folderName !== null && !isReachable) {
    const vain = isSilent ? 'It has not answered' : 'It was looked for in vain'
    const since = lastFailure === null ? '' : ` ${vain} since ${madeWords(lastFailure.sinceMs, now)}.`
    return (
      <Notice
        tone="amber"
        announce="polite"
        title={`The folder “${folderName}” ${isSilent ? 'does not answer' : 'is not there'}`}
      >
        <p>
          {isSilent
            ? 'The console goes on without it and looks again. If the folder is in a network, see that this computer reaches it, or choose another folder.'
            : 'Plug in the drive that it is on, or choose another folder. What was backed up is as it was.'}
          {since}
        </p>
      </Notice>
    )
  }
  // What was just asked for is answered before what failed by itself.
  if (failure !== null && !isAway(failure.code)) return <FailureNotice failure={failure} />
  const words = troubleWords(state, lastFailure, failure)
  if (words !== null) {
    return (
      <Notice tone="amber" announce="assertive" title={words.happened}>
        <p>
          {words.safe} {words.next}
        </p>
      </Notice>
    )
  }
  if (!('work' in state) || state.work !== 'making') return null
  // What was done is undone since.
  if (state.stage === 'done' && lastIfGone(backups, now) !== null) return null
  return (
    <output className={styles['end']}>
      {state.stage === 'cancelled'
        ? 'Cancelled. Nothing of it was left in the folder, and the backups from before are as they were.'
        : 'Done: the backup is made, and was read back byte for byte.'}
    </output>
  )
}

function troubleWords(
  state: Backups['state'],
  lastFailure: Backups['lastFailure'],
  failure: Failure | null,
): FailureWords | null {
  if (failure !== null && isAway(failure.code)) return makeFailureWords(failure.code)
  // A slip of the passphrase is told where it was typed.
  if (state.stage === 'failed' && state.work === 'drilling' && state.code !== 'wrong-secret')
    return trialFailureWords({ code: state.code })
  if (state.stage === 'failed' && state.work === 'making') return makeFailureWords(state.code)
  return lastFailure === null ? null : makeFailureWords(lastFailure.code)
}
