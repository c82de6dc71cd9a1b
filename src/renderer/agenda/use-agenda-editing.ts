import { useState } from 'react'
import type { Phase } from '../../shared/agenda/phase.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useAct } from '../app/api.ts'
import { useAgendaDraft } from './use-agenda-draft.ts'

export interface AgendaEditing {
  readonly phases: readonly Phase[]
  readonly isChanged: boolean
  readonly isBusy: boolean
  readonly failure: Failure | null
  /** The agenda before the template was taken again; null when it was not. */
  readonly former: readonly Phase[] | null
  readonly edit: (phases: readonly Phase[]) => void
  readonly save: () => Promise<void>
  readonly discard: () => void
  readonly takeTemplate: () => Promise<void>
  readonly putFormerBack: () => Promise<void>
}

/** A group's agenda under change. Nothing is in use before it is saved, and taking the template again can be undone. */
export function useAgendaEditing(group: Group): AgendaEditing {
  const { act, isBusy, failure, forget } = useAct()
  const { phases, isChanged, change, discard } = useAgendaDraft(group)
  const [former, setFormer] = useState<readonly Phase[] | null>(null)
  const put = async (agenda: readonly Phase[]) => {
    const answer = await act('agenda.change', { groupId: group.id, phases: [...agenda] })
    if (!answer.ok) return
    discard()
    setFormer(null)
  }
  return {
    phases,
    isChanged,
    isBusy,
    failure,
    former,
    edit: (next) => {
      forget()
      change(next)
    },
    save: () => put(phases),
    discard: () => {
      forget()
      discard()
    },
    takeTemplate: async () => {
      const before = group.agenda
      const answer = await act('agenda.reset', { groupId: group.id })
      if (!answer.ok) return
      discard()
      setFormer(before)
    },
    putFormerBack: async () => {
      if (former !== null) await put(former)
    },
  }
}
