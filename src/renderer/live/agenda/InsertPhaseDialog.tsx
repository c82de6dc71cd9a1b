import { useState, type SubmitEvent } from 'react'
import type { Phase } from '../../../shared/agenda/phase.ts'
import { phaseIdSchema } from '../../../shared/ids.ts'
import { phaseProblems } from '../../agenda/agenda-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFocusOnArrival } from '../../ui/use-focus-on-arrival.ts'
import { useLive } from '../live-context.ts'
import type { ChangeView, LiveView } from '../use-live-view.ts'
import styles from './InsertPhaseDialog.module.css'
import { MinutesStepper } from './MinutesStepper.tsx'
import { phasesAhead } from './order-commands.ts'

interface InsertPhaseDialogProps {
  readonly insertion: NonNullable<LiveView['insertion']>
  readonly change: ChangeView
}

/** Stands in the list of places for the end of the agenda. */
const atTheEnd = 'end'
/** What a phase may be trimmed to when the facilitator has said nothing about it. */
const usualMinimum = 5

const kinds = [
  { id: 'plain', name: 'Phase' },
  { id: 'round', name: 'Round' },
  { id: 'break', name: 'Break' },
] as const

type Draft = Pick<Phase, 'name' | 'minutes' | 'kind'>

/** A phase that the agenda did not have. What it costs shows in the rail at once. */
export function InsertPhaseDialog({ insertion, change }: InsertPhaseDialogProps) {
  const { state, act, isConcealed } = useLive()
  const [draft, setDraft] = useState<Draft>({ name: '', minutes: 10, kind: 'plain' })
  const [before, setBefore] = useState<string>(insertion.beforePhaseId ?? atTheEnd)
  const close = () => change({ insertion: null })
  // The phase that was chosen may have begun meanwhile.
  const place = phasesAhead(state).find(({ id }) => id === before)?.id ?? null
  const isComplete = phaseProblems(newPhase(draft)).name === undefined
  const insert = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isComplete) return
    act({ type: 'insert-phase', phase: newPhase(draft), beforePhaseId: place })
    close()
  }
  return (
    <Dialog
      title="Insert a phase"
      // What was typed may name somebody; it waits behind the cover.
      isOpen={!isConcealed}
      onClose={close}
      actions={
        <>
          <Button look="primary" type="submit" form="insert-phase" isDisabled={!isComplete}>
            Insert
          </Button>
          <Button onPress={close}>Cancel</Button>
        </>
      }
    >
      <form id="insert-phase" className={styles['form']} onSubmit={insert}>
        <Fields draft={draft} onDraft={setDraft} />
        <Select<string>
          label="Place"
          value={place ?? atTheEnd}
          options={[
            ...phasesAhead(state).map(({ id, name }) => ({ value: id, name: `before ${name}` })),
            { value: atTheEnd, name: 'at the end' },
          ]}
          onChange={setBefore}
        />
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

function Fields({ draft, onDraft }: FieldsProps) {
  const name = useFocusOnArrival<HTMLInputElement>()
  return (
    <>
      <TextField
        label="Name"
        hint="What the group does. It stands in the record: no names of people."
        inputRef={name}
        value={draft.name}
        onChange={(typed) => onDraft({ ...draft, name: typed })}
        maxLength={60}
      />
      <div className={styles['pair']}>
        <span className={styles['label']}>Minutes</span>
        <MinutesStepper
          label="Minutes of the new phase"
          value={draft.minutes}
          fewest={1}
          most={180}
          onChange={(minutes) => onDraft({ ...draft, minutes })}
        />
        <Segments
          label="Kind"
          options={kinds}
          selected={draft.kind}
          onSelect={(kind) => onDraft({ ...draft, kind })}
        />
      </div>
    </>
  )
}

function newPhase({ name, minutes, kind }: Draft): Phase {
  return {
    id: phaseIdSchema.parse(crypto.randomUUID()),
    name: name.trim(),
    kind,
    minutes,
    minimumMinutes: Math.min(usualMinimum, minutes),
    isProtected: false,
  }
}
