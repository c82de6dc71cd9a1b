import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { PersonId } from '../../shared/ids.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { signerName } from '../debrief/signer-name.ts'
import forms from '../roster/forms.module.css'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import { isAllowedFor } from '../vault/strength.ts'

/** Somebody on file gets a passphrase of their own, which they type themselves. */
export function LetInDialog({ onClose }: { readonly onClose: () => void }) {
  const roster = useRead('roster.read', {})
  const reviewers = useRead('reviewer.list', {})
  const isReady = roster.status === 'ready' && reviewers.status === 'ready'
  const people = isReady
    ? roster.value.facilitators.filter(
        ({ id, isAuthor }) => !isAuthor && reviewers.value.every(({ personId }) => personId !== id),
      )
    : []
  return (
    <Dialog title="Let somebody review" isOpen onClose={onClose}>
      {isReady && people.length === 0 ? (
        <p>
          There is nobody on file who could. Add them as a facilitator under Groups &amp; members first: a
          comment and a co-signature carry their name.
        </p>
      ) : null}
      {people.length === 0 ? null : <LetInForm people={people} onClose={onClose} />}
    </Dialog>
  )
}

interface LetInFormProps {
  readonly people: readonly Facilitator[]
  readonly onClose: () => void
}

function LetInForm({ people, onClose }: LetInFormProps) {
  const { act, isBusy, failure, forget } = useAct()
  const [personId, setPersonId] = useState<PersonId | null>(people[0]?.id ?? null)
  const [typed, setTyped] = useState<Typed>({ theirs: '', again: '', own: '' })
  const [wasAsked, setWasAsked] = useState(false)
  const person = people.find(({ id }) => id === personId)
  const errors = errorsOf(typed, person, wasAsked, failure?.code)
  const type = (next: Typed) => {
    forget()
    setTyped(next)
  }
  const letIn = async () => {
    setWasAsked(true)
    const isWhole = Object.values(errorsOf(typed, person, true)).every((error) => error === undefined)
    if (person === undefined || !isWhole || isBusy) return
    const input = { personId: person.id, passphrase: typed.theirs, authorPassphrase: typed.own }
    if ((await act('reviewer.let-in', input)).ok) onClose()
  }
  const isInField = failure?.code === 'wrong-secret' || failure?.code === 'same-passphrase'
  return (
    <Form
      className={forms['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        void letIn()
      }}
    >
      <Select
        label="Who"
        options={people.map((one) => ({ value: one.id, name: signerName(one) }))}
        value={personId}
        onChange={setPersonId}
      />
      <Secrets typed={typed} errors={errors} isBusy={isBusy} onType={type} />
      {isInField ? null : <FailureNotice failure={failure} />}
      <div className={forms['actions']}>
        <Button type="submit" look="primary" isDisabled={isBusy}>
          {isBusy ? 'Making their way in' : 'Let them review'}
        </Button>
        <Button onPress={onClose}>Not now</Button>
      </div>
    </Form>
  )
}

/** What is typed: theirs twice, and the author's own. */
interface Typed {
  readonly theirs: string
  readonly again: string
  readonly own: string
}
type Errors = { readonly [Field in keyof Typed]: string | undefined }

interface SecretsProps {
  readonly typed: Typed
  readonly errors: Errors
  readonly isBusy: boolean
  readonly onType: (typed: Typed) => void
}

function Secrets({ typed, errors, isBusy, onType }: SecretsProps) {
  return (
    <>
      <SecretField
        label="Their passphrase"
        hint="Best typed by them: four words or twelve characters, and none that you use."
        value={typed.theirs}
        onChange={(theirs) => onType({ ...typed, theirs })}
        isReadOnly={isBusy}
        error={errors.theirs}
      />
      <SecretField
        label="Their passphrase again"
        value={typed.again}
        onChange={(again) => onType({ ...typed, again })}
        isReadOnly={isBusy}
        error={errors.again}
      />
      <SecretField
        label="Your own passphrase"
        hint="To show that it is you who lets them in."
        value={typed.own}
        onChange={(own) => onType({ ...typed, own })}
        isReadOnly={isBusy}
        error={errors.own}
      />
    </>
  )
}

function errorsOf(
  { theirs, again, own }: Typed,
  person: Facilitator | undefined,
  wasAsked: boolean,
  code?: string,
): Errors {
  const isSame = code === 'same-passphrase' || (wasAsked && theirs !== '' && theirs === own)
  const isWeak = wasAsked && !isAllowedFor(theirs, person?.name ?? '')
  return {
    theirs: isSame
      ? 'This opens the vault already. Theirs has to be another.'
      : isWeak
        ? 'Four words or twelve characters, without their name.'
        : undefined,
    again: wasAsked && theirs !== again ? 'The two are not the same.' : undefined,
    own:
      code === 'wrong-secret'
        ? 'That is not your passphrase.'
        : wasAsked && own === ''
          ? 'Type your own passphrase.'
          : undefined,
  }
}
