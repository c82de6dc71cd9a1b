import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Modality } from '../../shared/session/vocabulary.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useAct } from '../app/api.ts'
import { modalityOptions } from '../roster/group-draft.ts'
import { Select } from '../ui/Select.tsx'

interface ModalityFieldProps {
  readonly sessionId: SessionId
  readonly modality: Modality
}

/** How this session was held, where that was otherwise than the group does as a rule. */
export function ModalityField({ sessionId, modality }: ModalityFieldProps) {
  const { act, isBusy, failure } = useAct()
  const [chosen, setChosen] = useState(modality)
  const choose = async (next: Modality) => {
    setChosen(next)
    const answer = await act('debrief.set-modality', { sessionId, modality: next })
    if (!answer.ok) setChosen(chosen)
  }
  return (
    <>
      <Select
        label="Held"
        look="words"
        options={modalityOptions}
        value={chosen}
        isDisabled={isBusy}
        onChange={(next) => void choose(next)}
      />
      <FailureNotice failure={failure} />
    </>
  )
}
