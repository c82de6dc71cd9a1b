import { useState } from 'react'
import type { HoldId, PersonId } from '../../shared/ids.ts'
import type { LegalHold } from '../../shared/ipc/retention-calls.ts'
import { useAct } from '../app/api.ts'

/** A hold that was just placed or lifted, and the way back. */
export interface DoneHold {
  readonly holdId: HoldId
  readonly what: 'placed' | 'lifted'
  readonly undo: () => Promise<void>
}

/** Places and lifts holds. Both stay on file, and so does taking one of them back. */
export function useHolds() {
  const { act, isBusy, failure } = useAct()
  const [done, setDone] = useState<DoneHold | null>(null)
  const forget = () => setDone(null)
  const place = async (personId: PersonId | null, reason: string): Promise<boolean> => {
    const answer = await act('retention.hold', { personId, reason })
    if (!answer.ok) return false
    const { holdId } = answer.value
    setDone({
      holdId,
      what: 'placed',
      undo: async () => {
        if ((await act('retention.lift-hold', { holdId })).ok) forget()
      },
    })
    return true
  }
  const lift = async ({ holdId, personId, reason }: LegalHold): Promise<void> => {
    const answer = await act('retention.lift-hold', { holdId })
    if (!answer.ok) return
    setDone({
      holdId,
      what: 'lifted',
      undo: async () => {
        if ((await act('retention.hold', { personId, reason })).ok) forget()
      },
    })
  }
  return { place, lift, done, forget, isBusy, failure }
}
