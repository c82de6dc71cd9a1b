import { useRef, useState } from 'react'
import { useAct } from '../app/api.ts'
import type { Person } from '../vault/person.ts'
import { isAllowedFor } from '../vault/strength.ts'
import { proofError, type Proof } from './proof.ts'

interface Typed {
  readonly proof: Proof
  readonly next: string
  readonly again: string
}

const nothing: Typed = { proof: { kind: 'passphrase', secret: '' }, next: '', again: '' }

/** What is typed to change the passphrase, what is wrong with it, and the change itself. */
export function usePassphraseChange(person: Person) {
  const [typed, setTyped] = useState(nothing)
  const [wasAsked, setWasAsked] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const { act, isBusy, failure, forget } = useAct()
  const proofField = useRef<HTMLInputElement>(null)
  const nextField = useRef<HTMLInputElement>(null)
  // What went wrong before is past once it is tried again.
  const last = isBusy ? null : failure
  const errors = {
    proof: proofError(typed.proof, wasAsked, last),
    next: last?.code === 'same-passphrase' ? 'This opens the vault already. Choose another.' : undefined,
    again: wasAsked && typed.again !== typed.next ? 'The two are not the same.' : undefined,
  }
  const change = async () => {
    setWasAsked(true)
    if (isBusy || proofError(typed.proof, true, null) !== undefined) return
    if (!isAllowedFor(typed.next, person.name)) return nextField.current?.focus()
    if (typed.again !== typed.next) return
    const answer = await act('keys.change-passphrase', { proof: typed.proof, passphrase: typed.next })
    if (answer.ok) {
      setTyped(nothing)
      setIsDone(true)
    } else if (answer.error.code === 'wrong-secret') proofField.current?.select()
    else if (answer.error.code === 'same-passphrase') nextField.current?.select()
  }
  return {
    typed,
    type: (changed: Partial<Typed>) => {
      forget()
      setTyped({ ...typed, ...changed })
    },
    change: () => void change(),
    errors,
    /** What no field tells of. */
    failure: errors.next !== undefined || last?.code === 'wrong-secret' ? null : last,
    proofField,
    nextField,
    wasAsked,
    isBusy,
    isDone,
  }
}
