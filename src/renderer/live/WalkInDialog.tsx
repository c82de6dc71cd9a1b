import { useState } from 'react'
import type { InputOf } from '../../shared/ipc/contract.ts'
import type { SessionEvent } from '../../shared/session/events.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { proposeInitials } from '../../shared/roster/propose-initials.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useLive } from './live-context.ts'
import { NewPerson, type NewPersonDraft } from './NewPerson.tsx'
import { onFile, OnFilePerson, type OnFileWho } from './OnFilePerson.tsx'
import styles from './WalkInDialog.module.css'

interface WalkInDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: (events: readonly SessionEvent[]) => void
}

/** Someone who came unexpectedly: on file, or new. */
export function WalkInDialog({ isOpen, onClose, onAdded }: WalkInDialogProps) {
  if (!isOpen) return null
  return <WalkIn onClose={onClose} onAdded={onAdded} />
}

type Who = InputOf<'session.walk-in'>['who']
type Kind = 'on-file' | 'new'

const kinds = [
  { id: 'on-file', name: 'On file' },
  { id: 'new', name: 'New' },
] as const

function WalkIn({ onClose, onAdded }: Omit<WalkInDialogProps, 'isOpen'>) {
  const { sessionId, state, roster, isConcealed } = useLive()
  const { act, failure, isBusy } = useAct()
  const here = new Set<string>(state.people.map(({ personId }) => personId))
  // Names are what conceal hides, so the list waits until they may be seen.
  const away = isConcealed || roster === null ? [] : onFile(roster).filter(({ id }) => !here.has(id))
  const [kind, setKind] = useState<Kind>(away.length > 0 ? 'on-file' : 'new')
  const [known, setKnown] = useState<OnFileWho | null>(null)
  const [draft, setDraft] = useState<NewPersonDraft>({ name: '', typedInitials: null, role: 'member' })
  const who = kind === 'new' ? newWho(draft) : known

  async function add(): Promise<void> {
    if (who === null || isBusy) return
    const answer = await act('session.walk-in', { sessionId, who })
    if (!answer.ok) return
    onAdded(answer.value)
    onClose()
  }

  return (
    <Dialog
      title="Add someone"
      // What was typed before the cover came hides behind it, and waits.
      isOpen={!isConcealed}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form="walk-in" isDisabled={who === null || isBusy}>
            Add to the circle
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id="walk-in"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Segments label="Who" options={kinds} selected={kind} onSelect={setKind} />
        {kind === 'on-file' ? (
          <OnFilePerson away={away} chosen={known} onChoose={setKnown} />
        ) : (
          <NewPerson draft={draft} onDraft={setDraft} failure={failure} />
        )}
        <FailureNotice failure={failure} />
      </form>
    </Dialog>
  )
}

function newWho({ name, typedInitials, role }: NewPersonDraft): Who {
  return { preferredName: name, initials: typedInitials ?? proposeInitials(name), role }
}
