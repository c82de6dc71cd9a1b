import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { countFiles } from './file-words.ts'
import type { Deleted, Deleting } from './use-deleting.ts'

/** What the last deletion did, and the way back. */
export function DeletedNotice({ deleting }: { readonly deleting: Deleting }) {
  const { deleted, changed, failure, remove, undo, keep } = deleting
  return (
    <>
      {deleted === null ? null : (
        <Notice
          title={deletedTitle(deleted)}
          announce="polite"
          actions={deleted.canUndo ? <UndoButton onUndo={() => void undo()} /> : null}
        >
          <p>{deletedWords(deleted)}</p>
        </Notice>
      )}
      {changed === null ? null : (
        <Notice
          tone="amber"
          title={`${changed.fileName} was not deleted`}
          announce="assertive"
          actions={
            <>
              <Button onPress={keep}>Keep it</Button>
              <Button look="amber" onPress={() => void remove(changed, true)}>
                Delete it all the same
              </Button>
            </>
          }
        >
          <p>It is not as the console wrote it: somebody has changed it, or put another in its place.</p>
        </Notice>
      )}
      <FailureNotice failure={failure} />
    </>
  )
}

/** What was pressed to delete is gone with what it deleted; the way back is the next thing that one may want. */
function UndoButton({ onUndo }: { readonly onUndo: () => void }) {
  const ref = useFocusOnArrival<HTMLButtonElement>()
  return (
    <Button ref={ref} onPress={onUndo}>
      Undo
    </Button>
  )
}

function deletedTitle({ deletedCount }: Deleted): string {
  return deletedCount === 0 ? 'Nothing was deleted' : `${countFiles(deletedCount)} deleted from the disk`
}

function deletedWords({ deletedCount, changedCount, keptCount }: Deleted): string {
  const left = [
    changedCount > 0
      ? `${countFiles(changedCount)} left, as somebody has changed ${them(changedCount)}.`
      : '',
    keptCount > 0 ? `${countFiles(keptCount)} left, as the disk did not let go of ${them(keptCount)}.` : '',
  ]
  const again =
    deletedCount === 0
      ? ''
      : `Undo brings ${them(deletedCount)} back until the vault is locked. Later the same can be made again from the record; a de-identified summary gets another code then. Copies that somebody made are not reached.`
  return [...left, again].filter((words) => words !== '').join(' ')
}

function them(count: number): string {
  return count === 1 ? 'it' : 'them'
}
