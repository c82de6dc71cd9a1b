import { useState, type SubmitEvent } from 'react'
import { isoDay } from '../../shared/iso-day.ts'
import { useAct } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'
import { draftOf, faultsOf, firstForm } from './scale-form.ts'
import type { ScaleEntryDialogProps } from './ScaleEntryDialog.tsx'

/** A questionnaire from the first digit until it is on file. What is wrong with it is said once somebody tried. */
export function useScaleEntry({ member, corrects, onEntered }: ScaleEntryDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [form, setForm] = useState(() => firstForm(today(), corrects))
  const [wasTried, setWasTried] = useState(false)
  const faults = faultsOf(form)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (isBusy || Object.keys(faults).length > 0) return
    const draft = draftOf(form)
    const answer =
      corrects === null
        ? await act('scales.enter', { personId: member.id, draft })
        : await act('scales.correct', { resultId: corrects.resultId, draft })
    if (answer.ok) onEntered(answer.value)
  }
  return { form, setForm, failure, faults: wasTried ? faults : {}, save }
}

function today(): string | null {
  const now = readNow()
  return now === null ? null : isoDay(now.wallMs, now.zone)
}
