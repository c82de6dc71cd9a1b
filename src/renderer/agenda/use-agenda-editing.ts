import { useState } from 'react'
import type { Phase } from '../../shared/agenda/phase.ts'
import type { BroughtAgenda } from '../../shared/ipc/agenda-file-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useAct, type Act } from '../app/api.ts'
import { useAgendaDraft, type AgendaDraft } from './use-agenda-draft.ts'

export interface AgendaEditing {
  readonly phases: readonly Phase[]
  readonly isChanged: boolean
  readonly isBusy: boolean
  readonly failure: Failure | null
  /** The agenda before the template was taken again; null when it was not. */
  readonly former: readonly Phase[] | null
  /** What a file held that was put in place of the phases; null when none was. */
  readonly brought: BroughtAgenda | null
  readonly edit: (phases: readonly Phase[]) => void
  readonly save: () => Promise<void>
  readonly discard: () => void
  readonly takeTemplate: () => Promise<void>
  readonly putFormerBack: () => Promise<void>
  readonly openFile: () => Promise<void>
  readonly takeFileBack: () => void
}

/**
 * A group's agenda under change, from where it was `left`. Nothing is in use before it is saved, and taking the template
 * again, or an agenda from a file, can be undone.
 */
export function useAgendaEditing(group: Group, left: readonly Phase[] | null): AgendaEditing {
  const acting = useAct()
  const { act, isBusy, failure, forget } = acting
  const draft = useAgendaDraft(group, left)
  const { phases, isChanged, change, discard } = draft
  const [former, setFormer] = useState<readonly Phase[] | null>(null)
  const { brought, openFile, takeBack, forgetFile } = useBrought(group, acting, draft)
  const drop = () => {
    discard()
    forgetFile()
  }
  const put = async (agenda: readonly Phase[]) => {
    const answer = await act('agenda.change', { groupId: group.id, phases: [...agenda] })
    if (!answer.ok) return
    drop()
    setFormer(null)
  }
  return {
    phases,
    isChanged,
    isBusy,
    failure,
    former,
    brought,
    edit: (next) => {
      forget()
      change(next)
    },
    save: () => put(phases),
    discard: () => {
      forget()
      drop()
    },
    takeTemplate: async () => {
      const before = group.agenda
      const answer = await act('agenda.reset', { groupId: group.id })
      if (!answer.ok) return
      drop()
      setFormer(before)
    },
    putFormerBack: async () => {
      if (former !== null) await put(former)
    },
    openFile: () => openFile(() => setFormer(null)),
    takeFileBack: () => {
      forget()
      takeBack()
    },
  }
}

/** What a file held, and the phases that stood there before. */
interface Brought {
  readonly agenda: BroughtAgenda
  readonly before: readonly Phase[]
}

/** An agenda from a file in place of the phases, and the way back. */
function useBrought(
  { id: groupId }: Group,
  { act }: Pick<Act, 'act'>,
  { phases, change }: Pick<AgendaDraft, 'phases' | 'change'>,
) {
  const [shown, setShown] = useState<Brought | null>(null)
  return {
    brought: shown?.agenda ?? null,
    openFile: async (whenOpened: () => void) => {
      const answer = await act('agenda.choose-file', { groupId })
      if (!answer.ok || answer.value === null) return
      whenOpened()
      setShown({ agenda: answer.value, before: phases })
      change(answer.value.phases)
    },
    takeBack: () => {
      if (shown !== null) change(shown.before)
      setShown(null)
    },
    forgetFile: () => setShown(null),
  }
}
