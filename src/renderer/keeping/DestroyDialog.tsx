import { useState } from 'react'
import type { KeptPrivate } from '../../shared/ipc/retention-calls.ts'
import { counted } from '../../shared/count.ts'
import { useAct } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DestructionForm } from './DestructionForm.tsx'

interface DestroyDialogProps {
  readonly notes: readonly KeptPrivate[]
  readonly onClose: () => void
}

/** The key that could read them goes, and they with it. Once it has begun, the console is gone until it has ended (`RenewalGate`). */
export function DestroyDialog({ notes: asked, onClose }: DestroyDialogProps) {
  // The list behind loses them as soon as they are destroyed.
  const [notes] = useState(asked)
  const { act, isBusy, failure } = useAct()
  const noteWords = counted(
    notes.reduce((sum, { noteCount }) => sum + noteCount, 0),
    'private note',
  )
  const destroy = async (authorPassphrase: string) => {
    const sessionIds = notes.map(({ sessionId }) => sessionId)
    await act('retention.destroy-private', { sessionIds, authorPassphrase })
  }
  return (
    <Dialog
      title="Destroy private notes"
      role="alertdialog"
      isOpen
      onClose={isBusy ? () => undefined : onClose}
    >
      <DestructionForm
        submitWords={isBusy ? 'Destroying' : `Destroy ${noteWords}`}
        isBusy={isBusy}
        failure={failure}
        onSubmit={(passphrase) => void destroy(passphrase)}
        onCancel={onClose}
      >
        <p>
          {noteWords} of {counted(notes.length, 'session')}. All your other private notes are written anew
          under a new key, and the old key is destroyed: nothing on this computer can read these any more. The
          record stays as it is.
        </p>
        <p>
          A copy of the vault from before still holds them, and opens with the passphrase that you had then.
        </p>
      </DestructionForm>
    </Dialog>
  )
}
