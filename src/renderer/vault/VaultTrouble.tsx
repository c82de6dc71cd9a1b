import type { Failure } from '../../shared/ipc/failure.ts'
import { CalmScreen } from '../app/CalmScreen.tsx'
import { failureWords, type FailureWords } from '../app/failure-words.ts'
import { RestoreButton } from '../backup/RestoreButton.tsx'
import { MendButton } from '../mend/MendButton.tsx'
import { Button } from '../ui/Button.tsx'

/** Where there is nothing on the screen that could be saved, the disk is told of in other words. */
const closedWords: Partial<Record<Failure['code'], FailureWords>> = {
  'damaged-record': {
    happened: 'The record is damaged on the disk.',
    safe: 'The console stopped at once and changed nothing. Private notes are in another file.',
    next: 'See what can be read: every page that is whole can be saved, and you are told what is lost before anything happens. Or restore the newest backup: it brings the record back as it was when that was made, and keeps your private notes.',
  },
  'damaged-private': {
    happened: 'The private notes are damaged on the disk.',
    safe: 'The console stopped at once and changed nothing. The record is in another file.',
    next: 'See what can be read: every note on a page that is whole can be saved, and you are told what is lost before anything happens. The console’s backups hold no private notes.',
  },
  'disk-full': {
    happened: 'The disk is full, so the vault cannot be opened.',
    safe: 'Nothing in it was changed and nothing was lost.',
    next: 'Free some space on this computer, then try again.',
  },
  'not-writable': {
    happened: 'The computer does not let the console write to the vault.',
    safe: 'Nothing in it was changed and nothing was lost.',
    next: 'If it is on a drive, see that the drive is plugged in and can be written to. Otherwise ask whoever looks after this computer to allow writing to the console’s folder. Then try again.',
  },
}

// There is nothing on this screen to copy first, as there is on those of an open console.
const startAgain = 'Close the console and start it again. A running session goes on.'

interface VaultTroubleProps {
  readonly failure: Failure
  /** Left out where trying again cannot help. */
  readonly onRetry?: () => void
  /** Opens the vault without changes that cannot be read, where that is what keeps it closed. */
  readonly onSetAside?: () => void
  /** Makes another vault in the place of one that is gone. */
  readonly onBeginAnew?: () => void
}

/** A vault that does not open, each reason in its own words. */
export function VaultTrouble({ failure, onRetry, onSetAside, onBeginAnew }: VaultTroubleProps) {
  const words = closedWords[failure.code] ?? failureWords(failure)
  return (
    <CalmScreen
      title={words.happened.replace(/\.$/, '')}
      safe={words.safe}
      next={failure.code === 'core-gone' ? startAgain : words.next}
      actions={
        onRetry === undefined ? undefined : (
          <Acts failure={failure} onRetry={onRetry} onSetAside={onSetAside} onBeginAnew={onBeginAnew} />
        )
      }
    />
  )
}

interface ActsProps {
  readonly failure: Failure
  readonly onRetry: () => void
  readonly onSetAside: (() => void) | undefined
  readonly onBeginAnew: (() => void) | undefined
}

/** What helps stands first, and alone is primary; trying again is always there, if only for a disk that failed for a moment. */
function Acts({ failure, onRetry, onSetAside, onBeginAnew }: ActsProps) {
  const helps = whatHelps(failure, onSetAside !== undefined)
  return (
    <>
      {helps === 'opening-without' && onSetAside !== undefined ? (
        <Button look="primary" size="large" onPress={onSetAside}>
          Open without them
        </Button>
      ) : null}
      {helps === 'mending' ? <MendButton /> : null}
      {helps === 'a-backup' ? <RestoreButton look="primary" /> : null}
      {helps === 'trying-again' ? (
        <Button look="primary" size="large" onPress={onRetry}>
          Try again
        </Button>
      ) : null}
      {failure.code === 'vault-gone' && onBeginAnew !== undefined ? (
        <Button look="plain" size="large" onPress={onBeginAnew}>
          Create a new vault
        </Button>
      ) : null}
      {failure.code === 'missing-private' ? <MendButton look="quiet" /> : null}
      {canRestore(failure) && helps !== 'a-backup' ? <RestoreButton look="quiet" /> : null}
      {helps === 'trying-again' || helps === 'opening-without' ? null : (
        <Button size="large" onPress={onRetry}>
          Try again
        </Button>
      )}
    </>
  )
}

/** What is the most likely to help. Where a file is gone that is putting it back, or plugging its drive in, and then trying again. */
function whatHelps(
  failure: Failure,
  canOpenWithout: boolean,
): 'opening-without' | 'mending' | 'a-backup' | 'another-version' | 'trying-again' {
  if ('lostChanges' in failure && canOpenWithout) return 'opening-without'
  switch (failure.code) {
    case 'damaged-record':
    case 'damaged-private':
      return 'mending'
    case 'damaged-header':
    case 'weakened':
      return 'a-backup'
    case 'newer-version':
    case 'older-version':
      return 'another-version'
    default:
      return 'trying-again'
  }
}

/** Whether a backup could take the place of what does not open. */
function canRestore({ code }: Failure): boolean {
  switch (code) {
    case 'weakened':
    case 'damaged-header':
    case 'missing-header':
    case 'vault-gone':
    case 'damaged-record':
    case 'damaged-record-log':
    case 'damaged-private':
    case 'damaged-private-log':
    case 'missing-record':
      return true
    default:
      return false
  }
}
