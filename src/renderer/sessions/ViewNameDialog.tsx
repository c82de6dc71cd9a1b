import { useState, type SubmitEvent } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { FormFoot } from '../roster/FormFoot.tsx'
import forms from '../roster/forms.module.css'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

interface ViewNameDialogProps {
  readonly title: string
  readonly submitWords: string
  readonly name: string
  /** Names that other views have already. */
  readonly taken: readonly string[]
  readonly failure: Failure | null
  readonly onSave: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** What a view is called. */
export function ViewNameDialog(props: ViewNameDialogProps) {
  const { title, submitWords, name, taken, failure, onSave, onClose } = props
  const [typed, setTyped] = useState(name)
  const [wasTried, setWasTried] = useState(false)
  const error = nameError(typed, taken)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (error === undefined && (await onSave(typed.trim()))) onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className={forms['form']} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="Name of the view"
          hint="It keeps the filters, the search, the sorting and the columns as they are now."
          value={typed}
          onChange={setTyped}
          maxLength={60}
          error={wasTried ? error : undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog
          autoFocus
        />
        <FormFoot submitWords={submitWords} failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function nameError(typed: string, taken: readonly string[]): string | undefined {
  const name = typed.trim()
  if (name === '') return 'Please give it a name.'
  const isTaken = taken.some((other) => other.toLowerCase() === name.toLowerCase())
  return isTaken ? 'Another view has this name.' : undefined
}
