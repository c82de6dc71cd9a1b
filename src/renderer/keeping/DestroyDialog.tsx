import { useState } from 'react'
import type { Destruction, KeptPrivate } from '../../shared/ipc/retention-calls.ts'
import { counted } from '../../shared/count.ts'
import { useAct } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DestructionForm } from './DestructionForm.tsx'
import { DoneWords } from './DoneWords.tsx'

interface DestroyDialogProps {
  readonly notes: readonly KeptPrivate[]
  readonly onClose: () => void
  readonly onDestroyed: () => void
}

/** The key that could read them goes, and they with it. */
export function DestroyDialog({ notes: asked, onClose, onDestroyed }: DestroyDialogProps) {
  // The list behind loses them as soon as they are destroyed.
  const [notes] = useState(asked)
  const { act, isBusy, failure } = useAct()
  const [done, setDone] = useState<Destruction | null>(null)
  const words = countsOf({
    noteCount: notes.reduce((sum, { noteCount }) => sum + noteCount, 0),
    sessionCount: notes.length,
  })
  const destroy = async (authorPassphrase: string) => {
    const sessionIds = notes.map(({ sessionId }) => sessionId)
    const answer = await act('retention.destroy-private', { sessionIds, authorPassphrase })
    if (!answer.ok) return
    setDone(answer.value)
    onDestroyed()
  }
  return (
    <Dialog
      title={done === null ? 'Destroy private notes' : 'Destroyed'}
      role="alertdialog"
      isOpen
      onClose={isBusy ? () => undefined : onClose}
    >
      {done === null ? (
        <DestructionForm
          submitWords={isBusy ? 'Destroying' : `Destroy ${words.notes}`}
          isBusy={isBusy}
          failure={failure}
          onSubmit={(passphrase) => void destroy(passphrase)}
          onCancel={onClose}
        >
          <p>
            {words.notes} of {words.sessions}. All your other private notes are written anew under a new key,
            and the old key is destroyed: nothing on this computer can read these any more. The record stays
            as it is.
          </p>
          <p>A backup from before still holds them, with the passphrase that you had then.</p>
        </DestructionForm>
      ) : (
        <DoneWords onClose={onClose}>
          {countsOf(done).notes} of {countsOf(done).sessions} {done.noteCount === 1 ? 'is' : 'are'} destroyed,
          and so is the key that could read {done.noteCount === 1 ? 'it' : 'them'}.
        </DoneWords>
      )}
    </Dialog>
  )
}

function countsOf({ noteCount, sessionCount }: Pick<Destruction, 'noteCount' | 'sessionCount'>) {
  return { notes: counted(noteCount, 'private note'), sessions: counted(sessionCount, 'session') }
}
