import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Phase } from '../../shared/agenda/phase.ts'
import type { Group } from '../../shared/roster/group.ts'

export interface AgendaDraft {
  readonly phases: readonly Phase[]
  readonly isChanged: boolean
  readonly change: (phases: readonly Phase[]) => void
  readonly discard: () => void
}

/**
 * A group's agenda while it is edited. It outlasts a look at another screen, and leaves the window with everything else
 * that was read from the vault when the vault is locked.
 */
export function useAgendaDraft(group: Group): AgendaDraft {
  const queries = useQueryClient()
  const key = ['agenda-draft', group.id]
  const [draft, setDraft] = useState(() => queries.getQueryData<readonly Phase[]>(key) ?? null)
  const keep = (phases: readonly Phase[] | null) => {
    setDraft(phases)
    if (phases === null) queries.removeQueries({ queryKey: key })
    else {
      queries.setQueryDefaults(key, { gcTime: Infinity })
      queries.setQueryData<readonly Phase[]>(key, phases)
    }
  }
  return {
    phases: draft ?? group.agenda,
    isChanged: draft !== null && JSON.stringify(draft) !== JSON.stringify(group.agenda),
    change: keep,
    discard: () => keep(null),
  }
}
