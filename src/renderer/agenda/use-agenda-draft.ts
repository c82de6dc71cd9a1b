import { useEffect, useState } from 'react'
import type { Phase } from '../../shared/agenda/phase.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Group } from '../../shared/roster/group.ts'
import { call } from '../app/api.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import { afterDelay, createSaver, type Saver } from '../debrief/saver.ts'
import { useSaver } from '../debrief/use-drafts.ts'

export interface AgendaDraft {
  readonly phases: readonly Phase[]
  readonly isChanged: boolean
  readonly change: (phases: readonly Phase[]) => void
  readonly discard: () => void
}

/**
 * A group's agenda while it is edited, from where it was `left`. It outlasts a look at another screen and the lock, until
 * it is saved or discarded.
 */
export function useAgendaDraft(group: Group, left: readonly Phase[] | null): AgendaDraft {
  const keeper = useKeeper(group.id, left)
  const { value: draft } = useSaver(keeper)
  return {
    phases: draft ?? group.agenda,
    isChanged: draft !== null && !isSame(draft, group.agenda),
    // What is as it was saved is no draft: it would stand in the way of what the agenda becomes elsewhere.
    change: (phases) => keeper.change(isSame(phases, group.agenda) ? null : phases),
    discard() {
      keeper.change(null)
      void keeper.flush()
    },
  }
}

/** Has main keep the draft at every rest, and not letter by letter: each time leaves a copy of it in memory. */
function useKeeper(groupId: GroupId, left: readonly Phase[] | null): Saver<readonly Phase[] | null> {
  const [keeper] = useState(() =>
    createSaver(left, {
      save: (phases) => call('agenda.keep-draft', { groupId, phases: phases && [...phases] }),
      later: afterDelay,
    }),
  )
  useSaveBeforeLock(keeper.flush)
  useEffect(() => () => void keeper.flush(), [keeper])
  return keeper
}

function isSame(some: readonly Phase[], others: readonly Phase[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}
