import { useState, type SubmitEvent } from 'react'
import type { Standing } from '../../shared/care/standing.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { Member } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'
import { fieldError } from '../app/field-words.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import forms from '../roster/forms.module.css'
import { CareActFields } from './CareActFields.tsx'
import { actOf, firstForm, type AskedKind } from './care-form.ts'
import { actForms } from './care-words.ts'
import { OpenRisk, OthersNamed } from './CareNotices.tsx'
import { EnrolFailure } from './EnrolFailure.tsx'
import styles from './CarePart.module.css'

interface CareActDialogProps {
  readonly kind: AskedKind
  readonly member: Member
  readonly standing: Standing
  readonly roster: Roster
  readonly onClose: () => void
  /** The number of the entry that was made. */
  readonly onEntered: (seq: number) => void
}

/** One act of care: what it is about, from when, and why. */
export function CareActDialog({ kind, member, standing, roster, onClose, onEntered }: CareActDialogProps) {
  const { form, setForm, failure, enter } = useCareAct({ kind, member, standing, roster, onEntered })
  const { title, submit, about, needsReason, reasonHint } = actForms[kind]
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void enter(false)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className={forms['form']} onSubmit={save} noValidate>
        <p>
          <strong>
            <bdi>{member.preferredName}</bdi>
          </strong>
          <br />
          <span className={styles['soft']}>{about}</span>
        </p>
        <CareActFields form={form} onForm={setForm} standing={standing} roster={roster} failure={failure} />
        <DateField
          label={dayLabel(kind)}
          value={form.day}
          onChange={(day) => setForm({ ...form, day })}
          error={fieldError(failure, 'act.day')}
        />
        <TextField
          label="Reason"
          isOptional={!needsReason}
          hint={reasonHint}
          value={form.reason}
          onChange={(reason) => setForm({ ...form, reason })}
          error={fieldError(failure, 'act.reason')}
        />
        <OthersNamed reason={form.reason} member={member} roster={roster} />
        {kind === 'discharged' || kind === 'removed' ? <OpenRisk member={member} /> : null}
        {failure?.code === 'bad-input' ? null : (
          <EnrolFailure failure={failure} onTakeIn={() => void enter(true)} />
        )}
        <div className={forms['actions']}>
          <Button type="submit" look={kind === 'removed' ? 'risk' : 'primary'}>
            {submit}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}

function dayLabel(kind: AskedKind): string {
  return kind === 'exempted' || kind === 'exemption-ended' || kind === 'counted-as' ? 'From' : 'On'
}

function useCareAct({ kind, member, standing, roster, onEntered }: Omit<CareActDialogProps, 'onClose'>) {
  const { act, isBusy, failure } = useAct()
  const [form, setForm] = useState(() => firstForm(kind, standing, roster, today()))
  const enter = async (evenIfClosed: boolean) => {
    const made = actOf(form)
    if (isBusy || made === null) return
    const answer = await act('care.enter', { personId: member.id, act: made, evenIfClosed })
    if (answer.ok) onEntered(answer.value.seq)
  }
  return { form, setForm, failure, enter }
}

function today(): string | null {
  const now = readNow()
  return now === null ? null : isoDay(now.wallMs, now.zone)
}
