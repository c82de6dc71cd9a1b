import { useSyncExternalStore } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { useLive } from './live-context.ts'
import type { Picked } from './picked-seats.ts'

/** What `look` finds among the picked seats; whoever asks is drawn again when that is something else. */
export function usePicked<Found extends PersonId | boolean | null>(look: (picked: Picked) => Found): Found {
  const { subscribe, read } = useLive().picked
  return useSyncExternalStore(subscribe, () => look(read()))
}
