import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { NoteId, SessionId } from '../../shared/ids.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import type { SignedPlace } from '../../shared/session/state.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { possessive } from '../debrief/possessive.ts'
import { signerName } from '../debrief/signer-name.ts'
import forms from '../roster/forms.module.css'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { SecretField } from '../vault/SecretField.tsx'

interface CoSignAsReviewerProps {
  readonly sessionId: SessionId
  readonly name: string
  readonly signer: Facilitator
  readonly awaited: readonly SignedPlace[]
  readonly onClose: () => void
}

/** The reviewer signs as themselves; their passphrase, once more, shows that it is they. */
export function CoSignAsReviewer({ sessionId, name, signer, awaited, onClose }: CoSignAsReviewerProps) {
  const field = useFocusOnArrival<HTMLInputElement>()
  const [passphrase, setPassphrase] = useState('')
  const { coSign, isBusy, failure } = useCoSign(sessionId, onClose)
  const isWrong = failure?.code === 'wrong-secret'
  return (
    <Dialog title={`Co-sign ${possessive(name)} note`} isOpen onClose={onClose}>
      <Form
        className={forms['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          if (passphrase === '' || isBusy) return
          setPassphrase('')
          void coSign(
            awaited.map(({ noteId }) => noteId),
            passphrase,
          )
        }}
      >
        <p>
          Beside its author, as <bdi>{signerName(signer)}</bdi>. What is signed is never changed.
        </p>
        <SecretField
          label="Your own passphrase"
          inputRef={field}
          value={passphrase}
          onChange={setPassphrase}
          isReadOnly={isBusy}
          error={isWrong ? 'That is not it. After five wrong ones the vault locks.' : undefined}
        />
        {isWrong ? null : <FailureNotice failure={failure} />}
        <div className={forms['actions']}>
          <Button type="submit" look="primary" isDisabled={passphrase === '' || isBusy}>
            {isBusy ? 'Signing' : 'Co-sign'}
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** One after the other, for everything of this member that awaits it. */
function useCoSign(sessionId: SessionId, onClose: () => void) {
  const queries = useQueryClient()
  const { act, isBusy, failure } = useAct()
  const coSignAll = async ([first, ...rest]: readonly NoteId[], passphrase: string): Promise<boolean> => {
    if (first === undefined) return true
    const answer = await act('reviewer.co-sign', { sessionId, amends: first, passphrase })
    return answer.ok && coSignAll(rest, passphrase)
  }
  const coSign = async (noteIds: readonly NoteId[], passphrase: string) => {
    const isWhole = await coSignAll(noteIds, passphrase)
    await queries.invalidateQueries({ queryKey: ['session.open'] })
    if (isWhole) onClose()
  }
  return { coSign, isBusy, failure }
}
